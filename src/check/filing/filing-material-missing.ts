import { textAt } from '../../model/data.js';
import { placeOf } from '../../model/origin.js';
import { eachDocument, labelOf } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_MATERIALS, EXAMPLE_FILE } from './example.js';

/** A filing encloses all materials that the campaign requires. */
export const filingMaterialMissing: Rule = {
  code: 'FILING-MATERIAL-MISSING',
  severity: 'error',
  completeness: true,
  title: '备案要附的材料附齐',
  detail: '备案报告要附哪些材料，写在活动文件“应报材料”的“备案材料”里，缺一份都不算备案。',
  source: '活动总体方案：分析检查报告和评议结果一并备案',
  examples: {
    good: { file: EXAMPLE_FILE, lines: EXAMPLE_MATERIALS },
    bad: { file: EXAMPLE_FILE, lines: '备案材料:\n  - { 文种: analysis, 份数: 2 }' },
  },
  run: eachDocument('filing', (filing, unitDocuments) => {
    const { campaign, campaignFile } = unitDocuments.project;
    const index = campaign.deliverables.findIndex(({ kind }) => kind === 'filing');
    const enclosed = placedRecordsAt(filing, 'materials').map(({ data }) => textAt(data, 'kind'));
    const missing = (campaign.deliverables[index]?.materials ?? []).filter((kind) => !enclosed.includes(kind));
    if (enclosed.length === 0) return [];
    return missing.map((kind) => ({
      message: `备案材料里没有${labelOf(unitDocuments, kind)}`,
      span: spanAt(filing, 'materials'),
      hint: `补一项“文种: ${kind}”和份数。`,
      related: [{ message: '应附的材料', span: placeOf(campaignFile, `/deliverables/${index}/materials`) }],
    }));
  }),
};
