import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeDocuments } from '../../../src/app/build/composed-document.js';
import { checkWorkspace, loadWorkspace, refreshWorkspace } from '../../../src/app/workspace/loaded-workspace.js';
import type { ComposeCache } from '../../../src/app/cache/compose-cache.js';
import { openDisk } from '../../../src/host/disk.js';
import type { Project } from '../../../src/model/project.js';
import { ROOT, load, withWorkspace } from '../../support/workspace.js';

const RULES = join(ROOT, 'test', 'campaigns', 'rules');

/** What is known of every document of a project, by id. */
function known(project: Project, composeCache: ComposeCache): ReadonlyMap<string, unknown> {
  const readable = project.entries.filter((entry) => entry.readable);
  const documents = composeDocuments(project, readable, '0', composeCache, []);
  return new Map(documents.map(({ entry, title, images, digest, characters }) => [entry.id, [title, images, digest, characters]])); // prettier-ignore
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

describe('a memory of what was composed', () => {
  it.each(EDITS)(
    'never hides that %s was changed, in whatever file',
    async (_, edit) => {
      await withWorkspace([RULES], async (folder) => {
        takeArticle(folder);
        const before: ComposeCache = new Map();
        const disk = await openDisk(folder);
        const workspace = await loadWorkspace(disk, await openDisk(ROOT));
        known(checkWorkspace(workspace, '').value as Project, before);
        const paths = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
        for (const path of paths.filter((name) => name.endsWith('.md')).sort()) {
          const full = join(folder, 'content', path);
          const text = readFileSync(full, 'utf8');
          writeFileSync(full, edit(text));
          await refreshWorkspace(workspace, disk, [`content/${path}`]);
          const { value: project } = checkWorkspace(workspace, '');
          if (project) expect(known(project, new Map(before)), path).toEqual(known(project, new Map()));
          writeFileSync(full, text);
          await refreshWorkspace(workspace, disk, [`content/${path}`]);
        }
      });
    },
    60_000,
  );

  it('never hides that a template or a schema was changed', async () => {
    await withWorkspace([RULES], async (folder) => {
      cpSync(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
      const before: ComposeCache = new Map();
      known(await read(folder), before);
      for (const path of ['plan/document.hbs', 'schemas/common.yaml']) {
        const full = join(folder, 'templates', path);
        const text = readFileSync(full, 'utf8');
        writeFileSync(full, path.endsWith('.hbs') ? `${text}\n又及。\n` : text.replace('title: ', 'title: 新'));
        const project = await read(folder);
        expect(known(project, new Map(before)), path).toEqual(known(project, new Map()));
        writeFileSync(full, text);
      }
    });
  });

  it('holds for what did not change', async () => {
    const composeCache: ComposeCache = new Map();
    const first = known(await read(RULES), composeCache);
    const kept = new Map(composeCache);
    expect(known(await read(RULES), composeCache)).toEqual(first);
    for (const [id, remembered] of composeCache) expect(remembered, id).toBe(kept.get(id));
  });
});
