import { numberAt, textAt } from '../../model/data.js';
import { eachUnit, recordsOf } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { figureReaders } from './figures.js';

/** The figures of a summary equal those of the documents that they come from. */
export const figureDisagrees: Rule = {
  code: 'FIGURE-DISAGREES',
  severity: 'error',
  title: '总结里的数字与台账、测评等材料一致',
  detail:
    '总结报告里的意见条数、问题个数、整改完成数、测评票数，要与问题报告、整改台账、测评报告里的相同。哪个统计项目对应哪个数字，写在活动文件的“统计口径”里。',
  source: '总结退回的常见理由：数字与台账不一致',
  examples: {
    good: { file: 'units/qiaodong/summary.md', lines: '统计:\n  - { 项目: 征求意见条数, 数量: 12, 单位: 条 }' },
    bad: { file: 'units/qiaodong/summary.md', lines: '统计:\n  - { 项目: 征求意见条数, 数量: 15, 单位: 条 }' },
  },
  run: eachUnit((unitDocuments) =>
    recordsOf(unitDocuments, 'summary', 'stats').flatMap((record) => {
      const name = textAt(record.data, 'name');
      const figure = unitDocuments.project.campaign.statistics.find(({ names }) => names.includes(name))?.figure ?? '';
      const [value, original] = [numberAt(record.data, 'value'), figureReaders[figure]?.(unitDocuments) ?? null];
      if (value === null || original === null || value === original.value) return [];
      return [
        {
          message: `“${name}”是${value}，原材料里是${original.value}`,
          span: spanAt(record, 'value'),
          hint: '核对两处，以原材料为准；原材料错了的，先改原材料。',
          related: [{ message: `原材料里的数字：${original.value}`, span: original.span }],
        },
      ];
    }),
  ),
};
