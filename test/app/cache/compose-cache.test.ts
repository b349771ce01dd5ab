import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComposeCache } from '../../../src/app/cache/compose-cache.js';
import type { Project } from '../../../src/model/project.js';
import { EDITS, RULES, expectNothingHidden, known } from '../../support/remembering.js';
import { ROOT, load, withWorkspace } from '../../support/workspace.js';

async function read(folder: string): Promise<Project> {
  const { value: project } = await load(folder);
  if (!project) throw new Error('the workspace cannot be read');
  return project;
}

/** What every document sees, what its own unit sees, what roll-ups count, and what another document prints. */
const SEEN = /^(campaign|units\/qiaodong\/(unit|plan|rectification)|bulletins\/002)\.md$/;

describe('a memory of what was composed', () => {
  // The end-to-end tests try every file.
  it.each(EDITS)('never hides that %s was changed, whoever looks at the file', async (_, edit) => {
    await expectNothingHidden(edit, (path) => SEEN.test(path));
  });

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
