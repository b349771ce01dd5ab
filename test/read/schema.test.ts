import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TINY, load, withWorkspace } from '../support/workspace.js';

/** What is said of a template file of the workspace's own, and on which line. */
async function said(path: string, text: string): Promise<readonly string[]> {
  return withWorkspace([TINY], async (folder) => {
    const file = join(folder, 'templates', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const { diagnostics } = await load(folder);
    const faults = diagnostics.filter(({ code }) => code === 'TEMPLATE-SCHEMA');
    return faults.map(({ span, message }) => `${span?.path ?? ''}:${lineOf(text, span?.start ?? 0)} ${message}`);
  });
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

const HEAD = 'type: object\nallOf: [{ $ref: ../schemas/document.yaml }]\nproperties:\n';

describe('a schema that cannot be read', () => {
  const cases: readonly (readonly [string, string, number, RegExp])[] = [
    ['is not YAML', `${HEAD}  note: {\n`, 5, /写法有误/],
    ['is empty', '', 1, /是空的/],
    ['is empty but for a remark', '# 无\n', 1, /是空的/],
    ['is no record', '- a\n', 1, /名称: 内容/],
    ['has a property of nothing', `${HEAD}  note:\n`, 4, /“note”.*名称: 内容/],
    ['refers to itself', `${HEAD}  note: { $ref: '#/properties/note' }\n`, 4, /引用.*自己/],
    ['contains itself', 'type: object\nproperties: &all\n  note: { properties: *all }\n', 3, /引用.*自己/],
    ['refers to nothing', `${HEAD}  note: { $ref: '#/of/nothing' }\n`, 4, /#\/of\/nothing.*不存在/],
    ['refers into nothing', `${HEAD}  note: { $ref: 'common.yaml#/a/b/c' }\n`, 4, /不存在/],
    ['has a pattern that is none', `${HEAD}  note: { type: string, pattern: '[a' }\n`, 4, /“pattern”.*\[a/],
    ['requires a number', `${HEAD}  note: { type: string }\nrequired: 5\n`, 5, /“required”/],
    ['has alternatives that are none', `${HEAD}  note: { anyOf: text }\n`, 4, /“anyOf”/],
    ['has an unknown type', `${HEAD}  note: { type: text }\n`, 4, /“type”/],
    ['has a title that is a number', `${HEAD}  note: { type: string, title: 2027 }\n`, 4, /“title”/],
    ['has a role that no rule knows', `${HEAD}  note: { type: string, role: dead }\n`, 4, /“role”/],
  ];
  it.each(cases)('%s: the fault and its place are told', async (_, text, line, expected) => {
    const [fault = '', ...more] = await said('plan/schema.yaml', text);
    expect(fault).toMatch(expected);
    expect(fault).toContain(`templates/plan/schema.yaml:${String(line)} `);
    expect(more).toEqual([]);
  });

  it("and is every kind's ends the reading, not the program", async () => {
    const [fault] = await said('schemas/unit.yaml', 'type: object\nproperties: {\n');
    expect(fault).toMatch(/^templates\/schemas\/unit\.yaml:3 .*写法有误/);
  });
});

describe('a schema that the validator refuses', () => {
  it('is told where a document is held to it', async () => {
    const faults = await said('plan/schema.yaml', `${HEAD}  basis: { type: string, maxlength: 5 }\n`);
    const message = '模板的字段说明有误，这份文件没法核对（不认识“maxlength”）';
    expect(faults).toContain(`content/units/xiyuan/plan.md:1 ${message}`);
  });
});
