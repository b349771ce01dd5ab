import { beforeAll, describe, expect, it } from 'vitest';
import type { Example, Rule } from '../../src/check/rule.js';
import { checkProject, rules, themes } from '../../src/check/rules.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { RULES, applyExample, folderOf, openBench, readBench } from '../support/example.js';
import type { Bench } from '../support/example.js';
import { TINY } from '../support/workspace.js';

const benches = new Map<string, Bench>();

beforeAll(async () => {
  for (const folder of [RULES, TINY]) benches.set(folder, await openBench(folder));
});

/** What the rule finds in the example workspace once the example is in it. */
function findingsOf({ code }: Rule, example: Example): readonly Diagnostic[] {
  const { value } = readBench(applyExample(benches.get(folderOf(example))!, example));
  if (!value) throw new Error('the example leaves no readable campaign');
  return checkProject(value).filter((diagnostic) => diagnostic.code === code);
}

describe('the rules', () => {
  it('find nothing in the example workspace', () => {
    const { value, diagnostics } = readBench(benches.get(RULES)!);
    expect([...diagnostics, ...checkProject(value!)].map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it('each have a code of their own, subject first, problem last', () => {
    const codes = rules.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[A-Z]+(-[A-Z]+)+$/.test(code))).toEqual([]);
  });

  it('say what they are about in whole sentences', () => {
    expect(rules.filter(({ title }) => title === '' || title.endsWith('。')).map(({ code }) => code)).toEqual([]);
    expect(rules.filter(({ detail }) => !/[。！？]$/.test(detail)).map(({ code }) => code)).toEqual([]);
    expect(rules.filter(({ source }) => source === '').map(({ code }) => code)).toEqual([]);
  });
});

for (const { title, rules: listed } of themes) {
  describe(title, () => {
    for (const rule of listed) {
      it(`${rule.code} lets its good example pass`, () => {
        expect(findingsOf(rule, rule.examples.good).map(({ message }) => message)).toEqual([]);
      });

      it(`${rule.code} finds its bad example, in the file that is wrong`, () => {
        const found = findingsOf(rule, rule.examples.bad);
        expect(found.length).toBeGreaterThan(0);
        expect(found.map(({ span }) => span?.path)).toContain(`content/${rule.examples.bad.file}`);
      });

      it(`${rule.code} finds it once, part by part or in the whole`, () => {
        const found = findingsOf(rule, rule.examples.bad).map((finding) => JSON.stringify(finding));
        expect(found.filter((finding, index) => found.indexOf(finding) !== index)).toEqual([]);
      });

      it(`${rule.code} says what was found and what to do`, () => {
        for (const { message, hint } of findingsOf(rule, rule.examples.bad)) {
          expect(message).toMatch(/[\u4e00-\u9fff]/u);
          expect(hint ?? '').not.toBe('');
        }
      });
    }
  });
}
