import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/host/cache.js';
import { findFaces, type FaceSet } from '../../src/host/fonts.js';
import { openPrinter } from '../../src/host/printer.js';
import { IoError, type Printed, type Printer } from '../../src/model/ports.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { writeFaces } from '../support/faces.js';

let folder: string;
let faces: FaceSet;
let printer: Printer;

/** The first use of a machine unpacks the browser. */
const FIRST = 120_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongtou-printer-'));
  await writeFaces(join(folder, 'fonts'), Object.values(gbt9704.faces));
  const found = await findFaces({
    workspace: folder,
    style: gbt9704,
    cache: join(folder, 'cache'),
    installed: [],
    fetch: false,
  });
  faces = found.value!;
  printer = await openPrinter({ faces, jobs: 2, cache: cacheFolder(), timeout: 4000 });
}, FIRST);
afterAll(async () => {
  await printer.close();
  await rm(folder, { recursive: true, force: true });
});

const page = (body: string): string => `<!doctype html><html lang="zh"><title>T</title>
<style>* { font-weight: normal; } body { font-family: "${faces.table.body.family}"; } section { break-after: page; }</style>${body}`;
const print = (body: string, settle = ''): Promise<Printed> => printer.print({ html: page(body), afterLoad: settle });
const latin1 = ({ pdf }: Printed): string => Buffer.from(pdf).toString('latin1');

/** The browsers that this process has started, by their ids. */
async function browserProcesses(): Promise<readonly number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')));
  return names.map(Number).filter((_, i) => new RegExp(`\\(chrom[^)]*\\) [RSD] ${process.pid} `).test(stats[i]!));
}

describe('the printer', () => {
  it('gives the same bytes for the same page, whatever was printed between', async () => {
    const pages = Array.from(
      { length: 12 },
      (_, i) => `<h1>Title ${i % 3}</h1>${'<section>text</section>'.repeat(i % 3)}`,
    );
    const printed = await Promise.all(pages.map((body) => print(body)));
    for (const [i, { pdf }] of printed.entries()) expect(Buffer.from(pdf).equals(printed[i % 3]!.pdf)).toBe(true);
    const other = await openPrinter({ faces, jobs: 1, cache: cacheFolder() });
    const again = await other.print({ html: page(pages[0]!), afterLoad: '' });
    await other.close();
    expect(Buffer.from(again.pdf).equals(printed[0]!.pdf)).toBe(true);
  });

  it('counts pages, past the eight that one node of the page tree holds', async () => {
    expect((await print('<section>x</section>'.repeat(19) + 'x')).pages).toBe(20);
  });

  it('makes a tagged PDF with an outline, the chosen face, and no date of its own', async () => {
    const text = latin1(await print('<h1>One</h1><h2>Two</h2>'));
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Outlines');
    expect(text).toMatch(/\/BaseFont \/\w+\+LiberationSans\b/);
    expect(text.match(/D:\d{14}/g)).toEqual(['D:20000101000000', 'D:20000101000000']);
  });

  it('runs what settles the page, and nothing that the page brings', async () => {
    const script =
      '<p id="p"></p><script>document.body.innerHTML = ""</script><img src="data:," onerror="document.body.innerHTML=\'\'">';
    const grown = await print(script, `document.getElementById('p').outerHTML = '<section>x</section>'.repeat(3)`);
    expect(grown.pages).toBe(4);
  });

  it('reaches neither the network nor files', async () => {
    const body = `<img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe><link rel="stylesheet" href="file:///etc/passwd">`;
    expect((await print(body)).pages).toBe(1);
  });

  it('says so when a page cannot be settled, and goes on with the next', async () => {
    await expect(print('x', 'nowhere()')).rejects.toThrow(IoError);
    await expect(print('x', '(() => { for (;;); })()')).rejects.toThrow('秒没有完成');
    expect((await print('x')).pages).toBe(1);
  });

  it.runIf(process.platform === 'linux')('starts the browser again when it dies in the middle of a page', async () => {
    const busy = `(() => { for (const start = Date.now(); Date.now() - start < 500; ); })()`;
    const printing = [print('x', busy), print('y')];
    const before = await browserProcesses();
    for (const pid of before) process.kill(pid, 'SIGKILL');
    expect((await Promise.all(printing)).map(({ pages }) => pages)).toEqual([1, 1]);
    const after = await browserProcesses();
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
  });

  it('says what to do where the named browser does not start', async () => {
    const opening = openPrinter({ faces, jobs: 1, browser: join(folder, 'nowhere'), cache: cacheFolder() });
    await expect(opening).rejects.toThrow('HONGTOU_BROWSER');
  });

  it('draws the same faces in a browser that does not read fontconfig', async () => {
    const linked = await openPrinter({ faces, jobs: 1, cache: cacheFolder(), linkFaces: true });
    const printed = await linked.print({ html: page('<p>text</p>'), afterLoad: '' });
    await linked.close();
    expect(latin1(printed)).toMatch(/\/BaseFont \/\w+\+LiberationSans\b/);
  });
});
