import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSample } from '../support/built-sample.js';
import { hongtou } from '../support/command.js';
import { docxParts } from '../support/docx-parts.js';
import { drawsAsPinned } from '../support/pinned.js';
import { ROOT } from '../support/workspace.js';

/**
 * The digest of every file that building the sample writes (`out/`) and of every package that filing it makes
 * (`packages/`), as `sha256sum` prints them. A change of the program that is meant to change no document changes none of
 * these; one that is meant to is seen here by the names of the files, and UPDATE_GOLDENS=1 writes the digests anew.
 */
const FROZEN = join(ROOT, 'test', 'fixtures', 'sample.sha256');
/** The filings of `conformance/bagit.sh`, on days that are no clock's. */
const FILINGS: readonly (readonly string[])[] = [
  ['--on', '2026-11-01'],
  ['--all', '--on', '2026-11-02'],
  ['--batch', '--on', '2026-11-02'],
];

const pinned = await drawsAsPinned();
const isUpdate = process.env['UPDATE_GOLDENS'] === '1';

type Digests = ReadonlyMap<string, string>;

const digests = new Map<string, string>();
let frozen: Digests;
let folder: string;
let out: string;

beforeAll(async () => {
  if (isUpdate && !pinned)
    throw new Error('only a machine with the open faces and the browser of the package may freeze');
  folder = mkdtempSync(join(tmpdir(), 'hongtou-frozen-'));
  const built = await builtSample();
  out = built.out;
  for (const { path } of built.artifacts) digests.set(`out/${path}`, digestOf(join(out, path)));
  if (pinned) for (const [name, digest] of await filed()) digests.set(`packages/${name}`, digest);
  if (isUpdate) writeDigests();
  if (!existsSync(FROZEN)) throw new Error(`missing ${FROZEN}; UPDATE_GOLDENS=1 writes it`);
  frozen = readDigests();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Files the sample in a copy of its workspace, which knows of no earlier filing. */
async function filed(): Promise<Digests> {
  for (const part of ['content', 'archive']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  cpSync(out, join(folder, 'out'), { recursive: true });
  const packages = join(folder, 'archive', 'packages');
  for (const known of [packages, join(folder, 'content', 'register')]) rmSync(known, { recursive: true, force: true });
  const lives = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
  for (const life of lives.filter((path) => path.endsWith('life.jsonl'))) rmSync(join(folder, 'content', life));
  for (const filing of FILINGS) {
    const { code, stdout } = await hongtou(['file', '--workspace', folder, ...filing]);
    expect(code, stdout).toBe(0);
  }
  const zips = readdirSync(packages).filter((name) => name.endsWith('.zip'));
  return new Map(zips.map((name) => [name, digestOf(join(packages, name))]));
}

function writeDigests(): void {
  mkdirSync(dirname(FROZEN), { recursive: true });
  const lines = [...digests].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${digest}  ${path}\n`);
  writeFileSync(FROZEN, lines.join(''));
}

function readDigests(): Digests {
  const lines = readFileSync(FROZEN, 'utf8').trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Expects the files below a folder, or those of them that are asked for, to be those of the fixture, byte for byte. */
function expectFrozen(root: string, isAsked: (path: string) => boolean = () => true): void {
  const asked = (all: Digests): readonly string[] =>
    [...all.keys()].filter((path) => path.startsWith(root) && isAsked(path)).sort();
  expect(asked(digests)).toEqual(asked(frozen));
  expect(asked(frozen).length).toBeGreaterThan(100);
  expect(asked(frozen).filter((path) => digests.get(path) !== frozen.get(path))).toEqual([]);
}

/** A volume tells the pages of its print, and a chart is drawn in the faces of the machine. */
function dependsOnFaces(path: string): boolean {
  if (path.endsWith('.pdf') || path.startsWith('out/volumes/')) return true;
  if (!path.endsWith('.docx')) return false;
  const document = docxParts(readFileSync(join(out, path.slice('out/'.length)))).get('word/document.xml') ?? '';
  return document.includes('<pic:pic');
}

describe('the sample district', () => {
  it('is written as it always was, whatever faces there are: DOCX without pictures, and workbooks', () => {
    expectFrozen('out/', (path) => !dependsOnFaces(path));
  });

  it.skipIf(!pinned)(
    'is written as it always was with the open faces and the browser of the package: all of it',
    () => {
      expectFrozen('out/');
    },
  );

  it.skipIf(!pinned)('is filed as it always was with the open faces and the browser of the package', () => {
    expectFrozen('packages/');
  });
});
