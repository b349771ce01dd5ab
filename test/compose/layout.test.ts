import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import type { Doc } from '../../src/model/doc.js';
import { imagesOf } from '../../src/model/doc-images.js';
import type { Project } from '../../src/model/project.js';
import { TINY, load, withWorkspace } from '../support/workspace.js';

const UNIT = 'content/units/dongmen/unit.md';
const PLAN = 'content/units/dongmen/plan.md';

/** The plan of the second campaign, with lines added to the front matter of its files. */
async function plan(
  lines: Readonly<Record<string, string>>,
): Promise<{ readonly doc: Doc; readonly project: Project }> {
  return withWorkspace([TINY], async (folder) => {
    for (const [path, added] of Object.entries(lines)) {
      const file = join(folder, path);
      writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', `---\n${added}\n`));
    }
    for (const seal of ['units/dongmen/seal.png', 'a.png']) writeFileSync(join(folder, 'content', seal), '');
    const { value: project, diagnostics } = await load(folder);
    expect(diagnostics.filter(({ severity, span }) => severity === 'error' && span?.path === PLAN)).toEqual([]);
    const entry = project?.entries.find(({ id }) => id === 'units/dongmen/plan');
    const doc = project && entry && createCompose(project)(entry).value;
    if (!project || !doc) throw new Error('the plan is not composed');
    return { doc, project };
  });
}

describe('the layout that a campaign chooses', () => {
  it('is an electronic red head, the literal margins and 版记 on the last page unless it says so', async () => {
    const { doc, project } = await plan({});
    expect(doc.head).toMatchObject({ kind: 'official', preprinted: false });
    expect(doc.foot).toMatchObject({ kind: 'colophon', evenPage: false });
    expect(project.campaign.layout.geometry).toBe('gbt9704');
  });

  it('reaches every document', async () => {
    const layout = '版式: { 红头: 套红纸, 版心: GB/T 33476.2, 版记: 双页 }';
    const { doc, project } = await plan({ 'content/campaign.md': layout });
    expect(doc.head).toMatchObject({ kind: 'official', preprinted: true });
    expect(doc.foot).toMatchObject({ kind: 'colophon', evenPage: true });
    expect(project.campaign.layout.geometry).toBe('gbt33476');
  });

  it('yields to what a document says of its own masthead', async () => {
    const { doc } = await plan({ 'content/campaign.md': '版式: { 红头: 套红纸 }', [PLAN]: '红头: 无红头' });
    expect(doc.head).toMatchObject({ kind: 'plain', line: '东小〔2027〕2号' });
  });
});

describe('seals', () => {
  it('are pressed by hand unless the document says that they are printed', async () => {
    const { doc } = await plan({ [UNIT]: '印章: ./seal.png' });
    expect(imagesOf(doc)).toEqual([]);
  });

  it('are those of the unit, found beside its file', async () => {
    const { doc } = await plan({ [UNIT]: '印章: ./seal.png', [PLAN]: '用印: 电子' });
    expect(imagesOf(doc)).toEqual([
      { kind: 'image', path: 'content/units/dongmen/seal.png', alt: '青禾镇东门中心小学印章' },
    ]);
  });

  it('are those of the campaign for an organ that it names', async () => {
    const seals = '印章: [{ 机关: 青禾镇东门中心小学, 文件: ./a.png }]';
    const { doc } = await plan({ 'content/campaign.md': seals, [PLAN]: '用印: 电子' });
    expect(imagesOf(doc).map(({ path }) => path)).toEqual(['content/a.png']);
  });
});
