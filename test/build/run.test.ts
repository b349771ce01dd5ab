import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/build/load.js';
import type { BuildOptions, Tools } from '../../src/build/options.js';
import { buildProject } from '../../src/build/run.js';
import { openDisk } from '../../src/host/disk.js';
import { checked } from '../../src/model/diagnostic.js';
import { IoError } from '../../src/model/ports.js';
import type { Disk, Faces, FaceTable, Ports } from '../../src/model/ports.js';
import { gbt9704 } from '../../src/model/style.js';
import type { Role } from '../../src/model/style.js';
import { memoryDisk } from '../support/memory-disk.js';
import { ROOT, TINY } from '../support/workspace.js';

const options: BuildOptions = { units: [], kinds: [], shard: null, formats: ['docx'], jobs: 2, force: false };

const CLOCK = { now: () => 0, today: () => '2026-01-01' };

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
const byRole = <T>(value: (role: Role) => T): Readonly<Record<Role, T>> =>
  Object.fromEntries(roles.map((role) => [role, value(role)])) as Record<Role, T>;
const table: FaceTable = byRole((role) => ({ role, official: gbt9704.faces[role], family: role, substituted: false }));
const missing = (characters: string): Faces => ({
  table,
  fallbacks: byRole(() => []),
  missing: byRole(() => new Set(characters)),
});

const tools: Tools = {
  version: '0',
  findFaces: () => Promise.reject(new Error('a build of DOCX alone looks for no face')),
  openPrinter: () => Promise.reject(new Error('no document asks for a printer')),
};
const printing: Tools = {
  ...tools,
  findFaces: () => Promise.resolve(checked(missing('屈'))),
  openPrinter: () =>
    Promise.resolve({ print: () => Promise.reject(new IoError('', '打不出。')), close: () => Promise.resolve() }),
};

async function build(
  out: Disk,
  disk?: Disk,
  given: { readonly tools?: Tools; readonly options?: BuildOptions } = {},
): ReturnType<typeof buildProject> {
  const workspace = disk ?? (await openDisk(TINY));
  const { value: project, diagnostics } = await loadProject(workspace, await openDisk(ROOT));
  const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
  const ports: Ports = { disk: workspace, out, clock: CLOCK, log };
  return buildProject(project!, diagnostics, ports, given.tools ?? tools, given.options ?? options);
}

describe('a run', () => {
  it('reports a disk that is full, document by document, and goes on', async () => {
    const out = memoryDisk({});
    const full: Disk = {
      ...out,
      write: async (path, bytes) => {
        if (path.endsWith('实施方案.docx')) throw new IoError(path, `${path} 写不进去：磁盘已满。`);
        await out.write(path, bytes);
      },
    };
    const result = await build(full);
    expect([result.built, result.failed]).toEqual([4, 2]);
    expect(result.diagnostics.map(({ code, subject }) => [code, subject])).toEqual([
      ['WRITE-FAILED', 'units/dongmen/实施方案.docx'],
      ['WRITE-FAILED', 'units/xiyuan/实施方案.docx'],
    ]);
    expect((await out.list('')).map(({ path }) => path)).toContain('units/dongmen/群众满意度测评报告.docx');
  });

  it('reports a file that cannot be read and builds the others', async () => {
    const workspace = await openDisk(TINY);
    const locked: Disk = {
      ...workspace,
      read: async (path) => {
        if (path.endsWith('dongmen/survey.md')) throw new IoError(path, '没有读这个文件的权限。');
        return workspace.read(path);
      },
    };
    const out = memoryDisk({});
    const result = await build(out, locked);
    expect([result.built, result.failed]).toEqual([4, 0]);
  });

  it('makes a damaged artifact anew', async () => {
    const out = memoryDisk({});
    await build(out);
    await out.write('units/dongmen/实施方案.docx', new Uint8Array([1]));
    const result = await build(out);
    expect([result.built, result.unchanged]).toEqual([1, 5]);
  });

  it('writes the DOCX and no PDF where no face has a character of a name', async () => {
    const out = memoryDisk({});
    const both = { ...options, formats: ['docx', 'pdf'] as const };
    const result = await build(out, undefined, { tools: printing, options: both });
    const failed = result.diagnostics.filter(({ code }) => code === 'GLYPH-MISSING');
    expect(failed.length).toBeGreaterThan(0);
    expect(result.equipped).toBe(true);
    const written = (await out.list('')).map(({ path }) => path);
    expect(written).toContain('units/dongmen/实施方案.docx');
    expect(written).not.toContain('units/dongmen/实施方案.pdf');
  });
});
