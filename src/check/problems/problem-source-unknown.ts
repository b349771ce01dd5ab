import { eachUnit } from '../unit-documents.js';
import { spanAt } from '../record.js';
import { documentsWith, keyOf, recordsWith, scalarOf, spanOf, textsOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
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
  run: eachUnit((unitDocuments) => {
    const [register] = documentsWith(unitDocuments, 'opinion');
    const ids = new Set(recordsWith(unitDocuments, 'opinion').map((record) => scalarOf(record, 'number')));
    if (!register || ids.size === 0) return [];
    return recordsWith(unitDocuments, 'problem').flatMap((record) => unknownSources(record, ids, register));
  }),
};

const OPINION_ID = /^[A-Z]?\d{1,4}$/;

function unknownSources(record: RoleRecord, ids: ReadonlySet<string>, register: RoleRecord): readonly Finding[] {
  return textsOf(record, 'sources').flatMap((source, index) =>
    !OPINION_ID.test(source) || ids.has(source)
      ? []
      : [
          {
            message: `来源“${source}”不在${register.entry.kind.label}里`,
            span: spanAt(record, `${keyOf(record, 'sources')}/${index}`),
            hint: `登记册里的编号是${[...ids][0]}到${[...ids].at(-1)}，核对写法。`,
            related: [{ message: register.entry.kind.label, span: spanOf(register, 'opinion') }],
          },
        ],
  );
}
