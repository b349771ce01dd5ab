import { knownCount } from '../../model/data.js';
import { documentOf, eachDocument, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
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
  run: eachDocument('problems', (report, unitDocuments) => [
    ...wrongTotal(report),
    ...wrongMerger(report, unitDocuments),
  ]),
};

function wrongTotal(report: PlacedRecord): readonly Finding[] {
  const counts = placedRecordsAt(report, 'channels').map(({ data }) => data['opinions']);
  const stated = knownCount(report.data, 'opinionsTotal');
  // The sum is unknown while a channel has not reported; 无 and 不适用 count as zero.
  if (stated === null || counts.length === 0 || counts.includes(null)) return [];
  const sum = counts.reduce<number>((all, count) => all + (typeof count === 'number' ? count : 0), 0);
  if (sum === stated) return [];
  return [
    {
      message: `各渠道意见合计${sum}条，“原始条数”写的是${stated}条`,
      span: spanAt(report, 'opinionsTotal'),
      hint: '核对各渠道的条数和合计。',
      related: [{ message: '各渠道的意见条数', span: spanAt(report, 'channels') }],
    },
  ];
}

function wrongMerger(report: PlacedRecord, unitDocuments: UnitDocuments): readonly Finding[] {
  const register = documentOf(unitDocuments, 'opinions');
  const entries = recordsOf(unitDocuments, 'opinions', 'entries').length;
  const merged = knownCount(report.data, 'opinionsMerged');
  if (!register || entries === 0 || merged === null || merged === entries) return [];
  return [
    {
      message: `“归并条数”是${merged}条，征求意见登记册里有${entries}条`,
      span: spanAt(report, 'opinionsMerged'),
      hint: '登记册一行是一条归并后的意见，两处条数应当相同。',
      related: [{ message: '征求意见登记册', span: spanAt(register, 'entries') }],
    },
  ];
}
