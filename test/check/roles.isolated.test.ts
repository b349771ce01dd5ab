import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type * as RolesModule from '../../src/campaign/roles.js';
import { rules } from '../../src/check/rules.js';
import type { Rule } from '../../src/check/rule.js';
import { ROLES } from '../../src/model/roles.js';
import type { Role } from '../../src/model/roles.js';
import { RULES, applyExample, folderOf, openBench, readBench } from '../support/example.js';
import { ROOT, TINY } from '../support/workspace.js';

const found = vi.hoisted(() => new Set<string>());

vi.mock('../../src/campaign/roles.js', async (original) => {
  const module = await original<typeof RolesModule>();
  const record = <T>(role: Role, result: T, isFound: boolean): T => {
    if (isFound) found.add(role);
    return result;
  };
  return {
    ...module,
    keysWithRole: (...args: Parameters<typeof module.keysWithRole>) => {
      const keys = module.keysWithRole(...args);
      return record(args[1], keys, keys.length > 0);
    },
    hasRole: (...args: Parameters<typeof module.hasRole>) => {
      const has = module.hasRole(...args);
      return record(args[1], has, has);
    },
  };
});

/** The roles that a rule finds data by when it runs on its two examples. */
async function rolesOf(rule: Rule): Promise<ReadonlySet<string>> {
  found.clear();
  for (const example of [rule.examples.good, rule.examples.bad]) {
    const { value } = readBench(applyExample(await bench(folderOf(example)), example));
    if (!value) throw new Error('the example leaves no readable campaign');
    rule.run({ ...value, unit: '' });
  }
  return new Set(found);
}

const benches = new Map([RULES, TINY].map((folder) => [folder, openBench(folder)]));
const bench = (folder: string): ReturnType<typeof openBench> => benches.get(folder)!;

describe('the table of roles in docs/templates.md', () => {
  const lines = readFileSync(join(ROOT, 'docs', 'templates.md'), 'utf8').split('\n');
  const rows = lines
    .slice(lines.indexOf('### 角色'))
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('lists every role once', () => {
    expect(rows.map(([, role]) => role)).toEqual(ROLES.map((role) => `\`${role}\``));
  });

  it('says which rules look for each role', async () => {
    const codes = new Map<string, string[]>(ROLES.map((role) => [role, []]));
    for (const rule of rules) for (const role of await rolesOf(rule)) codes.get(role)?.push(rule.code);
    expect(rows.map(([, role, , , rule]) => `${role} ${rule}`)).toEqual(
      [...codes].map(
        ([role, list]) =>
          `\`${role}\` ${list
            .sort()
            .map((code) => `\`${code}\``)
            .join('、')}`,
      ),
    );
    expect([...codes].filter(([, list]) => list.length === 0)).toEqual([]);
  });
});
