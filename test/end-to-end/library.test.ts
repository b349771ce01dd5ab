import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/host/browser/launch.js';
import { cacheFolder } from '../../src/host/cache.js';
import * as library from '../../src/index.js';
import type { Disk } from '../../src/index.js';
import { filesBelow } from '../support/memory-disk.js';
import { ROOT } from '../support/workspace.js';

type Files = Readonly<Record<string, string>>;
interface Result {
  readonly findings: readonly string[];
  readonly html: string;
  /** Base64. */
  readonly docx: string;
}

const ORIGIN = 'http://library.test';
const TIMEOUT = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'hongtou-library-'));
const files: Files = Object.fromEntries(
  Object.entries({ ...filesBelow(ROOT, 'content'), ...filesBelow(ROOT, 'templates') }).filter(([path]) =>
    /\.(?:md|csv|hbs|yaml)$/.test(path),
  ),
);
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['bundle.js', folder], { cwd: ROOT });
  ({ browser } = await launchBrowser({ cache: cacheFolder(), fontconfig: '', timeout: TIMEOUT }));
  page = await browser.newPage();
  await page.setRequestInterception(true);
  // The page and the files of the bundle are answered here; no request leaves the browser.
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    const isScript = path.endsWith('.js');
    void request.respond({
      contentType: isScript ? 'text/javascript' : 'text/html',
      body: isScript ? readFileSync(join(folder, 'browser', path)) : '<!doctype html>',
    });
  });
  await page.goto(`${ORIGIN}/`);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in Node and, as text, in the browser. It must not use anything from outside. */
async function run(
  { readWorkspace, checkProject, createCompose, styleOf, officialFaces, writeHtml, writeDocx }: typeof library,
  texts: Files,
  id: string,
): Promise<Result> {
  const list = Object.entries(texts).map(([path, text]) => ({ path, content: new TextEncoder().encode(text) }));
  const disk: Disk = {
    list: (below) =>
      Promise.resolve(
        list
          .filter(({ path }) => path.startsWith(below))
          .map(({ path, content }) => ({ path, bytes: content.length }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      ),
    read: (path) => Promise.resolve(list.find((file) => file.path === path)?.content ?? null),
    write: () => Promise.reject(new Error('nothing is written')),
    remove: () => Promise.reject(new Error('nothing is removed')),
  };
  const { value: project, diagnostics } = await readWorkspace(disk, disk);
  if (!project) throw new Error('no project');
  const entry = project.entries.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`no ${id}`);
  const { value: doc } = createCompose(project)(entry);
  if (!doc) throw new Error(`${id} has errors`);
  const style = styleOf(project, entry);
  const findings = [...diagnostics, ...checkProject(project)];
  const bytes = await writeDocx(doc, style, new Map());
  return {
    findings: findings.map(({ code, span }) => `${span?.path ?? ''} ${code}`),
    html: writeHtml(doc, style, officialFaces(style), new Map()).html,
    docx: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  };
}

async function runInPage(texts: Files, id: string): Promise<Result> {
  const load = `import(${JSON.stringify(`${ORIGIN}/index.js`)})`;
  const call = `(library) => (${run.toString()})(library, ${JSON.stringify(texts)}, ${JSON.stringify(id)})`;
  return (await page.evaluate(`${load}.then(${call})`)) as Result;
}

describe('the library in a browser', () => {
  it('has nothing of Node to use there', async () => {
    expect(await page.evaluate('[typeof Buffer, typeof process, typeof require].join()')).toBe(
      'undefined,undefined,undefined',
    );
  });

  // A list from CSV with tables, and a ledger that reads the documents of every unit.
  it.each(['units/luwan/rectification', 'rollups/rollup-ledger'])(
    'reads, checks, composes and writes %s as Node does',
    async (id) => {
      const inPage = await runInPage(files, id);
      const inNode = await run(library, files, id);
      expect(inNode.findings.length).toBeGreaterThan(0);
      expect(inPage.findings).toEqual(inNode.findings);
      expect(inPage.html === inNode.html).toBe(true);
      expect(inPage.docx === inNode.docx).toBe(true);
      expect(inPage.docx.length).toBeGreaterThan(10_000);
    },
  );

  it('is small enough to load', () => {
    const bundle = readFileSync(join(folder, 'browser', 'index.js'));
    const [size, zipped] = [bundle.length, gzipSync(bundle).length].map((bytes) => Math.round(bytes / 1000));
    process.stdout.write(`library for browsers: ${size} kB, ${zipped} kB with gzip\n`);
    expect(size).toBeLessThan(1_800);
  });
});
