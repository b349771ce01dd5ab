import { numberAt, textAt } from '../../model/data.js';
import { printDate } from '../../campaign/dates.js';
import { dateAt, placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** A later version records the results of the earlier ones. */
export const versionHistoryWrong: Rule = {
  code: 'VERSION-HISTORY-WRONG',
  severity: 'error',
  completeness: true,
  title: '后一版写明前几版的去向',
  detail: '第2版起要有“修改说明”，“历次版本”里逐版写明成文日期和结果，退回的写原因。前一版的日期不能改成后一版的。',
  source: '退回重报的材料各版都要留存',
  examples: {
    good: {
      file: 'units/qiaodong/analysis.md',
      lines:
        '版本: 2\n修改说明: 压缩成效\n历次版本:\n  - { 版本: 1, 成文日期: 2027-05-07, 结果: 退回, 原因: 成效过长 }',
    },
    bad: { file: 'units/qiaodong/analysis.md', lines: '版本: 2\n修改说明: 压缩成效' },
  },
  run: ({ entries }) => entries.flatMap((entry) => inspect(placedRecord(entry))),
};

function inspect(record: PlacedRecord): readonly Finding[] {
  const version = numberAt(record.data, 'version') ?? 1;
  const history = placedRecordsAt(record, 'versions');
  const span = spanAt(record, 'version');
  const listed = new Set(history.map(({ data }) => data['no']));
  const missing = Array.from({ length: version - 1 }, (_, index) => index + 1).filter((no) => !listed.has(no));
  const unexplained = version > 1 && textAt(record.data, 'changeNote') === '';
  return [
    ...missing.map((no) => ({
      message: `这是第${version}版，“历次版本”里没有第${no}版`,
      span,
      hint: `补一项“版本: ${no}”，写明成文日期和结果。`,
    })),
    ...(unexplained ? [{ message: `这是第${version}版，没有“修改说明”`, span, hint: '写明比上一版改了什么。' }] : []),
    ...history.flatMap((item) => inspectVersion(item, record)),
  ];
}

function inspectVersion(item: PlacedRecord, record: PlacedRecord): readonly Finding[] {
  const [current, earlier] = [dateAt(record, 'issuedOn'), dateAt(item, 'issuedOn')];
  const withoutReason = item.data['result'] === '退回' && textAt(item.data, 'reason') === '';
  return [
    ...(withoutReason ? [{ message: '退回的一版没有写原因', span: spanAt(item), hint: '写上退回的原因。' }] : []),
    ...(current !== '' && earlier > current
      ? [
          {
            message: `前面的版本成文于${printDate(earlier)}，晚于本版的${printDate(current)}`,
            span: spanAt(item, 'issuedOn'),
            hint: '核对两版的成文日期。',
            related: [{ message: '本版的成文日期', span: spanAt(record, 'issuedOn') }],
          },
        ]
      : []),
  ];
}
