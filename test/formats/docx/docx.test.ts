import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/model/doc.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { writeDocx } from '../../../src/formats/docx/document.js';
import { docxParagraphs, docxParts } from '../../support/docx-parts.js';
import {
  bulletinDoc,
  draftDoc,
  jointDoc,
  letterDoc,
  minutesDoc,
  officialDoc,
  orderDoc,
  sampleDocs,
  sampleImages,
  upwardDoc,
} from '../../support/sample-doc.js';

const write = (doc: Doc): Promise<Uint8Array> => writeDocx(doc, gbt9704, sampleImages);

async function part(doc: Doc, path: string): Promise<string> {
  return docxParts(await write(doc)).get(path) ?? '';
}

async function body(doc: Doc): Promise<string> {
  return part(doc, 'word/document.xml');
}

describe('writeDocx', () => {
  it.each(Object.entries(sampleDocs))('writes %s twice alike', async (_, doc) => {
    const first = await write(doc);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await write(doc)))).toBe(0);
  });

  it('carries title, author, date and language, and no clock', async () => {
    const core = await part(officialDoc, 'docProps/core.xml');
    expect(core).toContain(`<dc:title>${officialDoc.properties.title}</dc:title>`);
    expect(core).toContain('<dc:creator>中共云岭管理区工作委员会</dc:creator>');
    expect(core.match(/2026-03-05T00:00:00Z/g)).toHaveLength(2);
    expect(await part(draftDoc, 'docProps/core.xml')).not.toContain('2026');
  });

  it('keeps the text that a reader of Word files sees', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await write(officialDoc)) });
    for (const text of [
      '各乡镇党委，各管理处党组',
      '（未报）',
      '特此通知。',
      '附件：1.云岭管理区',
      '（此件公开发布）',
    ]) {
      expect(value).toContain(text);
    }
  });

  it('drops characters that XML does not know and escapes the rest', async () => {
    const text = { kind: 'text', text: 'a<b&\u0007"c' } as const;
    const xml = await body({ ...draftDoc, blocks: [{ kind: 'paragraph', role: 'body', inlines: [text] }] });
    expect(xml).toContain('a&lt;b&amp;&quot;c');
  });

  it('shows a picture that is missing as a hole', async () => {
    const xml = docxParts(await writeDocx(officialDoc, gbt9704, new Map())).get('word/document.xml') ?? '';
    expect(xml).toContain('（缺图：区政务服务中心无障碍通道改造现场）');
    expect(xml).not.toContain('<w:drawing>');
  });
});

describe('the page', () => {
  it('is A4 with the margins of the standard, and no character grid', async () => {
    const xml = await body(draftDoc);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).not.toContain('linesAndChars');
  });

  it('turns for landscape blocks and attachments, and back for 版记', async () => {
    const turns = [...(await body(officialDoc)).matchAll(/w:orient="(\w+)"/g)].map((match) => match[1]);
    expect(turns).toEqual(['portrait', 'landscape', 'portrait', 'landscape', 'portrait']);
  });

  it('opens a register on the landscape page of its table', async () => {
    const turned = { kind: 'landscape', blocks: draftDoc.blocks } as const;
    const register = { ...draftDoc, blocks: [turned], attachments: [], signOff: null, foot: { kind: 'none' } } as const;
    const xml = await body(register);
    expect([...xml.matchAll(/w:orient="(\w+)"/g)].map((match) => match[1])).toEqual(['landscape']);
    expect(docxParagraphs(xml).some(({ style }) => style === 'Title')).toBe(true);
  });

  it('has turned pages on which a table ends where it does in the browser', async () => {
    const bottom = /w:orient="landscape"\/><w:pgMar [^>]*w:bottom="(\d+)"/.exec(await body(officialDoc))?.[1];
    const [css, halfRule] = [26.227, gbt9704.table.rule / 2];
    expect(Number(bottom)).toBe(Math.floor((css / 25.4) * 1440) - Math.round(halfRule * 20));
  });

  it('has 22 lines of 28 cells, and no theme fonts', async () => {
    const styles = await part(officialDoc, 'word/styles.xml');
    expect(styles).toContain('w:line="579" w:lineRule="exact"');
    expect(styles).toContain('<w:spacing w:val="-5"/>');
    expect(styles).toContain('<w:overflowPunct w:val="0"/>');
    expect(styles).not.toMatch(/Theme="/);
  });

  it('numbers odd and even pages apart', async () => {
    const parts = docxParts(await write(draftDoc));
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(docxParagraphs(parts.get('word/footer1.xml') ?? '')[0]?.style).toBe('OddPageNumber');
    expect(docxParagraphs(parts.get('word/footer2.xml') ?? '')[0]?.style).toBe('EvenPageNumber');
  });
});

describe('elements', () => {
  it('names every style it uses', async () => {
    for (const doc of Object.values(sampleDocs)) {
      const parts = docxParts(await write(doc));
      const defined = new Set(
        [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="(\w+)"/g)].map((m) => m[1]),
      );
      const used = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:(?:p|r|tbl)Style w:val="(\w+)"/g)];
      expect(used.filter((match) => !defined.has(match[1]))).toEqual([]);
    }
  });

  it('leaves neither the first nor the last row of a long table alone on a page', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [[{ kind: 'text', text: `第${index}` } as const]]);
    const columns = [{ width: 1, align: 'left' } as const];
    const table = { kind: 'table', caption: '', header: [], columns, rows } as const;
    const kept = docxParagraphs(await body({ ...draftDoc, blocks: [table] })).filter(({ xml }) => /keepNext/.test(xml));
    expect(kept.map((paragraph) => paragraph.text).filter((text) => text.startsWith('第'))).toEqual(['第0', '第38']);
  });

  it('repeats the head of a table and keeps rows whole', async () => {
    const xml = await body(officialDoc);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)?.length ?? 0);
  });

  it('sets a joint mark with 文件 beside the organs, and signers beside the number', async () => {
    const paragraphs = docxParagraphs(await body(upwardDoc));
    expect(paragraphs.filter((each) => each.style === 'IssuingMark').map((each) => each.text)).toEqual([
      '云岭管理区民政局',
      '云岭管理区残疾人联合会',
      '文件',
    ]);
    const last = paragraphs.filter((each) => each.style === 'UpwardNumber').at(-1);
    expect(last?.text).toContain('云民呈〔2026〕7号');
    expect(last?.text).toContain('王小明');
  });

  it('insets the sign-off and keeps it with the text', async () => {
    const paragraphs = docxParagraphs(await body(officialDoc));
    const organ = paragraphs.find((each) => each.style === 'SignOffOrgan');
    expect(organ?.xml).toContain('<w:ind w:right="315"/>');
    expect(paragraphs.find((each) => each.style === 'SignOffDate')?.xml).toContain('<w:ind w:right="1260"/>');
    expect(paragraphs.filter((each) => each.style === 'AttachmentList').at(-1)?.xml).toContain('<w:keepNext/>');
    const alone = docxParagraphs(await body({ ...officialDoc, attachments: [] }));
    expect(alone.find((each) => each.text === '特此通知。')?.xml).toContain('<w:keepNext/>');
  });

  it('hangs 附件说明 at the first character of the name', async () => {
    const lines = docxParagraphs(await body(officialDoc)).filter((each) => each.style === 'AttachmentList');
    expect(lines.map((line) => /<w:ind [^/]*/.exec(line.xml)?.[0])).toEqual([
      '<w:ind w:left="1890" w:hanging="1260"',
      '<w:ind w:left="1890" w:hanging="315"',
      '<w:ind w:left="1890" w:hanging="315"',
    ]);
  });

  it('frames the foot at the bottom of the last page', async () => {
    const framed = docxParagraphs(await body(bulletinDoc)).filter((each) => each.xml.includes('w:yAlign="bottom"'));
    expect(framed.map((each) => each.style)).toEqual([
      'ColophonOuterRule',
      'Colophon',
      'ColophonInnerRule',
      'Colophon',
      'ColophonInnerRule',
      'Colophon',
      'ColophonInnerRule',
      'ColophonRun',
      'ColophonOuterRule',
    ]);
    expect((await body(bulletinDoc)).lastIndexOf('w:yAlign')).toBeLessThan(
      (await body(bulletinDoc)).lastIndexOf('"Hairline"'),
    );
  });
});

describe('special formats', () => {
  const styles = async (doc: Doc): Promise<readonly string[]> =>
    docxParagraphs(await body(doc)).map((each) => each.style);

  it('frames the mark and the double rule of a letter at their place on the sheet', async () => {
    const framed = docxParagraphs(await body(letterDoc)).filter((each) => each.xml.includes('w:vAnchor="page"'));
    expect(framed.map((each) => each.style)).toEqual([
      'IssuingMark',
      'Normal',
      'LetterThickRule',
      'Normal',
      'LetterThinRule',
    ]);
    expect(framed[0]?.xml).toContain('w:x="1134"');
  });

  it('gives the first page of a letter the lower double rule in place of a number', async () => {
    const parts = docxParts(await write(letterDoc));
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:titlePg/>');
    const first = /<w:footerReference w:type="first" r:id="(\w+)"/.exec(xml)?.[1] ?? '';
    const target = new RegExp(`Id="${first}"[^>]*Target="([^"]+)"`).exec(
      parts.get('word/_rels/document.xml.rels') ?? '',
    );
    const rules = docxParagraphs(parts.get(`word/${target?.[1] ?? ''}`) ?? '');
    expect(rules.map((each) => each.style)).toEqual(['LetterThinRule', 'Normal', 'LetterThickRule']);
    expect(await body(officialDoc)).not.toContain('<w:titlePg/>');
  });

  it('ends a letter in names without rules', async () => {
    const framed = docxParagraphs(await body(letterDoc)).filter((each) => each.xml.includes('w:yAlign="bottom"'));
    expect(framed.map((each) => each.style)).toEqual(['Colophon']);
  });

  it('draws a seal behind the text of its name', async () => {
    const row = docxParagraphs(await body(letterDoc)).find((each) => each.style === 'SignOffOrgan');
    expect(row?.xml).toContain('behindDoc="1"');
    expect(row?.xml).toContain('descr="云岭管理区管理委员会印章"');
    expect(await body(jointDoc)).not.toContain('<wp:anchor');
  });

  it('sets joint names three to a row on tab stops at their middles', async () => {
    const rows = docxParagraphs(await body(jointDoc)).filter((each) => each.style === 'SignOffRow');
    expect(rows.map((each) => each.xml.match(/<w:tab w:val="center"/g)?.length)).toEqual([3, 3]);
    expect(await styles(jointDoc)).toContain('SignOffOrgan');
  });

  it('stamps an order beside the title of its signer', async () => {
    const xml = await body(orderDoc);
    expect(await styles(orderDoc)).not.toContain('Title');
    expect(xml.match(/w:hRule="exact"/g)).toHaveLength(2);
    expect(xml.match(/descr="沈𬱟签名章"/g)).toHaveLength(1);
  });

  it('lists those who came in a hanging paragraph', async () => {
    const lines = docxParagraphs(await body(minutesDoc)).filter((each) => each.style === 'Attendance');
    expect(lines.map((each) => each.text.slice(0, 3))).toEqual(['出席：', '请假：', '列席：']);
    expect(lines[0]?.xml).toContain('<w:ind w:left="1575" w:hanging="945"/>');
    expect(lines[0]?.xml).toContain('<w:rStyle w:val="Strong"/>');
  });

  it('keeps the room of the red head on preprinted paper and writes nothing in it', async () => {
    const head = { ...officialDoc.head, preprinted: true } as Doc['head'];
    const plain = docxParagraphs(await body({ ...officialDoc, head }));
    expect(plain.find((each) => each.style === 'IssuingMark')?.text).toBe('');
    expect(plain.some((each) => each.style === 'RedRule')).toBe(false);
    expect(plain).toHaveLength(docxParagraphs(await body(officialDoc)).length);
  });

  it('begins 版记 on an even page where that is wanted, and numbers it not', async () => {
    const parts = docxParts(await write(jointDoc));
    expect(parts.get('word/document.xml')).toContain('<w:type w:val="evenPage"/>');
    const footers = [...parts].filter(([path]) => /^word\/footer\d+\.xml$/.test(path)).map(([, xml]) => xml);
    expect(footers.filter((xml) => !xml.includes('PAGE'))).toHaveLength(2);
  });
});
