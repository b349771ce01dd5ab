import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facesFor } from '../../conformance/agreement/faces.js';
import { officeVersion, openOffice, type Office } from '../../conformance/agreement/office.js';
import { checks, failures } from '../../conformance/ruler/checks.js';
import { clauses, matrixText } from '../../conformance/ruler/clauses.js';
import type { Prints } from '../../conformance/ruler/measure.js';
import { printDocx, printPdf } from '../../conformance/ruler/print.js';
import type { FaceSet } from '../../src/host/fonts.js';
import { openPrinter } from '../../src/host/printer.js';
import type { Printer } from '../../src/model/ports.js';
import { gbt9704 } from '../../src/model/style.js';

const styles = [gbt9704, ...checks.map(({ wrong }) => wrong(gbt9704))];
const office = await officeVersion();

let faces: FaceSet;

beforeAll(async () => {
  const found = await facesFor([]);
  if (found === null) throw new Error('No faces to print with');
  faces = found;
});

function measured(print: () => readonly Prints[]): void {
  it.each(checks.map((check, index) => ({ ...check, check, index })))('$clause $name', ({ check, index }) => {
    const [right, ...wrong] = print();
    expect(right && failures(check, right)).toEqual([]);
    expect(wrong[index] && failures(check, wrong[index])).not.toEqual([]);
  });
}

describe('PDF under the ruler', () => {
  let prints: readonly Prints[] = [];
  let printer: Printer | null = null;
  beforeAll(async () => {
    printer = await openPrinter({ faces, jobs: 2 });
    prints = await printPdf(styles, printer, faces);
  });
  afterAll(() => printer?.close());
  measured(() => prints);
});

describe.skipIf(office === null)('DOCX under the ruler, as LibreOffice prints it', () => {
  let prints: readonly Prints[] = [];
  let opened: Office | null = null;
  beforeAll(async () => {
    opened = await openOffice(faces);
    prints = await printDocx(styles, opened, faces);
  });
  afterAll(() => opened?.close());
  measured(() => prints);
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
      const sources = await Promise.all([file, 'conformance/ruler/checks.ts'].map((path) => readFile(path, 'utf8')));
      expect(sources.join('\n')).toContain(title);
    }
  });
});
