import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { comparePrints, type Agreement, type Difference } from './agreement/compare.js';
import { facesFor } from './agreement/faces.js';
import { printingMissing } from './agreement/missing.js';
import { openOffice } from './agreement/office.js';
import { allMustPass, type Built, type Judge, type Row } from './judge.js';
import { readPages } from './ruler/page.js';

/** The rows. Two pages are equal if they contain the same characters in any order; the third row compares the lines. */
const NAMES = ['DOCX 与 PDF 页数相同', 'DOCX 与 PDF 逐页相同', 'DOCX 与 PDF 逐行相同'] as const;
/** Minimum shares of equal pages and equal lines. */
const PAGES = 0.98;
const LINES = 0.97;

/** Compares the two formats of each document: the DOCX, printed by LibreOffice, with the PDF. */
export const agreement: Judge = {
  names: NAMES,
  format: 'docx',
  slow: true,
  missing: printingMissing,
  judge: async (built) => rowsOf(await compareAll(built)),
};

interface Compared extends Agreement {
  readonly path: string;
}

async function compareAll({ folder, artifacts }: Built): Promise<readonly Compared[]> {
  const written = new Set(artifacts.map(({ path }) => path));
  const stems = [...written].filter((path) => path.endsWith('.docx')).map((path) => path.slice(0, -'.docx'.length));
  const both = stems.filter((stem) => written.has(`${stem}.pdf`)).toSorted();
  const docx = await Promise.all(both.map((stem) => readFile(join(folder, `${stem}.docx`))));
  const faces = await facesFor(docx);
  if (faces === null) throw new Error('no faces');
  const office = await openOffice(faces);
  try {
    const printed = await office.print(docx);
    const compared: Compared[] = [];
    for (const [index, stem] of both.entries()) {
      const pdf = await readPages(await readFile(join(folder, `${stem}.pdf`)));
      compared.push({ path: stem, ...comparePrints(pdf, await readPages(printed[index] ?? new Uint8Array())) });
    }
    return compared;
  } finally {
    await office.close();
  }
}

function rowsOf(all: readonly Compared[]): readonly Row[] {
  const counted = all.filter(({ pages: [pdf, docx] }) => pdf === docx);
  const unequal = all.filter((each) => !counted.includes(each));
  const sum = (figure: (each: Compared) => number): number => all.reduce((total, each) => total + figure(each), 0);
  return [
    allMustPass(
      NAMES[0],
      counted.length,
      all.length,
      unequal.map(({ path, pages }) => `${path}：PDF ${pages[0]} 页，DOCX ${pages[1]} 页`),
    ),
    share(
      NAMES[1],
      sum(({ equalPages }) => equalPages),
      sum(({ pages }) => pages[0]),
      PAGES,
      [],
    ),
    share(
      NAMES[2],
      sum(({ equalLines }) => equalLines),
      sum(({ lines }) => lines),
      LINES,
      all.flatMap(describeDifferences),
    ),
  ];
}

function share(name: string, equal: number, total: number, least: number, findings: readonly string[]): Row {
  const found = `${equal}/${total}，${((100 * equal) / Math.max(1, total)).toFixed(2)}%`;
  return { name, bar: `${least * 100}%`, found, met: total > 0 && equal >= least * total, findings };
}

function describeDifferences({ path, differences }: Compared): readonly string[] {
  return differences.map(
    ({ page, pdf, docx }: Difference) => `${path} 第 ${page} 页：PDF ${quoteLines(pdf)}；DOCX ${quoteLines(docx)}`,
  );
}

function quoteLines(lines: readonly string[]): string {
  return lines.length === 0
    ? '无'
    : lines
        .slice(0, 3)
        .map((line) => `“${line}”`)
        .join('') + (lines.length > 3 ? '……' : '');
}
