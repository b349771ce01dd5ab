import { describe, expect, it } from 'vitest';
import type { FaceTable } from '../../src/model/ports.js';
import { type Role } from '../../src/model/style.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { partAnchor, partsOf, type Volume } from '../../src/model/volume.js';
import { initialPaging, type Paging } from '../../src/layout/paging.js';
import { writeVolumeDocx } from '../../src/formats/docx/volume/volume.js';
import { writeVolumeHtml } from '../../src/formats/html/volume.js';
import { docxParagraphs, docxParts } from '../support/docx-parts.js';
import { sampleImages } from '../support/sample-doc.js';
import { sampleVolume } from '../support/sample-volume.js';

const parts = partsOf(sampleVolume);
const paging: Paging = { first: [4, 11, 13, 15, 108], emptyBefore: parts.map(() => false) };
const face = (role: Role): FaceTable[Role] => ({ role, official: role, family: role, substituted: false });
const faces: FaceTable = {
  title: face('title'),
  body: face('body'),
  heading1: face('heading1'),
  heading2: face('heading2'),
  digits: face('digits'),
};

describe('a volume as HTML', () => {
  const html = (volume: Volume = sampleVolume, known: Paging = paging): string =>
    writeVolumeHtml(volume, gbt9704, faces, new Map(), known).html;
  const body = (text: string): string => text.slice(text.indexOf('<body>'));
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

  it('links every entry of the contents to its document', () => {
    const text = body(html());
    const links = [...text.matchAll(/<a href="#([^"]+)">/g)].map((match) => match[1]);
    const places = [...text.matchAll(/<article id="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual(parts.map((_, index) => partAnchor(index)));
    expect(places).toEqual(links);
  });

  it('prints the numbers that it is told, and as many lines without them', () => {
    const numbers = (text: string): readonly (string | undefined)[] =>
      [...text.matchAll(/<span class="page">(\d*)<\/span>/g)].map((match) => match[1]);
    expect(numbers(html())).toEqual(['4', '11', '13', '15', '108']);
    expect(numbers(html(sampleVolume, initialPaging))).toEqual(['', '', '', '', '']);
    const lines = (text: string): number => count(text, /<span class="line">/g);
    expect(lines(html())).toBe(parts.length + 1);
    expect(lines(html(sampleVolume, initialPaging))).toBe(lines(html()));
  });

  it('puts the titles of documents above all other headings', () => {
    const text = body(html());
    expect(text).toContain('<h1>目录</h1>');
    expect(text).toContain('<p class="centre" role="heading" aria-level="1">第3期（总第57期）</p>');
    expect(text).toContain('<h1 aria-level="2">整改事项台账</h1>');
    expect(text).toContain('<h1 aria-level="2">编印说明</h1>');
  });

  it('gives each document the table size of its kind', () => {
    const text = html();
    expect(count(text, /<article id="[^"]+" class="tables-10-5">/g)).toBe(2);
    expect(count(text, /^\.tables-10-5 \{$/gm)).toBe(1);
  });

  it('shows no number on the cover, and an empty page only before documents that need one', () => {
    expect(html()).toMatch(/@page unnumbered:right \{ @bottom-right \{ content: none; \} \}/);
    expect(count(body(html()), /class="run portrait empty unnumbered"/g)).toBe(0);
    const emptyBefore = [true, false, true, false, false];
    const twoSided = body(html({ ...sampleVolume, twoSided: true }, { ...paging, emptyBefore }));
    expect(count(twoSided, /class="run portrait empty unnumbered"/g)).toBe(3);
  });

  it('escapes what content says', () => {
    expect(html()).toContain('<span>某处“甲\\乙&quot;丙</span>');
  });
});

describe('a volume as DOCX', () => {
  const write = (volume: Volume = sampleVolume): Promise<Uint8Array> =>
    writeVolumeDocx(volume, gbt9704, sampleImages, paging);
  const part = async (path: string, volume?: Volume): Promise<string> => docxParts(await write(volume)).get(path) ?? '';

  it('is written twice alike', async () => {
    expect(Buffer.compare(Buffer.from(await write()), Buffer.from(await write()))).toBe(0);
  });

  it('has contents with the page numbers written out, each a reference to a bookmark that is there', async () => {
    const xml = await part('word/document.xml');
    const bookmarks = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)" w:id="(\d+)"\/>/g)];
    const references = [
      ...xml.matchAll(/ PAGEREF (\S+) \\h <\/w:instrText>.*?separate"\/><\/w:r><w:r><w:t[^>]*>(\d+)</g),
    ];
    expect(references.map((match) => match[2])).toEqual(['4', '11', '13', '15', '108']);
    expect(references.map((match) => match[1])).toEqual(bookmarks.map((match) => match[1]));
    expect(new Set(bookmarks.map((match) => match[2])).size).toBe(parts.length);
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map((match) => match[1]);
    expect(anchors).toEqual(bookmarks.map((match) => match[1]));
  });

  it('can be made anew by Word: one field, and a mark at every group and document', async () => {
    const xml = await part('word/document.xml');
    const count = (type: string): number => xml.match(new RegExp(`w:fldCharType="${type}"`, 'g'))?.length ?? 0;
    expect(xml.match(/ TOC \\f \\h \\z \\l 1-2 \\n 1-1 /g)).toHaveLength(1);
    expect(count('begin')).toBe(count('end'));
    expect(count('separate')).toBe(1 + parts.length);
    expect(xml.match(/ \\l 1 </g)).toHaveLength(2);
    expect(xml.match(/ \\l 2 </g)).toHaveLength(parts.length);
    expect(xml).toContain('某处“甲\\\\乙\\&quot;丙&quot; \\l 2 ');
    expect(await part('word/settings.xml')).not.toContain('updateFields');
  });

  it('names only styles that it has, and gives documents their own where they differ', async () => {
    const used = new Set(
      [...(await part('word/document.xml')).matchAll(/w:(?:p|r|tbl)Style w:val="([^"]+)"/g)].map((match) => match[1]),
    );
    const styles = await part('word/styles.xml');
    const known = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1]);
    expect([...used].filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
    expect([...used]).toEqual(expect.arrayContaining(['IssuingMark', 'IssuingMark2', 'OfficialTable2', 'TableText2']));
    const names = [...styles.matchAll(/<w:name w:val="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('ranks the titles of documents first, those of attachments and chapters second', async () => {
    const paragraphs = docxParagraphs(await part('word/document.xml'));
    const level = (text: string): string | undefined =>
      /<w:outlineLvl w:val="(\d)"/.exec(paragraphs.find((each) => each.text === text)?.xml ?? '')?.[1];
    expect(level('关于2026年无障碍设施改造工作情况的报告')).toBe('0');
    expect(level('第3期（总第57期）')).toBe('0');
    expect(level('整改事项台账')).toBe('1');
    const styles = await part('word/styles.xml');
    expect(styles).toMatch(/<w:name w:val="heading 2"\/>.*?<w:outlineLvl w:val="1"\/>/);
    expect(styles).not.toContain('"heading 1"');
  });

  it('writes footers once for each orientation, and none for the cover', async () => {
    const files = docxParts(await write());
    expect([...files.keys()].filter((path) => /^word\/footer\d+\.xml$/.test(path))).toHaveLength(4);
    const sections = (files.get('word/document.xml') ?? '').split('</w:sectPr>').slice(0, -1);
    const footers = sections.map((section) => section.match(/<w:footerReference/g)?.length ?? 0);
    expect(footers[0]).toBe(0);
    expect(new Set(footers.slice(1))).toEqual(new Set([2]));
  });

  it('begins documents on odd pages where it is printed on both sides', async () => {
    const odd = (xml: string): number => xml.match(/<w:type w:val="oddPage"\/>/g)?.length ?? 0;
    expect(odd(await part('word/document.xml'))).toBe(0);
    expect(odd(await part('word/document.xml', { ...sampleVolume, twoSided: true }))).toBe(1 + parts.length);
  });
});
