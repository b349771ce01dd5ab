import { scalarText, textsAt } from '../../model/data.js';
import { documentOf, eachDocument, labelOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** A source in the form of an opinion number occurs in the register. */
export const problemSourceUnknown: Rule = {
  code: 'PROBLEM-SOURCE-UNKNOWN',
  severity: 'error',
  title: '来源的编号在登记册里找得到',
  detail: '来源写成意见编号的，征求意见登记册里要有这一条，检查时按编号倒查。',
  source: '两份材料的编号要一致',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P1, 类别: 办事服务, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y3, 走访] }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P1, 类别: 办事服务, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y30] }',
    },
  },
  run: eachDocument('problems', (report, unitDocuments) => {
    const register = documentOf(unitDocuments, 'opinions');
    const ids = new Set(recordsOf(unitDocuments, 'opinions', 'entries').map(({ data }) => scalarText(data['id'])));
    return register && ids.size > 0
      ? placedRecordsAt(report, 'problems').flatMap((record) => unknownSources(record, ids, register, unitDocuments))
      : [];
  }),
};

const OPINION_ID = /^[A-Z]?\d{1,4}$/;

function unknownSources(
  record: PlacedRecord,
  ids: ReadonlySet<string>,
  register: PlacedRecord,
  unitDocuments: UnitDocuments,
): readonly Finding[] {
  return textsAt(record.data, 'sources').flatMap((source, index) =>
    !OPINION_ID.test(source) || ids.has(source)
      ? []
      : [
          {
            message: `来源“${source}”不在${labelOf(unitDocuments, 'opinions')}里`,
            span: spanAt(record, `sources/${index}`),
            hint: `登记册里的编号是${[...ids][0]}到${[...ids].at(-1)}，核对写法。`,
            related: [{ message: labelOf(unitDocuments, 'opinions'), span: spanAt(register, 'entries') }],
          },
        ],
  );
}
