import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Store } from '../../src/app/cache/store.js';
import { checkWorkspace, loadWorkspace, saveStore } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import type { Checked } from '../../src/model/diagnostic.js';
import type { Disk } from '../../src/model/ports.js';
import type { ContentFile, Project } from '../../src/model/project.js';
import { memoryDisk } from './memory-disk.js';
import type { MemoryDisk } from './memory-disk.js';
import { ROOT, load, withWorkspace } from './workspace.js';

export const RULES = join(ROOT, 'test', 'campaigns', 'rules');
const VERSION = '1';

/** As a new process would: with what an earlier one kept in `out`, or without. */
export async function read(folder: string, out: Disk | null, version = VERSION): Promise<readonly unknown[]> {
  if (!out) return tell(await load(folder));
  const workspace = await loadWorkspace(await openDisk(folder), await openDisk(ROOT), new Store(out, version));
  return tell(checkWorkspace(workspace, ''));
}

/** Reads, and stores what was learnt. The answer is the number of files that it had to write. */
export async function keep(folder: string, out: Disk, version = VERSION): Promise<number> {
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
export const EDITS: readonly (readonly [string, (text: string) => string])[] = [
  ['a figure', (text) => text.replace(/([:,] ?)(\d)(\d*)(?=[ ,}\n])/, (_, before: string, first: string, rest: string) => `${before}${(Number(first) % 9) + 1}${rest}`)], // prettier-ignore
  ['a paragraph', (text) => `${text.trimEnd()}第1,有个错..\n`],
  ['a line of the front matter', (text) => text.replace(/^[^-\s:]+: .*\n/m, '')],
  ['everything but the beginning', (text) => text.slice(0, 40)],
];

export async function packed(folder: string): Promise<MemoryDisk> {
  const out = memoryDisk();
  await keep(folder, out);
  return out;
}

/**
 * Edits files of a campaign one at a time, and expects a read with the stored results to equal a read without them.
 * `isEdited` selects the files by their paths in the content folder.
 */
export async function expectNoStaleReading(
  edit: (text: string) => string,
  isEdited: (path: string) => boolean,
): Promise<void> {
  await withWorkspace([RULES], async (folder) => {
    const out = await packed(folder);
    const paths = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
    const edited = paths.filter((name) => /\.(md|csv)$/.test(name) && isEdited(name)).sort();
    expect(edited).not.toEqual([]);
    for (const path of edited) {
      const full = join(folder, 'content', path);
      const text = readFileSync(full, 'utf8');
      writeFileSync(full, edit(text));
      expect(await read(folder, out), path).toEqual(await read(folder, null));
      writeFileSync(full, text);
    }
  });
}
