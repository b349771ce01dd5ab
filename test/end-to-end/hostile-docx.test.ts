import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/workspace.js';

const run = promisify(execFile);
/** Parts of markup and the elements in each: one part is read in some thirty megabytes, all of them are ten times that. */
const PARTS = 12;
const ELEMENTS = 300_000;
/** Enough for the program and a few parts, never for all. */
const HEAP_MEGABYTES = 200;

/** Prints what is found in a file. `keep` holds on to the markup of every part, as a careless reader would. */
const script = (keep: boolean): string => `
  import { readFileSync } from 'node:fs';
  const dist = ${JSON.stringify(pathToFileURL(join(ROOT, 'dist')).href)};
  const { inspectFormat } = await import(dist + '/filing/verify/formats.js');
  const { readXml } = await import(dist + '/filing/xml/read.js');
  const bytes = readFileSync(process.argv[1]);
  const kept = [];
  for (let part = 0; ${String(keep)} && part < ${PARTS}; part += 1)
    kept.push(readXml('<a>' + '<b/>'.repeat(${ELEMENTS}) + '</a>'));
  const { findings } = await inspectFormat('a.docx', bytes);
  process.stdout.write(JSON.stringify(findings) + (kept.length > 0 ? ' kept' : ''));
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-hostile-'));
  const markup = new TextEncoder().encode(`<a>${'<b/>'.repeat(ELEMENTS)}</a>`);
  const needed = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  const names = [...needed, ...Array.from({ length: PARTS - needed.length }, (_, at) => `word/_rels/${at}.xml.rels`)];
  const parts = Object.fromEntries(names.map((name) => [name, markup]));
  writeFileSync(join(folder, 'a.docx'), zipSync(parts, { level: 1 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads the file in a process that ends when its heap is full. */
function inspect(keep: boolean): Promise<{ readonly stdout: string }> {
  const options = [`--max-old-space-size=${HEAP_MEGABYTES}`, '--input-type=module', '-e', script(keep)];
  return run(process.execPath, [...options, join(folder, 'a.docx')]);
}

describe('a hostile DOCX', () => {
  it('does not fill the memory with markup, though every part is read', async () => {
    expect((await inspect(false)).stdout).toBe('[]');
  });

  it('would fill it, were the markup of all parts kept', async () => {
    await expect(inspect(true)).rejects.toThrow();
  });
});
