import { settingsOf } from '../../model/campaign.js';
import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { documentRecord, recordsIn, spanOf, textOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';
import { quoted } from '../wording.js';

/** The announcements of a document cover every audience that the campaign requires. */
export const audienceMissed: Rule = {
  code: 'AUDIENCE-MISSED',
  severity: 'warning',
  title: '公布、通报到规定的范围',
  detail:
    '整改方案、评议和测评结果向谁公布，由活动文件的“应报材料”和“规则”规定，不同类别的单位范围不同。同一对象的其他叫法写在活动文件的“公布对象”里。',
  source: '活动总体方案：整改方案向党员和群众公布，带头的单位还要向下属单位通报',
  examples: {
    good: {
      file: 'units/qiaodong/rectification.md',
      lines: '公布通报:\n  - { 范围: 党员和群众代表, 方式: 通报会, 日期: 2027-05-30 }',
    },
    bad: {
      file: 'units/qiaodong/rectification.md',
      lines: '公布通报:\n  - { 范围: 全体党员, 方式: 支部会, 日期: 2027-05-30 }',
    },
  },
  run: eachUnit((unitDocuments) =>
    unitDocuments.entries.flatMap((entry) =>
      entry.draft ? [] : missingAudiences(unitDocuments, documentRecord(entry)),
    ),
  ),
};

function missingAudiences(unitDocuments: UnitDocuments, document: RoleRecord): readonly Finding[] {
  const { campaign } = unitDocuments.project;
  const required = requiredAudiences(unitDocuments, document.entry.kind.id);
  const announced = recordsIn(document, 'announcement').map((record) => textOf(record, 'audience'));
  const missing = required.filter((name) => {
    const words = campaign.audiences.find((item) => item.name === name)?.words ?? [name];
    return !announced.some((text) => words.some((word) => text.includes(word)));
  });
  if (missing.length === 0) return [];
  return [
    {
      message: `${document.entry.kind.label}没有公布到${quoted(missing)}`,
      span: spanOf(document, 'announcement'),
      hint: '公布后补一项，写明范围、方式和日期。',
    },
  ];
}

function requiredAudiences({ project, unitKind }: UnitDocuments, kind: string): readonly string[] {
  const appliesToUnit = (unitKinds: readonly string[]): boolean =>
    unitKinds.length === 0 || unitKinds.includes(unitKind);
  const { campaign } = project;
  const common = campaign.deliverables.filter((item) => item.kind === kind && appliesToUnit(item.unitKinds));
  const additional = settingsOf(campaign, 'AUDIENCE-MISSED').filter(
    ({ kinds, unitKinds }) => kinds.includes(kind) && appliesToUnit(unitKinds),
  );
  return [...new Set([...common, ...additional].flatMap((item) => item.audience))];
}
