import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readCMap, utf16Hex, writeCMap } from '../../../src/formats/pdf/cmap.js';
import { tagContent, type TaggedContent } from '../../../src/formats/pdf/tagging.js';
import { readOperators, writeOperators } from '../../../src/formats/pdf/operators.js';
import { openPrint, parsePrint } from '../../../src/formats/pdf/parse.js';
import { writeContext } from '../../../src/formats/pdf/serialise.js';
import { srgbProfile } from '../../../src/formats/pdf/srgb.js';
import {
  pruneStructure,
  tidyStructure,
  type Content,
  type Element,
  type Node,
} from '../../../src/formats/pdf/structure.js';
import { xmpPacket } from '../../../src/formats/pdf/xmp.js';

describe('operators of a content stream', () => {
  it('are read with strings, names and dictionaries whole and written back', () => {
    const stream = '/G3 gs\n(a \\) BDC) Tj\n[(b) -20 <00EMC1>] TJ\n/P <</MCID 3>> BDC\n0 0 1 1 re\nf*\nEMC\n';
    const parts = readOperators(stream);
    expect(parts.map((part) => (part.kind === 'operator' ? part.name : part.parts.length))).toEqual([
      'gs',
      'Tj',
      'TJ',
      2,
    ]);
    expect(writeOperators(parts)).toBe(stream);
  });

  it('end where their operands end, whatever stands in a string or between two of them', () => {
    const stream = '0 0 0 RG 0 0 0 rg\r\n(a (EMC) \\( b) Tj<0A>Tj /true true /N false EI\n(open';
    const parts = readOperators(stream).map((part) => (part.kind === 'operator' ? part.text : ''));
    expect(parts).toEqual(['0 0 0 RG', '0 0 0 rg', '(a (EMC) \\( b) Tj', '<0A>Tj', '/true true /N false EI']);
  });
});

describe('a print', () => {
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Names [(a \\) b) <FEFF4E91> /A#20B -1.50 +3 .5 true false null]>>',
    '<</Type /Pages /Count 0 /Kids []>>',
    '<</Length 9>> stream\r\n>> endobj\nendstream',
  ];
  const print = (): Buffer => {
    let text = '%PDF-1.4\n';
    const offsets = objects.map((object, index) => {
      const offset = text.length;
      text += `${index + 1} 0 obj\n${object}\nendobj\n`;
      return offset;
    });
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const table = `xref\n0 4\n0000000000 65535 f \n${entries.join('')}`;
    return Buffer.from(`${text}${table}trailer\n<</Size 4 /Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
  };

  it('is read as the library reads it', async () => {
    const texts = (context: PDFContext): readonly string[] =>
      context
        .enumerateIndirectObjects()
        .map(([ref, object]) => `${String(ref)} ${object.constructor.name} ${String(object)}`);
    const context = parsePrint(print());
    expect(texts(context)).toEqual(texts(await PDFParser.forBytesWithOptions(print(), Infinity, true).parseDocument()));
    expect(String(context.lookup(context.trailerInfo.Root))).toContain('(a \\) b)');
    const stream = context.lookup(PDFRef.of(3));
    expect(stream instanceof PDFRawStream && Buffer.from(stream.contents).toString()).toBe('>> endobj');
  });

  it('is refused where it is written in another way', () => {
    const text = print().toString('latin1');
    const others = [
      text.slice(0, -8),
      text.replace('xref\n0', 'xxxx\n0'),
      text.replace('/Length 9', '/Length 8 0 R'),
      '',
    ];
    for (const other of others) expect(() => parsePrint(Buffer.from(other, 'latin1'))).toThrow('the print');
  });

  it('is left to the library where another browser writes it in another way', async () => {
    const document = await PDFDocument.load(print());
    const other = await document.save({ useObjectStreams: true });
    expect(() => parsePrint(other)).toThrow('the print');
    const context = await openPrint(other);
    expect(String(context.lookup(context.trailerInfo.Root))).toContain('(a \\) b)');
  });
});

describe('the file', () => {
  const file = (objects: number): Buffer => {
    const context = PDFContext.create();
    const texts = Array.from({ length: objects }, (_, index) => context.register(PDFString.of(`object ${index}`)));
    const gone = context.register(PDFString.of('reached by nobody'));
    const stream = context.register(context.stream('as it is', {}));
    context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Texts: texts, Stream: stream }));
    expect(context.lookup(gone)).toBeDefined();
    return Buffer.from(writeContext(context));
  };

  it('holds every object that is reached, past what one stream holds, and is found again by another reader', async () => {
    const { context } = await PDFDocument.load(file(1000), { updateMetadata: false });
    const texts = context.lookup(context.trailerInfo.Root, PDFDict).lookup(PDFName.of('Texts'), PDFArray);
    expect(texts.asArray().map((ref) => context.lookup(ref, PDFString).asString())).toEqual(
      Array.from({ length: 1000 }, (_, index) => `object ${index}`),
    );
    expect(context.enumerateIndirectObjects().some(([, object]) => String(object).includes('nobody'))).toBe(false);
  });

  it('is the same for the same objects, and says so by its identifier', () => {
    const [text, other] = [file(3), file(4)].map((bytes) => bytes.toString('latin1'));
    expect(file(3).toString('latin1')).toBe(text);
    const identifier = (pdf = ''): string | undefined => /\/ID \[ <([\dA-F]{32})> <\1> \]/.exec(pdf)?.[1];
    expect(identifier(text)).toBeDefined();
    expect(identifier(other)).not.toBe(identifier(text));
  });

  it('says at which byte each object stands', () => {
    const text = file(3).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
    expect(text.slice(start)).toMatch(/^\d+ 0 obj\n<<\n\/Type \/XRef/);
  });
});

describe('marking content', () => {
  const mark = (stream: string, forms: Readonly<Record<string, readonly number[]>> = {}): TaggedContent =>
    tagContent(readOperators(stream), {
      ownerOf: (number) => (number < 90 ? 'P' : undefined),
      formMcids: (name) => forms[name] ?? null,
    });

  it('makes untagged text a page artifact, around the whole text object', () => {
    expect(mark('q\nBT\n/Span <</ActualText ( )>> BDC\n<01> Tj\nEMC\nET\nQ').text).toBe(
      'q\n/Artifact <</Type /Pagination>> BDC\nBT\n/Span <</ActualText ( )>> BDC\n<01> Tj\nEMC\nET\nEMC\nQ\n',
    );
  });

  it('makes rules artifacts, tagged or not, and never cuts a path from its painting', () => {
    const artifact = '/Artifact <</Type /Layout>> BDC\n0 0 1 1 re\nf\nEMC\n';
    expect(mark('0 0 1 1 re\nf')).toEqual({ text: artifact, mcids: new Map() });
    expect(mark('/Table <</MCID 7 >>BDC\n0 0 1 1 re\nf\nEMC').text).toBe(artifact);
    expect(mark('0 0 1 1 re\nW\nn').text).not.toContain('Artifact');
  });

  it('numbers what is left in order and drops what no element owns', () => {
    const text = (number: number): string => `/NonStruct <</MCID ${number} >>BDC\nBT\n<01> Tj\nET\nEMC\n`;
    const { text: marked, mcids } = mark(text(8) + text(99) + text(4));
    expect(mcids).toEqual(new Map([[8, 0], [4, 1]])); // prettier-ignore
    expect(marked.match(/\/(P|Artifact) <<[^>]*>>/g)).toEqual([
      '/P <</MCID 0>>',
      '/Artifact <</Type /Layout>>',
      '/P <</MCID 1>>',
    ]);
  });

  it('tags a form where it is drawn if it shows something, and pictures as they are', () => {
    expect(mark('/X1 Do', { X1: [5] }).text).toBe('/P <</MCID 0>> BDC\n/X1 Do\nEMC\n');
    expect(mark('/X1 Do', { X1: [] }).text).toBe('/Artifact <</Type /Layout>> BDC\n/X1 Do\nEMC\n');
    expect(mark('/Figure <</MCID 2>> BDC\n/X2 Do\nEMC').mcids.size).toBe(1);
  });
});

describe('the structure tree', () => {
  const pages = [PDFRef.of(1), PDFRef.of(2)] as const;
  const content = (mcid: number, page: 0 | 1 = 0): Content => ({ kind: 'content', page: pages[page], mcid });
  const element = (type: string, ...kids: readonly Node[]): Element => ({ kind: 'element', type, source: null, kids });
  const toldLeaf = (node: Exclude<Node, Element>): string =>
    node.kind === 'content' ? `${node.mcid}` : `@${node.ref.objectNumber}`;
  const outline = (node: Node): string =>
    node.kind === 'element' ? `${node.type}(${node.kids.map(outline).join(' ')})` : toldLeaf(node);
  const tidy = (...kids: readonly Node[]): string => outline(tidyStructure(element('Document', ...kids)));

  it('loses wrappers and gathers loose content in paragraphs', () => {
    const wrapped = element('NonStruct', element('P', element('NonStruct', content(1))), content(2), content(3));
    expect(tidy(wrapped)).toBe('Document(P(1) P(2 3))');
  });

  it('skips no level of heading', () => {
    const headings = ['H3', 'H1', 'H4', 'H4', 'H2', 'H3'].map((type, index) => element(type, content(index)));
    expect(tidy(...headings)).toBe('Document(H1(0) H1(1) H2(2) H3(3) H2(4) H3(5))');
  });

  it('reads a repeated head once and gives list items a body', () => {
    expect(tidy(element('TH', content(1, 0), content(1, 1)))).toBe('Document(TH(1))');
    expect(tidy(element('LI', element('Lbl', content(1)), element('P', content(2))))).toBe(
      'Document(LI(Lbl(1) LBody(P(2))))',
    );
  });

  it('takes a list of links for a table of contents, and keeps what a link is', () => {
    const link = (mark: number): Element =>
      element('Link', content(mark), { kind: 'annotation', page: pages[0], ref: PDFRef.of(90 + mark) });
    const list = tidyStructure(element('Document', element('L', element('LI', link(1)), element('LI', link(2)))));
    expect(outline(list)).toBe('Document(TOC(TOCI(Reference(Link(1 @91))) TOCI(Reference(Link(2 @92)))))');
    expect(outline(pruneStructure(list, () => true))).toBe(outline(list));
    const mixed = tidyStructure(element('Document', element('L', element('LI', link(1)), element('LI', content(2)))));
    expect(outline(mixed)).toContain('L(LI(');
  });

  it('drops what is empty but cells', () => {
    const table = element('Table', element('TR', element('TD', content(1)), element('TD')));
    const pruned = pruneStructure(element('Document', element('P', content(2)), table), ({ mcid }) => mcid === 1);
    expect(outline(pruned)).toBe('Document(Table(TR(TD(1) TD())))');
  });
});

describe('a map to Unicode', () => {
  it('is read with ranges, also beyond the basic plane, and written back', () => {
    const cmap = `1 beginbfchar\n<0001> <0020>\nendbfchar\n1 beginbfrange\n<0010> <0012> <D842DFB6>\nendbfrange`;
    const map = readCMap(cmap);
    expect([...map.values()]).toEqual(['0020', 'D842DFB6', 'D842DFB7', 'D842DFB8']);
    expect(readCMap(writeCMap(map))).toEqual(map);
    expect(utf16Hex('𠮶')).toBe('D842DFB6');
  });

  it('is written in sections of a hundred', () => {
    const map = new Map(Array.from({ length: 250 }, (_, code) => [code, utf16Hex('一')] as const));
    expect(writeCMap(map).match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
  });
});

describe('the XMP packet', () => {
  const description = {
    title: '甲 & <乙>',
    author: '某局',
    subject: '',
    keywords: ['一', '二'],
    date: '2026-03-09',
    language: 'zh-CN',
    creator: 'Hongtou',
    producer: '',
  };

  it('names both standards and escapes what it is given', () => {
    const packet = xmpPacket(description);
    expect(packet).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(packet).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(packet).toContain('甲 &amp; &lt;乙&gt;');
    expect(packet).toContain('<xmp:CreateDate>2026-03-09T00:00:00+08:00</xmp:CreateDate>');
    expect(packet).not.toContain('dc:description');
  });

  it('has no date where the document has none', () => {
    expect(xmpPacket({ ...description, date: '' })).not.toMatch(/Date>/);
  });
});

describe('the sRGB profile', () => {
  it('is a display profile of RGB whose size and tags agree with its bytes', () => {
    const bytes = Buffer.from(srgbProfile());
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    const count = bytes.readUInt32BE(128);
    const ends = Array.from({ length: count }, (_, index) => 132 + index * 12).map(
      (entry) => bytes.readUInt32BE(entry + 4) + bytes.readUInt32BE(entry + 8),
    );
    expect(count).toBe(10);
    expect(Math.max(...ends)).toBeLessThanOrEqual(bytes.length);
  });
});
