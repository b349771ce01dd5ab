import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Store } from '../../../src/app/cache/store.js';
import { checkWorkspace, loadWorkspace, saveStore } from '../../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../../src/host/disk.js';
import type { Checked } from '../../../src/model/diagnostic.js';
import type { Disk } from '../../../src/model/ports.js';
import type { ContentFile, Project } from '../../../src/model/project.js';
import { memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';
import { ROOT, load, withWorkspace } from '../../support/workspace.js';

const RULES = join(ROOT, 'test', 'campaigns', 'rules');
const VERSION = '1';

/** As a new process would: with what an earlier one kept in `out`, or without. */
async function read(folder: string, out: Disk | null, version = VERSION): Promise<readonly unknown[]> {
  if (!out) return tell(await load(folder));
  const workspace = await loadWorkspace(await openDisk(folder), await openDisk(ROOT), new Store(out, version));
  return tell(checkWorkspace(workspace, ''));
}

/** Reads, and stores what was learnt. The answer is the number of files that it had to write. */
async function keep(folder: string, out: Disk, version = VERSION): Promise<number> {
  let written = 0;
  const counting: Disk = { ...out, write: (path, bytes) => ((written += 1), out.write(path, bytes)) };
  const workspace = await loadWorkspace(await openDisk(folder), await openDisk(ROOT), new Store(counting, version));
  checkWorkspace(workspace, '');
  await saveStore(workspace);
  return written;
}

/** Everything that is known of a project, findings in an order of their own. */
function tell({ value: project, diagnostics }: Checked<Project | null>): readonly unknown[] {
  const files = project ? [project.campaignFile, ...project.units, ...project.entries, ...project.volumes] : [];
  return [files.map(tellFile), diagnostics.map((finding) => JSON.stringify(finding)).sort()];
}

function tellFile({ source, sheets, data, places, sections, digest, facts }: ContentFile): unknown {
  return [source.path, sheets, data, [...places()], sections(), digest, facts()];
}

/** Each a change that some rule, or none, has something to say about. */
const EDITS: readonly (readonly [string, (text: string) => string])[] = [
  ['a figure', (text) => text.replace(/([:,] ?)(\d)(\d*)(?=[ ,}\n])/, (_, before: string, first: string, rest: string) => `${before}${(Number(first) % 9) + 1}${rest}`)], // prettier-ignore
  ['a paragraph', (text) => `${text.trimEnd()}第1,有个错..\n`],
  ['a line of the front matter', (text) => text.replace(/^[^-\s:]+: .*\n/m, '')],
  ['everything but the beginning', (text) => text.slice(0, 40)],
];

async function packed(folder: string): Promise<MemoryDisk> {
  const out = memoryDisk();
  await keep(folder, out);
  return out;
}

describe('the stored results of reading and checking', () => {
  it.each(EDITS)('never hides that %s was changed, in whatever file', async (_, edit) => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const paths = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
      for (const path of paths.filter((name) => /\.(md|csv)$/.test(name)).sort()) {
        const full = join(folder, 'content', path);
        const text = readFileSync(full, 'utf8');
        writeFileSync(full, edit(text));
        expect(await read(folder, out), path).toEqual(await read(folder, null));
        writeFileSync(full, text);
      }
    });
  });

  it('never hides that a file has gone or come', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const units = join(folder, 'content', 'units');
      rmSync(join(units, 'qiaodong', 'problems.md'));
      expect(await read(folder, out)).toEqual(await read(folder, null));
      cpSync(join(units, 'qiaodong'), join(units, '新设单位'), { recursive: true });
      expect(await read(folder, out)).toEqual(await read(folder, null));
    });
  });

  it('never hides that a template or a schema was changed', async () => {
    await withWorkspace([RULES], async (folder) => {
      cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
      const out = await packed(folder);
      const full = join(folder, 'templates', 'schemas', 'common.yaml');
      writeFileSync(full, readFileSync(full, 'utf8').replace('title: ', 'title: 新'));
      expect(await read(folder, out)).toEqual(await read(folder, null));
    });
  });

  it('holds for what did not change, and only the changed unit is checked again', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const kept = out.texts();
      expect(await keep(folder, out)).toBe(0);
      expect(await read(folder, out)).toEqual(await read(folder, null));
      const plan = join(folder, 'content', 'units', 'qiaodong', 'plan.md');
      writeFileSync(plan, `${readFileSync(plan, 'utf8')}又及。\n`);
      expect(await keep(folder, out)).toBe(1);
      const changed = [...out.texts()].filter(([path, text]) => kept.get(path) !== text);
      expect(changed).toHaveLength(1);
    });
  });

  it('is of no use to another program', async () => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      expect(await keep(folder, out, '2')).toBe(out.texts().size);
    });
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['altered', (text: string) => text.replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 1) % 10))],
    ['no JSON', (text: string) => `${text.slice(0, 65)}<html>`],
  ])('is left alone where it is %s', async (_, harm) => {
    await withWorkspace([RULES], async (folder) => {
      const out = await packed(folder);
      const before = out.texts();
      for (const [path, text] of before) await out.write(path, new TextEncoder().encode(harm(text)));
      expect(out.texts()).not.toEqual(before);
      expect(await keep(folder, out)).toBe(before.size);
      expect(out.texts()).toEqual(before);
    });
  });
});
