import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/host/cache.js';
import { findFaces } from '../../src/host/fonts.js';
import { openPrinter } from '../../src/host/printer.js';
import { rasterise } from '../../src/host/rasterise.js';
import type { Chart } from '../../src/model/chart.js';
import { chartCaption } from '../../src/model/chart.js';
import { charactersOf } from '../../src/layout/characters.js';
import type { Doc } from '../../src/model/doc.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { drawCharts } from '../../src/formats/chart/draw.js';
import { writeHtml } from '../../src/formats/html/page.js';
import { archivePdf } from '../../src/formats/pdf/archive.js';
import { sampleCharts } from '../support/sample-charts.js';
import { draftDoc } from '../support/sample-doc.js';
import { ROOT } from '../support/workspace.js';

interface TreeNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly TreeNode[];
}

const charts: readonly Chart[] = Object.values(sampleCharts).map((chart, index) => ({ ...chart, number: index + 1 }));
const doc: Doc = { ...draftDoc, title: ['图表'], blocks: charts };

let pdf: Uint8Array;
let drawings: readonly string[];
let families: ReadonlyMap<string, string>;

beforeAll(async () => {
  const options = { workspace: ROOT, style: gbt9704, cache: cacheFolder(), characters: charactersOf([doc]) };
  const { value: faces } = await findFaces(options);
  const drawn = drawCharts(doc, gbt9704, faces!.table);
  drawings = [...drawn.values()];
  families = faces!.families;
  const printer = await openPrinter({ faces: faces!, jobs: 1, cache: cacheFolder() });
  const printed = await printer.print(writeHtml(doc, gbt9704, faces!.table, new Map(), drawn));
  await printer.close();
  pdf = await archivePdf(printed.pdf, doc.properties);
});

/** The elements of a role in reading order, page by page. */
async function elements(role: string): Promise<readonly TreeNode[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const found: TreeNode[] = [];
  const walk = (node: TreeNode | null): void => {
    if (node?.role === role) found.push(node);
    for (const child of node?.children ?? []) walk(child);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    walk((await (await document.getPage(number)).getStructTree()) as TreeNode | null);
  }
  await document.destroy();
  return found;
}

async function textOf(): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  await document.destroy();
  return texts.join('').replace(/\s+/gu, '');
}

describe('charts in a PDF', () => {
  it('are one figure each, told in words, and no paragraphs inside', async () => {
    const figures = await elements('Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(charts.map(({ alt }) => alt));
    for (const { children = [] } of figures) expect(children.filter(({ role }) => role !== undefined)).toEqual([]);
  });

  it('are vectors with real text, searched like any other', async () => {
    const text = await textOf();
    for (const chart of charts) {
      expect(text).toContain(chartCaption(chart).replace(/\s/gu, ''));
      expect(text).toContain(chart.categories[0]);
    }
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/);
  });
});

describe('charts as pictures', () => {
  it('are drawn in the faces of the document, twice alike, at the resolution of print', async () => {
    for (const svg of drawings) {
      const [first, second] = [await rasterise(svg, 1842, families), await rasterise(svg, 1842, families)];
      expect(Buffer.compare(first, second)).toBe(0);
      expect(first.length).toBeGreaterThan(20_000);
    }
  });
});
