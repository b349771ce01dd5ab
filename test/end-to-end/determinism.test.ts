import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOUND, ROOT, TINY } from '../support/workspace.js';

/** Moves the clock of a process before the program starts: every way to ask for the time goes through Date. */
const shiftClock = (years: number): string =>
  `data:text/javascript,${encodeURIComponent(`
    const shift = ${years} * 365.25 * 86400000, Real = Date;
    globalThis.Date = class extends Real {
      constructor(...args) { super(...(args.length === 0 ? [Real.now() + shift] : args)); }
      static now() { return Real.now() + shift; }
    };`)}`;

interface Circumstances {
  readonly folder: string;
  readonly years: number;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: number;
  /** The order in which the files of the workspace come into being, which is the order some systems list them in. */
  readonly reversed: boolean;
}

const here: Circumstances = {
  folder: 'a',
  years: 0,
  env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  jobs: 1,
  reversed: false,
};
const elsewhere: Circumstances = {
  folder: join('另一处 with a longer name', 'b'),
  years: 9,
  env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
  jobs: 3,
  reversed: true,
};

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hongtou-same-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function copyWorkspace(target: string, reversed: boolean): void {
  const files = [TINY, BOUND].flatMap((from) => filesBelow(from).map((file) => ({ from, file })));
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  for (const { from, file } of reversed ? sorted.toReversed() : sorted) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(from, file), join(target, file));
  }
}

async function build(circumstances: Circumstances): Promise<string> {
  const workspace = join(root, circumstances.folder);
  const out = join(workspace, 'out');
  copyWorkspace(workspace, circumstances.reversed);
  const args = ['build', '--workspace', workspace, '--out', out, '--jobs', `${circumstances.jobs}`];
  const command = ['--import', shiftClock(circumstances.years), join(ROOT, 'dist', 'cli.js'), ...args];
  const child = spawn(process.execPath, command, { env: { ...process.env, ...circumstances.env }, stdio: 'ignore' });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  return out;
}

/** What was written for people: not the program's own memory of the build, which is hidden. */
function written(out: string): ReadonlyMap<string, Buffer> {
  const names = filesBelow(out).filter((name) => !name.startsWith('.'));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(out, name))]));
}

describe('the same input', () => {
  it('gives the same bytes at another time, in another place, in another order', async () => {
    const [first, second] = [written(await build(here)), written(await build(elsewhere))];
    const formats = new Set([...first.keys()].map((name) => name.replace(/^.*\./, '')));
    expect([...formats]).toEqual(expect.arrayContaining(['docx', 'json', 'pdf', 'xlsx']));
    expect([...first.keys()]).toEqual(expect.arrayContaining(['volumes/全部材料.docx', 'volumes/全部材料.pdf']));
    expect([...second.keys()]).toEqual([...first.keys()]);
    const differing = [...first].filter(([name, bytes]) => !second.get(name)?.equals(bytes)).map(([name]) => name);
    expect(differing).toEqual([]);
  });
});
