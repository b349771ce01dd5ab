import { pictureType } from '../../model/doc-images.js';
import { textAt } from '../../model/data.js';
import { resolveBeside } from '../../model/path.js';
import type { Entry, Project } from '../../model/project.js';
import { documentsOfUnit } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** The pictures of all seals exist for a document that is sealed electronically. */
export const sealMissing: Rule = {
  code: 'SEAL-MISSING',
  severity: 'error',
  completeness: true,
  title: '写明电子用印的，印章图片要齐',
  detail:
    '公文写“用印 电子”，署名上就印出印章图片；缺一枚，成品就是没有盖全的公文。单位的印章写在 unit.md 的“印章”里，活动机关的写在活动文件的“印章”里，签名章写在“签发”里。手工盖章的不写，程序留出位置。',
  source: 'GB/T 9704-2012 7.3.5.1、7.3.5.3；党政机关公文处理工作条例第九条',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '用印: 手工' },
    bad: { file: 'units/qiaodong/filing.md', lines: '用印: 电子' },
  },
  run: (project) =>
    project.entries
      .filter(({ data }) => textAt(data, 'sealing') === '电子')
      .flatMap((entry) =>
        sealFieldsOf(entry, project).flatMap(([record, key, owner]) => inspect(record, key, owner, entry, project)),
      ),
};

/** A record, the key of its picture file, and the owner of the seal. */
type SealField = readonly [record: PlacedRecord, key: string, owner: string];

function sealFieldsOf(entry: Entry, project: Project): readonly SealField[] {
  if (entry.kind.signOff === 'stamped') {
    return placedRecordsAt(placedRecord(entry), 'signatories').map((record) => [record, 'stamp', textAt(record.data, 'name')]);
  }
  const unitDocuments = documentsOfUnit(project, entry.unit);
  if (entry.kind.signOff !== 'sealed') return [];
  if (entry.kind.organs.length > 0 || !unitDocuments) return campaignSeals(project);
  const unit = placedRecord(unitDocuments.unit);
  return [unit, ...placedRecordsAt(unit, 'partners')].map((record) => sealOf(record, project));
}

/** A seal in the campaign file takes precedence over the unit's own. */
function sealOf(record: PlacedRecord, { campaignFile }: Project): SealField {
  const names = [textAt(record.data, 'mark'), textAt(record.data, 'fullName')].filter((name) => name !== '');
  const shared = placedRecordsAt(placedRecord(campaignFile), 'seals').find(({ data }) => textAt(data, 'organ') === names[0]);
  return shared ? [shared, 'file', names[0] ?? ''] : [record, 'seal', names.at(-1) ?? ''];
}

function campaignSeals({ campaignFile }: Project): readonly SealField[] {
  const records = placedRecordsAt(placedRecord(campaignFile), 'seals');
  if (records.length === 0) return [[placedRecord(campaignFile), 'seals', '活动机关']];
  return records.map((record) => [record, 'file', textAt(record.data, 'organ')]);
}

function inspect(record: PlacedRecord, key: string, owner: string, entry: Entry, { files }: Project): readonly Finding[] {
  const file = textAt(record.data, key);
  const exists = file !== '' && files.has(resolveBeside(record.file.source.path, file));
  if (exists && pictureType(file) !== undefined) return [];
  const notFound = file === '' ? `没有${owner}的印章图片` : `找不到${owner}的印章图片 ${file}`;
  const message = exists ? `${owner}的印章图片 ${file} 不是 PNG 或 JPEG，印不出来` : notFound;
  const hint = '把图片（PNG）放在写它的文件旁边，写成 ./文件名；手工盖章的，“用印”写“手工”或者不写。';
  const related = [{ message: '印章写在这里', span: spanAt(record, file === '' ? '' : key) }];
  return [{ message, span: spanAt(placedRecord(entry), 'sealing'), hint, related }];
}
