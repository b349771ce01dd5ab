import { textAt } from '../../model/data.js';
import type { Entry, Project, Section } from '../../model/project.js';
import { isDelivered } from '../../campaign/deliverable-status.js';
import { documentsOfUnit } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** Every article that a bulletin takes from a unit's document exists, is final and is not classified. */
export const bulletinArticleMissing: Rule = {
  code: 'BULLETIN-ARTICLE-MISSING',
  severity: 'error',
  title: '简报取用的稿件找得到、能公开',
  detail:
    '“稿件”写明单位、文种和那份材料里小标题的文字，一个字也不能差。草稿、日期在简报之后的材料和有密级的材料不能取用。',
  source: '简报编发的惯例',
  examples: {
    good: { file: 'bulletins/002.md', lines: '稿件:\n  - { 单位: qiaodong, 文种: plan, 部分: 指导思想 }' },
    bad: { file: 'bulletins/002.md', lines: '稿件:\n  - { 单位: qiaodong, 文种: plan, 部分: 指导思路 }' },
  },
  scope: 'whole',
  run: (project) =>
    project.entries
      .filter(({ kind }) => kind.id === 'bulletin')
      .flatMap((bulletin) =>
        placedRecordsAt(placedRecord(bulletin), 'articles').flatMap((article) => inspect(article, bulletin, project)),
      ),
};

function inspect(article: PlacedRecord, bulletin: Entry, project: Project): readonly Finding[] {
  const unitDocuments = documentsOfUnit(project, textAt(article.data, 'unit'));
  const kind = textAt(article.data, 'kind');
  // REFERENCE-UNKNOWN reports an unknown unit or kind.
  if (!unitDocuments || !project.kinds.some(({ id }) => id === kind)) return [];
  const span = spanAt(article);
  const entry = unitDocuments.documents.get(kind);
  const label = `${textAt(unitDocuments.unit.data, 'shortName')}的${project.kinds.find(({ id }) => id === kind)?.label ?? kind}`;
  if (!entry) return [{ message: `没有${label}，取不出稿件`, span, hint: '核对单位和文种。' }];
  if (textAt(entry.data, 'classification') !== '')
    return [{ message: `${label}有密级，不能在简报上刊登`, span, hint: '删去这篇稿件。' }];
  if (!isDelivered(entry, textAt(bulletin.data, 'issuedOn')))
    return [{ message: `${label}到这期简报的日期还没有定稿`, span, hint: '等定稿以后再登，或者核对简报的日期。' }];
  return missingSection(article, entry, label);
}

function missingSection(article: PlacedRecord, entry: Entry, label: string): readonly Finding[] {
  const section = textAt(article.data, 'section');
  const part = textAt(article.data, 'part');
  const found = entry.sections().find(({ title }) => title === section);
  const unknownTitle = (title: string, sections: readonly Section[], key: string): readonly Finding[] => [
    {
      message: `${label}里没有“${title}”这个小标题`,
      span: spanAt(article, key),
      hint: `可以写：${sections.map((candidate) => candidate.title).join('、')}。`,
    },
  ];
  if (!found) return unknownTitle(section, entry.sections(), 'section');
  if (part === '' || found.sections.some(({ title }) => title === part)) return [];
  return unknownTitle(part, found.sections, 'part');
}
