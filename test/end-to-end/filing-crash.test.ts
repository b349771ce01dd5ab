import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../src/filing/register.js';
import type { RegisterRecord } from '../../src/filing/register.js';
import { isSound } from '../../src/filing/verify/verify.js';
import { verifyAt } from '../../src/cli/verify.js';
import type { ContentFile, Project } from '../../src/model/project.js';
import { standInPdf } from '../support/filing.js';
import { createCompose } from '../../src/compose/document.js';
import { openOffice } from '../filing/sample-package.js';
import type { Office } from '../filing/sample-package.js';
import { ROOT } from '../support/workspace.js';

const KILLS = 200;
const LANES = 3;
const PACKAGES = 3;

let office: Office;

beforeAll(async () => {
  office = await openOffice((folder) => {
    // A second unit with a final plan, so that one run makes three packages.
    const plan = readFileSync(join(folder, 'content/units/dongmen/plan.md'), 'utf8');
    writeFileSync(
      join(folder, 'content/units/xiyuan/plan.md'),
      plan.replace('东小〔2027〕2号', '西园〔2027〕1号').replaceAll(/屈南星|游可为/g, '方砚农'),
    );
  });
  const entry = office.project.entries[0]!;
  const doc = createCompose(office.project)(entry).value!;
  writeFileSync(join(office.folder, 'project.bin'), serialize(withoutFunctions(office.project)));
  writeFileSync(join(office.folder, 'cover.pdf'), standInPdf(doc));
  cpSync(join(office.folder, 'out/units/dongmen/实施方案.docx'), join(office.folder, 'cover.docx'));
});
afterAll(() => office.close());

/** What a file makes when it is asked, made: another process cannot be handed a function. */
function withoutFunctions({ campaignFile, units, entries, volumes, ...rest }: Project): object {
  const made = ({ places, sections, facts, ...file }: ContentFile): object => {
    return { ...file, places: places(), sections: sections(), facts: facts() };
  };
  return {
    ...rest,
    campaignFile: made(campaignFile),
    units: units.map(made),
    entries: entries.map(made),
    volumes: volumes.map(made),
  };
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-kill-'));
  cpSync(office.folder, folder, { recursive: true });
  return folder;
}

interface Run {
  readonly output: string;
  readonly killed: boolean;
  /** Milliseconds from the beginning of the work to its end. */
  readonly took: number;
}

/** Runs the filing and kills it so many milliseconds after it has begun its work; null lets it finish. */
async function run(folder: string, killAfter: number | null): Promise<Run> {
  const script = join(ROOT, 'test', 'support', 'file-once.mjs');
  const child = spawn(process.execPath, [script, folder, join(ROOT, 'dist')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let begun = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (begun > 0) return;
    begun = performance.now();
    if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, name) => resolve(name)));
  return { output, killed: signal === 'SIGKILL', took: performance.now() - begun };
}

function records(folder: string): readonly RegisterRecord[] {
  const path = join(folder, 'content/register/filings.jsonl');
  const reading = readRegister(existsSync(path) ? readFileSync(path, 'utf8') : '');
  expect(reading.faults).toEqual([]);
  return reading.records;
}

/** What holds at every moment: the chain is whole, no package is entered twice, what is entered or in place is whole. */
async function expectWhole(folder: string): Promise<void> {
  const entered = records(folder);
  const packages = entered.map((record) => record.package);
  expect(new Set(packages).size).toBe(packages.length);
  const kept = join(folder, 'archive/packages');
  const names = existsSync(kept) ? readdirSync(kept).filter((name) => !name.startsWith('.')) : [];
  for (const { package: id } of entered) expect(names).toEqual(expect.arrayContaining([id, `${id}.zip`]));
  for (const name of names) {
    const verdict = await verifyAt(join(kept, name));
    const known = entered.find((record) => record.package === name.replace(/\.zip$/, ''));
    // The cover is a stand-in of another document, which verification rightly does not look into.
    expect(isSound(verdict), `${name}\n${JSON.stringify(verdict.findings)}`).toBe(true);
    if (known) expect(verdict.digest).toBe(known.digest);
  }
}

async function expectFinished(folder: string): Promise<void> {
  await expectWhole(folder);
  const entered = records(folder);
  expect(entered).toHaveLength(PACKAGES);
  const lives = ['dongmen', 'xiyuan'].flatMap((unit) =>
    readFileSync(join(folder, `content/units/${unit}/life.jsonl`), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  const numbers = lives.map((line) => (JSON.parse(line) as Record<string, string>)['登记号']).sort();
  expect(numbers).toEqual(entered.map(({ no }) => no).sort());
  const leftovers = readdirSync(join(folder, 'archive'), { recursive: true }).map(String);
  expect(leftovers.filter((name) => name.endsWith('.part'))).toEqual([]);
}

describe('a filing that is killed', () => {
  it('is wholly there or not there, and the next run finishes it', { timeout: 900_000 }, async () => {
    // A run at leisure tells for how long there is something to kill, whatever the machine.
    const rehearsal = freshFolder();
    const { took } = await run(rehearsal, null);
    rmSync(rehearsal, { recursive: true, force: true });
    const tally = { kills: 0, finished: 0, partial: new Map<number, number>() };
    const lane = async (seed: number): Promise<void> => {
      let random = seed;
      const next = (): number => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;
      let folder = freshFolder();
      while (tally.kills < KILLS) {
        const { killed, output } = await run(folder, Math.floor(next() * took * 1.5));
        expect(output).not.toContain('Error');
        if (killed) tally.kills += 1;
        await expectWhole(folder);
        const count = records(folder).length;
        tally.partial.set(count, (tally.partial.get(count) ?? 0) + 1);
        if (count < PACKAGES && killed) continue;
        await run(folder, null);
        await expectFinished(folder);
        tally.finished += 1;
        rmSync(folder, { recursive: true, force: true });
        folder = freshFolder();
      }
      await run(folder, null);
      await expectFinished(folder);
      rmSync(folder, { recursive: true, force: true });
    };
    await Promise.all(Array.from({ length: LANES }, (_, index) => lane(7919 * (index + 1))));
    expect(tally.kills).toBeGreaterThanOrEqual(KILLS);
    // The kills met filings before, between and after their entries, or the test has shown nothing.
    expect(tally.partial.size).toBeGreaterThan(2);
  });
});

describe('filings at once', () => {
  it('enter every package once, in one unbroken register', { timeout: 120_000 }, async () => {
    for (let round = 0; round < 3; round += 1) {
      const folder = freshFolder();
      const runs = await Promise.all(Array.from({ length: 4 }, () => run(folder, null)));
      const filed = runs.map(
        ({ output }) => (JSON.parse(output.trim().split('\n')[1] ?? '{}') as { filed: number }).filed,
      );
      expect(filed.reduce((sum, count) => sum + count, 0)).toBe(PACKAGES);
      await expectFinished(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
