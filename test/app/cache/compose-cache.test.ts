import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Project } from '../../../src/model/project.js';
import { EDITS, RULES, expectNothingHidden, known, opened, stored } from '../../support/stored-compositions.js';
import { ROOT, load, withWorkspace } from '../../support/workspace.js';

async function read(folder: string): Promise<Project> {
  const { value: project } = await load(folder);
  if (!project) throw new Error('the workspace cannot be read');
  return project;
}

/** What every document sees, what its own unit sees, what roll-ups count, and what another document prints. */
const SEEN = /^(campaign|units\/qiaodong\/(unit|plan|rectification)|bulletins\/002)\.md$/;

describe('the stored compositions', () => {
  // The end-to-end tests edit every file.
  it.each(EDITS)('never hide that %s was changed, in files of every sort', async (_, edit) => {
    await expectNothingHidden(edit, (path) => SEEN.test(path));
  });

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
