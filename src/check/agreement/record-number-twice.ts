import { scalarText } from '../../model/data.js';
import { eachUnit, labelOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** Lists whose records have a unique number or name: kind, list, field, label of the field. */
const LISTS = [
  ['opinions', 'entries', 'id', '编号'],
  ['problems', 'problems', 'id', '编号'],
  ['problems', 'visits', 'village', '村'],
  ['rectification', 'items', 'id', '序号'],
  ['ledger', 'entries', 'item', '序号'],
  ['evaluation', 'dimensions', 'dimension', '项目'],
  ['summary', 'stats', 'name', '项目'],
] as const;

/** No number occurs twice in one list. */
export const recordNumberTwice: Rule = {
  code: 'RECORD-NUMBER-TWICE',
  severity: 'error',
  title: '同一份清单里编号不重复',
  detail: '意见、问题、整改事项和台账都靠编号互相对应，一个编号用了两次，就分不清指的是哪一条。',
  source: '各份材料按编号互相引用',
  examples: {
    good: {
      file: 'units/qiaodong/summary.md',
      lines: '统计:\n  - { 项目: 走访户数, 数量: 90, 单位: 户 }\n  - { 项目: 归并问题, 数量: 2, 单位: 个 }',
    },
    bad: {
      file: 'units/qiaodong/summary.md',
      lines: '统计:\n  - { 项目: 走访户数, 数量: 90, 单位: 户 }\n  - { 项目: 走访户数, 数量: 90, 单位: 户 }',
    },
  },
  run: eachUnit((unitDocuments) =>
    LISTS.flatMap(([kind, list, key, label]) =>
      repeatedIds(unitDocuments, kind, list, key).map((finding) => finding(label)),
    ),
  ),
};

function repeatedIds(
  unitDocuments: UnitDocuments,
  kind: string,
  list: string,
  key: string,
): readonly ((label: string) => Finding)[] {
  const seen = new Map<string, Finding['span']>();
  return recordsOf(unitDocuments, kind, list).flatMap((record) => {
    const id = scalarText(record.data[key]);
    const [span, first] = [spanAt(record, key), seen.get(id)];
    if (!first && id !== '') seen.set(id, span);
    if (!first) return [];
    return [
      (label: string): Finding => ({
        message: `${labelOf(unitDocuments, kind)}里“${label}”${id} 用了两次`,
        span,
        hint: '每一条用自己的编号。',
        related: [{ message: '先前一次', span: first }],
      }),
    ];
  });
}
