import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { composeDocuments } from '../../src/app/build/composed-document.js';
import { groupsOf } from '../../src/app/cache/groups.js';
import { Store } from '../../src/app/cache/store.js';
import { checkWorkspace, refreshWorkspace } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import type { Project } from '../../src/model/project.js';
import { memoryDisk } from './memory-disk.js';
import type { MemoryDisk } from './memory-disk.js';
import { ROOT, openShelves, withWorkspace } from './workspace.js';

export const RULES = join(ROOT, 'test', 'campaigns', 'rules');

/** What is known of every document of a project, by id. */
export function known(project: Project, store = new Store(memoryDisk(), '0')): ReadonlyMap<string, unknown> {
  const readable = project.entries.filter((entry) => entry.readable);
  const documents = composeDocuments(project, readable, store, []);
  return new Map(documents.map(({ entry, title, images, digest, characters }) => [entry.id, [title, images, digest, characters]])); // prettier-ignore
}

/** The store that a project of these files finds in `out`. */
export async function opened(out: MemoryDisk, { files }: Project): Promise<Store> {
  const store = new Store(out, '0');
  await store.load(groupsOf(files.keys()));
  return store;
}

/** The folder in which the compositions of a project are stored. */
export async function stored(project: Project): Promise<MemoryDisk> {
  const out = memoryDisk();
  const store = new Store(out, '0');
  known(project, store);
  await store.save();
  return out;
}

/** A count, a date or a paragraph that says something else than before. */
export const EDITS: readonly (readonly [string, (text: string) => string])[] = [
  ['a figure', (text) => text.replace(/(: )(\d)(\d*)(?=[ ,}\n])/, (_, colon: string, first: string, rest: string) => `${colon}${(Number(first) % 9) + 1}${rest}`)], // prettier-ignore
  ['a paragraph', (text) => `${text.trimEnd()}又及。\n`],
];

/** Has a bulletin print the last section of a unit's plan: of what another unit wrote, it reads the paragraphs too. */
function takeArticle(folder: string): void {
  const bulletin = join(folder, 'content', 'bulletins', '002.md');
  const plan = readFileSync(join(folder, 'content', 'units', 'qiaodong', 'plan.md'), 'utf8');
  const section = [...plan.matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? '';
  const article = `稿件: [{ 单位: qiaodong, 文种: plan, 部分: ${section} }]`;
  const text = readFileSync(bulletin, 'utf8').replace(/成文日期: .*/, `成文日期: 2027-12-01\n${article}`);
  writeFileSync(bulletin, text);
}

/**
 * Edits each of some files of a campaign on its own, and expects what is remembered from before to give the same as
 * composing everything anew. `isTried` is asked with the path of a file in the content folder.
 */
export async function expectNothingHidden(
  edit: (text: string) => string,
  isTried: (path: string) => boolean,
): Promise<void> {
  await withWorkspace([RULES], async (folder) => {
    takeArticle(folder);
    const disk = await openDisk(folder);
    const workspace = await openShelves(disk);
    const out = await stored(checkWorkspace(workspace, '').value as Project);
    const paths = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
    const tried = paths.filter((name) => name.endsWith('.md') && isTried(name)).sort();
    expect(tried).not.toEqual([]);
    for (const path of tried) {
      const full = join(folder, 'content', path);
      const text = readFileSync(full, 'utf8');
      writeFileSync(full, edit(text));
      await refreshWorkspace(workspace, disk, [`content/${path}`]);
      const { value: project } = checkWorkspace(workspace, '');
      if (project) expect(known(project, await opened(out, project)), path).toEqual(known(project));
      writeFileSync(full, text);
      await refreshWorkspace(workspace, disk, [`content/${path}`]);
    }
  });
}
