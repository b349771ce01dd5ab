import { textAt } from '../../model/data.js';
import { eachUnit, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** No document is missing if a document that is due later is already final. */
export const deliverableSkipped: Rule = {
  code: 'DELIVERABLE-SKIPPED',
  severity: 'warning',
  title: '前面环节的材料不能缺',
  detail: '已经有了后面环节的定稿，前面环节应报的材料却没有，说明漏报。经批准免报的，建这个文件并写“免报说明”。',
  source: '活动文件的“应报材料”',
  examples: {
    good: { file: 'campaign.md', lines: '年份: 2027' },
    bad: {
      file: 'campaign.md',
      lines:
        "应报材料:\n  - { 文种: problems, 环节: '1.1', 期限: 2027-03-05 }\n  - { 文种: plan, 环节: '1.2', 期限: 2027-04-05 }",
    },
  },
  run: eachUnit(inspect),
};

function inspect(unitDocuments: UnitDocuments): readonly Finding[] {
  const { campaign, campaignFile } = unitDocuments.project;
  const required = campaign.deliverables
    .map((deliverable, index) => ({ ...deliverable, index }))
    .filter(({ unitKinds }) => unitKinds.length === 0 || unitKinds.includes(unitDocuments.unitKind));
  const laterFinal = (due: string): string | undefined =>
    required.find((item) => item.due > due && unitDocuments.documents.get(item.kind)?.draft === false)?.kind;
  return required.flatMap(({ kind, due, index }) => {
    const next = laterFinal(due);
    if (isWritten(unitDocuments, kind) || next === undefined) return [];
    return [
      {
        message: `${textAt(unitDocuments.unit.data, 'shortName')}没有${labelOf(unitDocuments, kind)}，后面的${labelOf(unitDocuments, next)}却已定稿`,
        span: spanAt(placedRecord(campaignFile), `deliverables/${index}`),
        hint: `补上 units/${unitDocuments.unit.id} 里的这份材料；经批准不报的，写明“免报说明”。`,
        related: [{ message: '漏报的单位', span: spanAt(placedRecord(unitDocuments.unit)) }],
      },
    ];
  });
}

/** Also true for a file that cannot be read, which is reported elsewhere. */
function isWritten({ project, unit, documents }: UnitDocuments, kind: string): boolean {
  const file = project.kinds.find(({ id }) => id === kind)?.file.replace('{unit}', unit.id) ?? '';
  return documents.has(kind) || project.files.has(`content/${file}`);
}
