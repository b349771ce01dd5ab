import { beforeAll, describe, expect, it } from 'vitest';
import { checkProject } from '../../src/check/rules.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { RULES, applyExample, openBench, readBench } from '../support/example.js';
import type { Bench } from '../support/example.js';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench(RULES);
});

/** Findings of the example workspace with changes to `units/qiaodong/problems.md` and the campaign's settings. */
function check(lines: string, settings: string): readonly Diagnostic[] {
  const changed = applyExample(bench, { file: 'units/qiaodong/problems.md', lines });
  const { value } = readBench(applyExample(changed, { file: 'campaign.md', lines: `规则:\n${settings}` }));
  return checkProject(value!);
}

const SHORT =
  '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 47, 干部人数: 2 }\n  - { 村: 西塘村, 户数: 40, 问卷: 40, 干部人数: 2 }';
const NONE = '  - { 编号: MOBILISATION-LATE, 日期: 2027-03-06 }';
const severityOf = (found: readonly Diagnostic[], code: string): string | undefined =>
  found.find((diagnostic) => diagnostic.code === code)?.severity;

describe('what a campaign sets for a rule', () => {
  it('leaves the rule alone where it says nothing', () => {
    expect(severityOf(check(SHORT, NONE), 'HOUSEHOLD-FORM-SHORT')).toBe('warning');
  });

  it('silences a warning', () => {
    const found = check(SHORT, '  - { 编号: HOUSEHOLD-FORM-SHORT, 程度: 不查, 理由: 不发问卷 }');
    expect(found).toEqual([]);
  });

  it('makes a warning an error', () => {
    const found = check(SHORT, '  - { 编号: HOUSEHOLD-FORM-SHORT, 程度: 错误, 理由: 一户一卷是硬要求 }');
    expect(severityOf(found, 'HOUSEHOLD-FORM-SHORT')).toBe('error');
  });

  it('concerns only the kinds of unit that it names', () => {
    const setting = (kind: string): string =>
      `  - { 编号: HOUSEHOLD-FORM-SHORT, 单位类别: [${kind}], 程度: 不查, 理由: 不发问卷 }`;
    expect(severityOf(check(SHORT, setting('街道')), 'HOUSEHOLD-FORM-SHORT')).toBe('warning');
    expect(severityOf(check(SHORT, setting('社区')), 'HOUSEHOLD-FORM-SHORT')).toBeUndefined();
  });

  it('cannot silence an error about a final document, and the error says so', () => {
    const found = check('原始条数: 15', '  - { 编号: OPINION-TOTAL-WRONG, 程度: 不查, 理由: 来不及核 }');
    const error = found.find(({ code }) => code === 'OPINION-TOTAL-WRONG');
    expect(error?.severity).toBe('error');
    expect(error?.related?.map(({ message }) => message)).toContain('活动文件设置了放过这条规则；定稿里的错误不能放过');
  });

  it('can silence the same error about a draft', () => {
    const found = check('状态: 草稿\n原始条数: 15', '  - { 编号: OPINION-TOTAL-WRONG, 程度: 不查, 理由: 还在核 }');
    expect(severityOf(found, 'OPINION-TOTAL-WRONG')).toBeUndefined();
  });

  it('needs a reason and a code that there is', () => {
    const found = check(SHORT, '  - { 编号: HOUSEHOLD-FORM-SHORT, 程度: 不查 }\n  - { 编号: NO-SUCH-RULE }');
    expect(found.filter(({ code }) => code === 'RULE-SETTING-WRONG').map(({ message }) => message)).toEqual([
      '改变了规则 HOUSEHOLD-FORM-SHORT 的程度，没有写理由',
      '没有代码是“NO-SUCH-RULE”的规则',
    ]);
  });
});

describe('a draft', () => {
  it('may be incomplete: what is missing is a warning', () => {
    const silent = '问题:\n  - { 编号: P1, 类别: 办事服务, 指向: 班子, 表现: 慢, 例证: 抽查, 来源: [] }';
    const final = check(silent, NONE);
    const draft = check(`状态: 草稿\n${silent}`, NONE);
    expect([severityOf(final, 'PROBLEM-UNSOURCED'), severityOf(draft, 'PROBLEM-UNSOURCED')]).toEqual([
      'error',
      'warning',
    ]);
    expect(severityOf(draft, 'PROBLEM-CLASS-SILENT')).toBe('warning');
  });

  it('may not contradict itself', () => {
    expect(severityOf(check('状态: 草稿\n原始条数: 15', NONE), 'OPINION-TOTAL-WRONG')).toBe('error');
  });
});
