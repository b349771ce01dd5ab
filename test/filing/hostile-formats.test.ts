import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectFormat } from '../../src/filing/verify/formats.js';
import { charactersPassed } from '../support/characters-passed.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PDF as far as its frame goes, with something inside. */
function pdf(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const body = Buffer.concat(['%PDF-1.7\n', ...parts].map((part) => Buffer.from(part)));
  return Buffer.concat([body, Buffer.from(`\nxref\n0 1\nstartxref\n${body.length + 1}\n%%EOF\n`)]);
}

async function findingsOf(path: string, bytes: Uint8Array): Promise<readonly string[]> {
  const { findings } = await inspectFormat(path, bytes);
  return findings.map(({ code, message }) => `${code} ${message}`);
}
const SCRIPT = 'ACTIVE-CONTENT 含有脚本';

describe('a hostile PDF', () => {
  const repeated: readonly (readonly [string, string])[] = [
    ['dictionaries that never end', '<<'],
    ['streams that never end', '<<>>stream\n'],
    ['the word for a stream', 'stream'],
    ['streams of nothing', '<<>>stream\nendstream\n'],
    ['lengths and spaces', `/Length${' '.repeat(4000)}`],
  ];
  it.each(repeated)('of %s is passed no oftener where there is more of it', async (_, piece) => {
    const passes = async (size: number): Promise<number> => {
      const bytes = pdf(piece.repeat(size / piece.length));
      return (await charactersPassed(() => inspectFormat('a.pdf', bytes))) / bytes.length;
    };
    const [few, many] = [await passes(50_000), await passes(400_000)];
    expect(few).toBeGreaterThan(1);
    expect(many).toBeLessThan(few * 1.2);
  });

  it('does not hide a script behind the codes of characters, packed or not', async () => {
    expect(await findingsOf('a.pdf', pdf('1 0 obj\n<< /J#53 (x) >>\nendobj'))).toContain(SCRIPT);
    expect(await findingsOf('a.pdf', pdf('1 0 obj\n<< /#4AavaScript (x) >>\nendobj'))).toContain(SCRIPT);
    const packed = deflateSync('<< /#4a#53 (x) >>');
    const stream = (head: string, data: Uint8Array): Uint8Array =>
      pdf(`1 0 obj\n<< /Type ${head} >>\nstream\n`, data, '\nendstream\nendobj');
    for (const head of [`/ObjStm /Length ${packed.length}`, '/Obj#53tm /Length 9 0 R', '/ObjStm /Length 1'])
      expect(await findingsOf('a.pdf', stream(head, packed)), head).toContain(SCRIPT);
    expect(await findingsOf('a.pdf', stream('/ObjStm /Length 12', encode('<< /JS (x) >>')))).toContain(SCRIPT);
  });

  it('does not hide a script behind a stream that claims to be longer than it is', async () => {
    const lie = '1 0 obj\n<< /Length 99999 >>\nstream\nx\nendstream\nendobj\n2 0 obj\n<< /JS (x) >>\nendobj';
    expect(await findingsOf('a.pdf', pdf(lie))).toContain(SCRIPT);
  });

  it('is not read beyond what its objects may come to', async () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000, ' '));
    const stream = [`1 0 obj\n<< /Type /ObjStm /Length ${bomb.length} >>\nstream\n`, bomb, '\nendstream\nendobj\n'];
    const codes = await findingsOf('a.pdf', pdf(...Array.from({ length: 40 }, () => stream).flat()));
    expect(codes).toEqual(['TOO-LARGE 压缩的对象太多或展开后太大，可能是压缩炸弹，没有读']);
  });

  it('does not take what is in a picture for a script', async () => {
    const picture = '1 0 obj\n<< /Length 12 >>\nstream\n/JS /Launch.\nendstream\nendobj';
    expect(await findingsOf('a.pdf', pdf(picture))).toEqual(['PDFA-UNCLAIMED 没有声明是 PDF/A（归档版式）']);
  });
});

describe('a hostile DOCX', () => {
  it('is still told by what it fetches and by a part that is broken', async () => {
    const relation = '<r><Relationship TargetMode="External" Type="x/image" Target="http://x"/></r>';
    const parts = { '[Content_Types].xml': '<a/>', '_rels/.rels': relation, 'word/document.xml': '<a>' };
    const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encode(text)])));
    const codes = (await inspectFormat('a.docx', bytes)).findings.map(({ code }) => code);
    expect(codes).toEqual(['DOCX-BROKEN', 'EXTERNAL-CONTENT']);
  });
});
