import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { composeDocuments } from '../../../src/app/build/composed-document.js';
import { checkWorkspace, loadWorkspace, refreshWorkspace } from '../../../src/app/workspace/loaded-workspace.js';
import { groupsOf } from '../../../src/app/cache/groups.js';
import { Store } from '../../../src/app/cache/store.js';
import { openDisk } from '../../../src/host/disk.js';
import type { Project } from '../../../src/model/project.js';
import { memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';
import { ROOT, load, withWorkspace } from '../../support/workspace.js';

const RULES = join(ROOT, 'test', 'campaigns', 'rules');

/** What is known of every document of a project, by id. */
function known(project: Project, store = new Store(memoryDisk(), '0')): ReadonlyMap<string, unknown> {
  const readable = project.entries.filter((entry) => entry.readable);
  const documents = composeDocuments(project, readable, store, []);
  return new Map(documents.map(({ entry, title, images, digest, characters }) => [entry.id, [title, images, digest, characters]])); // prettier-ignore
}

/** The store that a project of these files finds in `out`. */
async function opened(out: MemoryDisk, { files }: Project): Promise<Store> {
  const store = new Store(out, '0');
  await store.load(groupsOf(files.keys()));
  return store;
}

/** The folder in which the compositions of a project are stored. */
async function stored(project: Project): Promise<MemoryDisk> {
  const out = memoryDisk();
  const store = new Store(out, '0');
  known(project, store);
  await store.save();
  return out;
}

async function read(folder: string): Promise<Project> {
  const { value: project } = await load(folder);
  if (!project) throw new Error('the workspace cannot be read');
  return project;
}

/** A count, a date or a paragraph that says something else than before. */
const EDITS: readonly (readonly [string, (text: string) => string])[] = [
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

describe('the stored compositions', () => {
  it.each(EDITS)(
    'never hides that %s was changed, in whatever file',
    async (_, edit) => {
      await withWorkspace([RULES], async (folder) => {
        takeArticle(folder);
        const disk = await openDisk(folder);
        const workspace = await loadWorkspace(disk, await openDisk(ROOT));
        const out = await stored(checkWorkspace(workspace, '').value as Project);
        const paths = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
        for (const path of paths.filter((name) => name.endsWith('.md')).sort()) {
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
    },
    120_000,
  );

  it('never hides that a template or a schema was changed', async () => {
    await withWorkspace([RULES], async (folder) => {
      cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
      const out = await stored(await read(folder));
      for (const path of ['plan/document.hbs', 'schemas/common.yaml']) {
        const full = join(folder, 'templates', path);
        const text = readFileSync(full, 'utf8');
        writeFileSync(full, path.endsWith('.hbs') ? `${text}\n又及。\n` : text.replace('title: ', 'title: 新'));
        const project = await read(folder);
        expect(known(project, await opened(out, project)), path).toEqual(known(project));
        writeFileSync(full, text);
      }
    });
  });

  it('holds for what did not change', async () => {
    const out = await stored(await read(RULES));
    const before = out.texts();
    const project = await read(RULES);
    const store = await opened(out, project);
    const remember = vi.spyOn(store, 'remember');
    expect(known(project, store)).toEqual(known(project));
    expect(remember).not.toHaveBeenCalled();
    await store.save();
    expect(out.texts()).toEqual(before);
  });
});
