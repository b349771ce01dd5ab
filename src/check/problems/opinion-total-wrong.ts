import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { countOf, documentsWith, keyOf, recordsIn, spanOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';

/** The opinions of the channels add up to the total, and the merged opinions are the entries of the register. */
export const opinionTotalWrong: Rule = {
  code: 'OPINION-TOTAL-WRONG',
  severity: 'error',
  title: '意见条数加得起来',
  detail: '各条渠道的意见条数合计等于原始条数；归并条数等于登记册里的条数，也不会多于原始条数。',
  source: '数字之间的算术关系',
  examples: {
    good: { file: 'units/qiaodong/problems.md', lines: '原始条数: 12' },
    bad: { file: 'units/qiaodong/problems.md', lines: '原始条数: 15' },
  },
  run: eachUnit((unitDocuments) => [
    ...documentsWith(unitDocuments, 'opinionTotal').flatMap(wrongTotal),
    ...documentsWith(unitDocuments, 'mergedTotal').flatMap((report) => wrongMerger(report, unitDocuments)),
  ]),
};

function wrongTotal(report: RoleRecord): readonly Finding[] {
  const counts = recordsIn(report, 'channel').map((record) => record.data[keyOf(record, 'received')]);
  const stated = countOf(report, 'opinionTotal');
  // The sum is unknown while a channel has not reported; 无 and 不适用 count as zero.
  if (stated === null || counts.length === 0 || counts.includes(null)) return [];
  const sum = counts.reduce<number>((all, count) => all + (typeof count === 'number' ? count : 0), 0);
  if (sum === stated) return [];
  return [
    {
      message: `各渠道意见合计${sum}条，“原始条数”写的是${stated}条`,
      span: spanOf(report, 'opinionTotal'),
      hint: '核对各渠道的条数和合计。',
      related: [{ message: '各渠道的意见条数', span: spanOf(report, 'channel') }],
    },
  ];
}

function wrongMerger(report: RoleRecord, unitDocuments: UnitDocuments): readonly Finding[] {
  const [register] = documentsWith(unitDocuments, 'opinion');
  const entries = register ? recordsIn(register, 'opinion').length : 0;
  const merged = countOf(report, 'mergedTotal');
  if (!register || entries === 0 || merged === null || merged === entries) return [];
  return [
    {
      message: `“归并条数”是${merged}条，${register.entry.kind.label}里有${entries}条`,
      span: spanOf(report, 'mergedTotal'),
      hint: '登记册一行是一条归并后的意见，两处条数应当相同。',
      related: [{ message: register.entry.kind.label, span: spanOf(register, 'opinion') }],
    },
  ];
}
