import { describe, expect, it } from 'vitest';
import type { Block, Heading, HeadingLevel } from '../../../src/model/block.js';
import type { Doc } from '../../../src/model/doc.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { writeDocx } from '../../../src/formats/docx/document.js';
import { headingCounter, numberText } from '../../../src/formats/docx/styles/numbering.js';
import { docxParagraphs, docxParts } from '../../support/docx-parts.js';
import { sampleDocs, sampleImages } from '../../support/sample-doc.js';

const heading = (level: HeadingLevel, number: string): Heading => ({ kind: 'heading', level, number, inlines: [] });

/** Counts as Word does: a level goes up by one, and the levels under it begin again. */
function wordNumbers(xml: string): readonly string[] {
  const lists = new Map<string, number[]>();
  return docxParagraphs(xml).flatMap(({ xml: paragraph }) => {
    const match = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph);
    if (match?.[2] === undefined || match[2] === '0') return [];
    const level = Number(match[1]);
    const counts = lists.get(match[2]) ?? [0, 0, 0, 0];
    lists.set(
      match[2],
      counts.map((count, index) => (index < level ? count : index === level ? count + 1 : 0)),
    );
    return [numberText((level + 1) as 1 | 2 | 3 | 4, (counts[level] ?? 0) + 1)];
  });
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
}

describe('heading numbers', () => {
  it.each(Object.entries(sampleDocs))('are what Word counts in %s', async (_, doc: Doc) => {
    const parts = docxParts(await writeDocx(doc, gbt9704, sampleImages));
    const blocks = [...doc.blocks, ...doc.attachments.flatMap((attachment) => attachment.blocks)];
    const expected = headingsOf(blocks).flatMap(({ number }) => (number === '' ? [] : [number]));
    expect(wordNumbers(parts.get('word/document.xml') ?? '')).toEqual(expected);
  });

  it('number themselves by a list that is there', async () => {
    const parts = docxParts(await writeDocx(sampleDocs.official, gbt9704, sampleImages));
    const list = /w:styleId="Heading1".*?<w:numId w:val="(\d+)"/s.exec(parts.get('word/styles.xml') ?? '')?.[1];
    const numbering = parts.get('word/numbering.xml') ?? '';
    const abstract = new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1];
    const definition = numbering
      .split('<w:abstractNum ')
      .find((text) => text.startsWith(`w:abstractNumId="${abstract}"`));
    expect(definition).toContain('<w:pStyle w:val="Heading1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>');
  });

  it('begin again at the title of an article', () => {
    const counter = headingCounter();
    const places = [heading(1, '一、'), heading(0, ''), heading(1, '一、')].map(counter.place);
    expect(places).toEqual([{ instance: 0, level: 0 }, null, { instance: 1, level: 0 }]);
  });

  it('stay as text where counting does not arrive at them', () => {
    const counter = headingCounter();
    expect([heading(1, '一、'), heading(1, '五、'), heading(1, '二、')].map(counter.place)).toEqual([
      { instance: 0, level: 0 },
      null,
      { instance: 0, level: 0 },
    ]);
  });

  it.each([
    [1, 10, '十、'],
    [1, 21, '二十一、'],
    [2, 12, '（十二）'],
    [3, 3, '3.'],
    [4, 11, '（11）'],
  ] as const)('of level %d print %d as %s', (level, count, text) => {
    expect(numberText(level, count)).toBe(text);
  });
});
