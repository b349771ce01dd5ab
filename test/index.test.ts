import { describe, expect, it } from 'vitest';
import {
  checkProject,
  createCompose,
  officialFaces,
  readWorkspace,
  styleOf,
  writeDocx,
  writeHtml,
  writeText,
} from '../src/index.js';
import { filesBelow, memoryDisk } from './support/memory-disk.js';
import { ROOT, TINY } from './support/workspace.js';

const workspace = memoryDisk(filesBelow(TINY, 'content'));
const templates = memoryDisk(filesBelow(ROOT, 'templates'));

describe('the library', () => {
  it('reads, checks, composes and writes a document', async () => {
    const { value: project, diagnostics } = await readWorkspace(workspace, templates);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const errors = checkProject(project!).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);

    const entry = project!.entries.find(({ id }) => id === 'units/dongmen/plan')!;
    const { value: doc } = createCompose(project!)(entry);
    const style = styleOf(project!, entry);

    const bytes = await writeDocx(doc!, style, new Map());
    expect(new TextDecoder().decode(bytes.subarray(0, 2))).toBe('PK');
    expect(writeHtml(doc!, style, officialFaces(style), new Map()).html).toContain(doc!.properties.title);
    expect(writeText(doc!)).toContain(`题名：${doc!.properties.title}`);
  });

  it('reports what it cannot read, and reads no project without a campaign', async () => {
    const files = { ...filesBelow(TINY, 'content'), 'content/units/dongmen/plan.md': '没有信息栏' };
    const damaged = await readWorkspace(memoryDisk(files), templates);
    expect(damaged.diagnostics.map(({ code }) => code)).toContain('FRONT-MATTER-MISSING');
    expect((await readWorkspace(memoryDisk(), templates)).value).toBeNull();
  });

  it('checks what prose cites too', async () => {
    const plan = 'content/units/dongmen/survey.md';
    const files = filesBelow(TINY, 'content');
    const cited = memoryDisk({ ...files, [plan]: `${files[plan]!}\n据{{没有的台账：合计}}。\n` });
    const { value: project } = await readWorkspace(cited, templates);
    expect(checkProject(project!).map(({ code }) => code)).toContain('FIGURE-UNKNOWN');
  });
});
