import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facesFor } from '../../conformance/agreement/faces.js';
import { officeVersion, openOffice, type Office } from '../../conformance/agreement/office.js';
import { checks, failures, jobs } from '../../conformance/ruler/checks.js';
import { clauses, matrixText } from '../../conformance/ruler/clauses.js';
import { DOC_NAMES } from '../../conformance/ruler/documents.js';
import {
  lineOf,
  rulesOf,
  squareFoot,
  squareTop,
  textLines,
  type Prints,
  type Reading,
} from '../../conformance/ruler/measure.js';
import type { Glyph } from '../../conformance/ruler/page.js';
import { printDocx, printPdf } from '../../conformance/ruler/print.js';
import type { Check } from '../../conformance/ruler/sheet.js';
import type { FaceSet } from '../../src/host/fonts.js';
import { openPrinter } from '../../src/host/printer.js';
import type { Printer } from '../../src/model/ports.js';
import { gbt33476 } from '../../src/layout/styles.js';

/** The right style, the second geometry, then each check's wrong style. */
const [right, ...wrong] = jobs;
const printed = [...(right ? [right] : []), { style: gbt33476, on: DOC_NAMES }, ...wrong];
const office = await officeVersion();

let faces: FaceSet;

beforeAll(async () => {
  const found = await facesFor([]);
  if (found === null) throw new Error('No faces to print with');
  faces = found;
});

/** Checks that state the first geometry itself, which the second replaces. */
const FIRST_ONLY = new Set([
  '版心高 225 mm，上白边 37 mm',
  '版记末条分隔线与末面版心下边缘重合',
  '信函的版记没有分隔线、印发机关和印发日期，在末页版心最下方',
]);
/** Distances in lines, of which the second geometry's are longer by up to 0.18 mm each. */
const WIDER = 2.2;

/** The geometry of GB/T 33476.2: the characters of the first line meet the edge of the 版心, every other measure holds. */
function compensated(prints: Prints): readonly string[] {
  const lines = textLines(prints.sealed[1]!);
  const top = squareTop(lines[0]!);
  const foot = squareFoot(lines.at(-1)!);
  const edges = top > 36.5 && top < 38.5 && foot > 259.5 && foot < 262.5 ? [] : [`首行 ${top}，末行 ${foot}`];
  const others = checks.filter(({ name }) => !FIRST_ONLY.has(name));
  const off = others.flatMap((check) => failures(wider(check), prints).map((text) => `${check.name}：${text}`));
  return [...edges, ...off];
}

function wider(check: Check): Check {
  const widen = (each: Reading): Reading => ({ ...each, tolerance: each.tolerance && each.tolerance * WIDER });
  return { ...check, measure: (prints) => check.measure(prints).map(widen) };
}

/** What a paper that bears the red head leaves to print, and where 版记 goes that wants an even page. */
function variants(print: () => readonly Prints[]): void {
  it('套红纸上没有红色，其余文字一个不移', () => {
    const { sealed, preprinted } = print()[0]!;
    const red = /^#e60012$/;
    expect(preprinted[0]!.glyphs.filter(({ colour }) => red.test(colour))).toEqual([]);
    expect(rulesOf(preprinted[0]).filter((rule) => rule.red)).toEqual([]);
    const black = sealed[0]!.glyphs.filter(({ colour }) => !red.test(colour));
    expect(preprinted[0]!.glyphs.map(({ text }) => text)).toEqual(black.map(({ text }) => text));
    const moved = preprinted[0]!.glyphs.map(({ x, y }, index) => Math.hypot(x - black[index]!.x, y - black[index]!.y));
    expect(Math.max(...moved)).toBeLessThan(0.3);
  });
  it('版记另起双页，前有空白页的，空白页和版记页都不编页码', () => {
    const { even, blank } = print()[0]!;
    const numbers = (pages: Prints['even']): readonly number[] =>
      pages.map((page) => page.glyphs.filter(isDash).length);
    expect(numbers(even)).toEqual([2, 0]);
    expect(numbers(blank)).toEqual([2, 2, 0, 0]);
    expect(blank[2]!.glyphs).toEqual([]);
    expect(lineOf(even[1], '抄送').text).toContain('区人大工委');
  });
  it('版面取 GB/T 33476.2 时，字面撑满版心，其余要求照样满足', () => {
    expect(compensated(print()[1]!)).toEqual([]);
  });
}

const isDash = ({ text }: Glyph): boolean => text === '—';

function measured(print: () => readonly Prints[]): void {
  it.each(checks.map((check, index) => ({ ...check, check, index })))('$clause $name', ({ check, index }) => {
    const [right, , ...wrong] = print();
    expect(right && failures(check, right)).toEqual([]);
    expect(wrong[index] && failures(check, wrong[index])).not.toEqual([]);
  });
}

describe('PDF under the ruler', () => {
  let prints: readonly Prints[] = [];
  let printer: Printer | null = null;
  beforeAll(async () => {
    printer = await openPrinter({ faces, jobs: 2 });
    prints = await printPdf(printed, printer, faces);
  });
  afterAll(() => printer?.close());
  measured(() => prints);
  variants(() => prints);
});

describe.skipIf(office === null)('DOCX under the ruler, as LibreOffice prints it', () => {
  let prints: readonly Prints[] = [];
  let opened: Office | null = null;
  beforeAll(async () => {
    opened = await openOffice(faces);
    prints = await printDocx(printed, opened, faces);
  });
  afterAll(() => opened?.close());
  measured(() => prints);
  variants(() => prints);
});

describe('docs/conformance.md', () => {
  it('is what the tests hold', async () => {
    await expect(matrixText()).toMatchFileSnapshot('../../docs/conformance.md');
  });
  it.each(clauses)('$clause names tests that are there', async ({ held, by }) => {
    expect(by).not.toEqual([]);
    const tests = by.filter((each) => typeof each !== 'string');
    expect(tests.length > 0).toBe(held === '自动测试');
    for (const { file, title } of tests) {
      const sources = await Promise.all(
        [file, 'conformance/ruler/checks.ts', 'conformance/ruler/format-checks.ts'].map((path) =>
          readFile(path, 'utf8'),
        ),
      );
      expect(sources.join('\n')).toContain(title);
    }
  });
});
