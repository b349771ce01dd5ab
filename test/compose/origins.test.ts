import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import { loadProject } from '../../src/app/workspace/loaded-workspace.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import type { Cell, Inline, Text } from '../../src/model/block.js';
import type { Doc } from '../../src/model/doc.js';
import { contentSpans, templateSpan } from '../../src/model/origin.js';
import type { Origin } from '../../src/model/origin.js';
import type { Project } from '../../src/model/project.js';
import { filesBelow, memoryDisk } from '../support/memory-disk.js';
import { ROOT, TINY } from '../support/workspace.js';

const SCHEMA = `$id: wells
title: 水井台账
type: object
allOf: [{ $ref: '../schemas/document.yaml' }]
properties:
  place: { title: 地点, type: string }
  entries:
    title: 水井
    type: array
    items:
      type: object
      properties:
        name: { title: 名称, type: string }
        depth: { title: 深度, type: number }
        owner: { title: 管护人, type: string }
        on: { title: 日期, $ref: 'common.yaml#/$defs/date' }
`;
const DOCUMENT = `---
label: 水井台账
file: units/{unit}/wells.md
order: 900
title: '{{unit.shortName}}水井台账'
---
地点是{{place}}，由{{unit.shortName}}填报，第一口是{{#with (first entries)}}{{name}}{{/with}}。

| 序号 | 名称 | 深度 | 管护人 | 日期 |
|---|---|---|---|---|
{{#each entries}}
| {{plus @index 1}} | {{name}} | {{depth}} | {{or owner "—"}} | {{date on}} |
{{/each}}
| 合计 | {{count entries}} | {{total entries "depth"}} | — | — |
`;
const ROLLUP = `---
label: 水井汇总
scope: project
order: 901
title: 水井汇总
---
| 序号 | 单位 | 口数 | 深度 |
|---|---|---|---|
{{#each (groupBy (all "wells" "entries") "unit")}}
| {{plus @index 1}} | {{key}} | {{count members}} | {{total members "depth"}} |
{{/each}}
| 合计 | — | {{count (all "wells" "entries")}} | {{total (all "wells" "entries") "depth"}} |
`;

interface Well {
  readonly name: string;
  readonly depth: number;
  readonly owner: string;
  readonly on: string;
}

const WORD = fc
  .string({ unit: fc.constantFrom(...'甲乙丙*_|#`~\\<&[]{}1.- '), minLength: 1, maxLength: 12 })
  .map((text) => `井${text.trim()}`);
const WELL: fc.Arbitrary<Well> = fc.record({
  name: WORD,
  depth: fc.integer({ min: 1, max: 9999 }),
  owner: fc.oneof(fc.constant(''), WORD),
  on: fc.constantFrom('2027-03-05', '2027-04-30'),
});
const WELLS = fc.array(WELL, { minLength: 1, maxLength: 6 });

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = (wells: readonly Well[]): string =>
  [
    '名称,深度,管护人,日期',
    ...wells.map(({ name, depth, owner, on }) => [quoted(name), depth, quoted(owner), on].join()),
  ]
    .map((line) => `${line}\n`)
    .join('');

let base: Readonly<Record<string, string>>;
let shipped: ReturnType<typeof memoryDisk>;
beforeAll(() => {
  shipped = memoryDisk(filesBelow(ROOT, 'templates'));
  const files = ['campaign.md', 'units/dongmen/unit.md', 'units/xiyuan/unit.md'].map((path) => `content/${path}`);
  const content = Object.fromEntries(files.map((path) => [path, readFileSync(join(TINY, path), 'utf8')]));
  base = {
    ...content,
    'templates/wells/schema.yaml': SCHEMA,
    'templates/wells/document.hbs': DOCUMENT,
    'templates/rollup-wells/document.hbs': ROLLUP,
  };
});

async function projectOf(wells: Readonly<Record<string, readonly Well[]>>): Promise<Project> {
  const files = Object.entries(wells).flatMap(([unit, list]) => [
    [`content/units/${unit}/wells.md`, '---\n地点: 村口\n水井: wells.csv\n成文日期: 2027-05-01\n---\n'],
    [`content/units/${unit}/wells.csv`, csv(list)],
  ]);
  const { value } = await loadProject(
    memoryDisk({ ...base, ...(Object.fromEntries(files) as Readonly<Record<string, string>>) }),
    shipped,
    '2027-06-01',
  );
  if (!value) throw new Error('the campaign cannot be read');
  return value;
}

function docOf(project: Project, id: string): Doc {
  const entry = project.entries.find((candidate) => candidate.id === id);
  const doc = entry && createCompose(project)(entry).value;
  if (!doc) throw new Error(`${id} cannot be composed`);
  return doc;
}

function valuesIn(inlines: readonly Inline[]): readonly Text[] {
  return inlines.flatMap((inline) => (inline.kind === 'text' && inline.origin?.kind !== 'template' ? [inline] : []));
}

function originOf(cell: Cell | undefined): Origin {
  const [text] = valuesIn(cell ?? []);
  if (!text?.origin) throw new Error('the cell has no value');
  return text.origin;
}

/** The texts in content to which a value leads. */
function sources(origin: Origin, project: Project): readonly string[] {
  return contentSpans(origin).map(({ path, start, end }) => project.sources.get(path)?.text.slice(start, end) ?? '');
}

/** A CSV cell as it is typed, with or without quotation marks. */
const typed = (text: string): readonly string[] => [text, quoted(text)];

describe('a printed value', () => {
  it('leads to exactly the cell that it came from, sums to all their summands, row numbers nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(WELLS, async (wells) => {
        const project = await projectOf({ dongmen: wells });
        const [table] = tablesOf(docOf(project, 'units/dongmen/wells'));
        const rows = table?.rows ?? [];
        for (const [index, { name, depth, owner, on }] of wells.entries()) {
          const [number, ...cells] = rows[index] ?? [];
          expect(contentSpans(originOf(number))).toEqual([]);
          const found = cells.map((cell) => sources(originOf(cell), project));
          expect(typed(name)).toContain(found[0]?.[0]);
          expect(found[1]).toEqual([String(depth)]);
          if (owner !== '') expect(typed(owner)).toContain(found[2]?.[0]);
          expect(found[3]).toEqual([on]);
          expect(found.every(({ length }) => length <= 1)).toBe(true);
        }
        const [, count, total] = rows.at(-1) ?? [];
        expect(contentSpans(originOf(count))).toHaveLength(wells.length);
        expect(sources(originOf(total), project)).toEqual(wells.map(({ depth }) => String(depth)));
      }),
      { numRuns: 40 },
    );
  });

  it('of a roll-up leads to the cells of every unit that it counts', async () => {
    await fc.assert(
      fc.asyncProperty(WELLS, WELLS, async (first, second) => {
        const project = await projectOf({ dongmen: first, xiyuan: second });
        const [table] = tablesOf(docOf(project, 'rollups/rollup-wells'));
        for (const [index, [unit, wells]] of Object.entries({ dongmen: first, xiyuan: second }).entries()) {
          const [number, , count, depth] = table?.rows[index] ?? [];
          expect(contentSpans(originOf(number))).toEqual([]);
          expect(contentSpans(originOf(count))).toHaveLength(wells.length);
          expect(contentSpans(originOf(count)).every(({ path }) => path === `content/units/${unit}/wells.csv`)).toBe(
            true,
          );
          expect(sources(originOf(depth), project)).toEqual(wells.map((well) => String(well.depth)));
        }
        const total = table?.rows.at(-1)?.[3];
        expect(sources(originOf(total), project)).toEqual([...first, ...second].map(({ depth }) => String(depth)));
      }),
      { numRuns: 40 },
    );
  });

  it('of front matter, of the unit and of a block leads to its own line', async () => {
    const project = await projectOf({ dongmen: [{ name: '一号', depth: 3, owner: '', on: '2027-03-05' }] });
    const [paragraph] = docOf(project, 'units/dongmen/wells').blocks;
    const inlines = paragraph?.kind === 'paragraph' ? paragraph.inlines : [];
    const unit = project.units.find(({ id }) => id === 'dongmen');
    expect(valuesIn(inlines).map(({ origin }) => origin && sources(origin, project))).toEqual([
      ['村口'],
      [unit?.data['shortName']],
      ['一号'],
    ]);
  });

  it('stands between the wording of its template, which knows its place there', async () => {
    const project = await projectOf({ dongmen: [{ name: '一号', depth: 3, owner: '', on: '2027-03-05' }] });
    const [paragraph] = docOf(project, 'units/dongmen/wells').blocks;
    const [first] = paragraph?.kind === 'paragraph' ? paragraph.inlines : [];
    if (first?.kind !== 'text' || first.origin?.kind !== 'template') throw new Error('wording of the template');
    const { path, start, end } = templateSpan(first.origin, first.text);
    expect([path, DOCUMENT.slice(start, end)]).toEqual(['templates/wells/document.hbs', '地点是']);
  });

  it('is no part of the document as JSON', async () => {
    const project = await projectOf({ dongmen: [{ name: '一号', depth: 3, owner: '', on: '2027-03-05' }] });
    expect(JSON.stringify(docOf(project, 'units/dongmen/wells'))).not.toMatch(/origin|pointer|places/);
  });
});
