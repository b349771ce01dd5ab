import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain, listCodes, nearestCode } from '../../../src/app/explain/explain.js';
import { rulesPage } from '../../../src/app/explain/rules-page.js';
import { rules } from '../../../src/check/rules.js';
import { expectGolden } from '../../support/golden.js';
import { ROOT } from '../../support/workspace.js';

const SRC = join(ROOT, 'src');

/** Every code that the program's own text gives to a finding. */
function codesInSource(): readonly string[] {
  const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/\b(?:code: |code = |at\(|report\([^']*|failure\(\s*)'([A-Z]+(?:-[A-Z]+)+)'/g),
  ]);
  return [...new Set(found.map((match) => match[1] ?? ''))].sort();
}

describe('explain', () => {
  it('prints a rule with its detail, source and both examples', () => {
    const [rule] = rules;
    const text = explain(rule!.code) ?? '';
    for (const part of [rule!.title, rule!.detail, rule!.source, rule!.examples.good.file])
      expect(text).toContain(part);
    expect(text).toContain('这样写会被指出');
  });

  it('knows every code', () => {
    const codes = codesInSource();
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => explain(code) === null)).toEqual([]);
  });

  it('does not mind small letters', () => {
    expect(explain('value-unreported')).toBe(explain('VALUE-UNREPORTED'));
  });

  it('names the nearest code', () => {
    expect(nearestCode('VILAGE-UNVISTED')).toBe('VILLAGE-UNVISITED');
    expect(nearestCode('SURVEY-TEIR')).toMatch(/^SURVEY-/);
    expect(explain('VILAGE-UNVISTED')).toBeNull();
  });

  it('lists every rule', () => {
    const list = listCodes();
    expect(rules.filter(({ code }) => !list.includes(` ${code} `))).toEqual([]);
  });
});

describe('the page of rules', () => {
  it('is the one that the rules make', () => {
    expectGolden(join(ROOT, 'docs', 'rules.md'), rulesPage());
  });
});
