import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/block.js';
import type { Chart } from '../../../src/model/chart.js';
import { chartCaption } from '../../../src/model/chart.js';
import { chartSize } from '../../../src/layout/chart-size.js';
import { charactersOf } from '../../../src/layout/characters.js';
import type { Doc } from '../../../src/model/doc.js';
import { chartsOf } from '../../../src/model/doc-images.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { drawCharts } from '../../../src/formats/chart/draw.js';
import { writeDocx } from '../../../src/formats/docx/document.js';
import { writeHtml } from '../../../src/formats/html/page.js';
import { writeText } from '../../../src/formats/text/document.js';
import { docxParagraphs, docxParts } from '../../support/docx-parts.js';
import { sampleCharts } from '../../support/sample-charts.js';
import { draftDoc, sampleImages } from '../../support/sample-doc.js';
import { faceTable } from '../../support/tools.js';

const { stack, ranking } = sampleCharts;
const EMU_PER_POINT = 12_700;

function docOf(...blocks: readonly Block[]): Doc {
  return { ...draftDoc, title: [], blocks };
}

function htmlOf(doc: Doc): string {
  const { html } = writeHtml(doc, gbt9704, faceTable, new Map(), drawCharts(doc, gbt9704, faceTable));
  return html.slice(html.indexOf('<body>'));
}

const [png] = [...sampleImages.values()];

async function docxOf(doc: Doc): Promise<Uint8Array> {
  return writeDocx(doc, gbt9704, new Map(), new Map(chartsOf(doc).map((chart) => [chart, png!])));
}

async function bodyOf(doc: Doc): Promise<string> {
  return docxParts(await docxOf(doc)).get('word/document.xml') ?? '';
}

const hostile: Chart = {
  ...stack,
  title: '<b>"&',
  alt: '<script>alert("1")</script>\u0000',
  categories: ['</svg>', 'x'],
};

describe('a chart in the page', () => {
  it('is one picture that says in words what it shows, its caption below', () => {
    const html = htmlOf(docOf(stack));
    expect(html).toContain(`<figure role="img" aria-label="${stack.alt}" style="height:`);
    expect(html.indexOf('<svg')).toBeGreaterThan(html.indexOf('<figure'));
    expect(html.indexOf(`<p class="chart-caption">${chartCaption(stack)}</p>`)).toBeGreaterThan(html.indexOf('</svg>'));
  });

  it('takes the height that the model gives it', () => {
    const { height } = chartSize(stack, gbt9704);
    expect(htmlOf(docOf(stack))).toContain(`style="height:${Number(height.toFixed(3))}pt"`);
    expect((height / gbt9704.grid.linePitch) % 1).toBeCloseTo(0);
  });

  it('keeps several charts apart, on a turned page and in a quotation too', () => {
    const html = htmlOf(docOf(stack, { kind: 'landscape', blocks: [{ ...ranking, number: 2 }] }));
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('图2　各单位末轮满意率');
  });

  it('shows a hole where it was not drawn', () => {
    const { html } = writeHtml(docOf(stack), gbt9704, faceTable, new Map());
    expect(html).toContain(`<span class="missing">（缺图：${chartCaption(stack)}）</span>`);
  });

  it('lets no name become markup', () => {
    const html = htmlOf(docOf(hostile));
    expect(html).not.toMatch(/<script|<b>|<\/svg>[^<]*<\/text>/);
    expect(html).toContain('aria-label="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"');
  });
});

describe('a chart in a DOCX', () => {
  it('is a picture with its words, and its caption on the same page', async () => {
    const xml = await bodyOf(docOf(stack));
    const caption = chartCaption(stack);
    expect(xml).toMatch(new RegExp(`<wp:docPr id="1" name="${caption}" descr="${stack.alt}" title="${caption}"`));
    expect(docxParagraphs(xml).map(({ style }) => style)).toContain('Chart');
    expect(docxParagraphs(xml).find(({ style }) => style === 'ChartCaption')?.text).toBe(caption);
    const styles = docxParts(await docxOf(docOf(stack))).get('word/styles.xml') ?? '';
    expect(/<w:style [^>]*w:styleId="Chart">.*?<\/w:style>/s.exec(styles)?.[0]).toContain('<w:keepNext/>');
  });

  it('is as large as in the PDF, but for half a point of the line it stands on', async () => {
    const { width, height } = chartSize(stack, gbt9704);
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(await bodyOf(docOf(stack))) ?? [];
    expect(Number(cx)).toBe(width * EMU_PER_POINT);
    expect(Math.abs(Number(cy) - (height - 0.5) * EMU_PER_POINT)).toBeLessThan(2);
  });

  it('holds the very bytes that were drawn, and is written twice alike', async () => {
    const doc = docOf(stack, { ...ranking, number: 2 });
    const first = await docxOf(doc);
    const media = Object.entries(unzipSync(first)).filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([, bytes]) => Buffer.compare(bytes, png!))).toEqual(media.map(() => 0));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Buffer.compare(first, await docxOf(doc))).toBe(0);
  });

  it('shows a hole where it was not drawn', async () => {
    const parts = docxParts(await writeDocx(docOf(stack), gbt9704, new Map()));
    expect(parts.get('word/document.xml')).toContain(`（缺图：${chartCaption(stack)}）`);
  });

  it('lets no name become markup', async () => {
    const xml = await bodyOf(docOf(hostile));
    expect(xml).toContain('descr="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"');
    expect(xml).not.toContain('\u0000');
  });
});

describe('a chart in the model', () => {
  it('is told with all its figures in the text of a document', () => {
    const text = writeText(docOf(ranking));
    expect(text).toContain('图表　图1　各单位末轮满意率');
    expect(text).toContain('项　区政务服务中心 | 84.96%');
    expect(text).toContain('标线　85 | 85%通过');
  });

  it('has its characters counted by the faces that set them', () => {
    const odd: Chart = { ...ranking, categories: ['屈䶮', '乙', '丙', '丁'], title: '𬱟' };
    const { body, heading1 } = charactersOf([docOf({ kind: 'landscape', blocks: [odd] })]);
    expect(body).toContain('䶮');
    expect(heading1).not.toContain('䶮');
    expect(heading1).toContain('𬱟');
    expect(heading1).toContain('%');
  });
});
