import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/app/build/options.js';
import type { Toolchain } from '../../../src/model/ports.js';
import { buildProject } from '../../../src/app/build/build-project.js';
import { docxFormat } from '../../../src/formats/docx/format.js';
import { pdfFormat } from '../../../src/formats/pdf/format.js';
import { openDisk } from '../../../src/host/disk.js';
import { checked } from '../../../src/model/diagnostic.js';
import { IoError } from '../../../src/model/ports.js';
import type { Disk, Ports } from '../../../src/model/ports.js';
import { memoryDisk } from '../../support/memory-disk.js';
import { byRole, drawingTools, faceTable, facesWithout } from '../../support/tools.js';
import { TINY, loadDisk } from '../../support/workspace.js';

const options: BuildOptions = { units: [], kinds: [], shard: null, formats: [docxFormat], jobs: 2, force: false };

const CLOCK = { now: () => 0, today: () => '2026-01-01' };

const faceless: Toolchain = {
  ...drawingTools,
  findFaces: () => Promise.resolve(checked(null, [{ code: 'FONT-MISSING', severity: 'error', message: '没有字体' }])),
};
const incurious: Toolchain = {
  ...drawingTools,
  findFaces: () => Promise.reject(new Error('a build of DOCX without charts looks for no face')),
};
const printing: Toolchain = {
  ...drawingTools,
  findFaces: () => Promise.resolve(checked(facesWithout('屈'))),
  openPrinter: () =>
    Promise.resolve({ print: () => Promise.reject(new IoError('', '打不出。')), close: () => Promise.resolve() }),
};

async function build(
  out: Disk,
  disk?: Disk,
  given: { readonly tools?: Toolchain; readonly options?: BuildOptions } = {},
): ReturnType<typeof buildProject> {
  const workspace = disk ?? (await openDisk(TINY));
  const { value: project, diagnostics } = await loadDisk(workspace);
  const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
  const ports: Ports = { disk: workspace, out, clock: CLOCK, log };
  return buildProject(project!, diagnostics, ports, given.tools ?? drawingTools, given.options ?? options);
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

  it('looks for no face where nothing is printed or drawn', async () => {
    const out = memoryDisk({});
    const result = await build(out, undefined, { tools: incurious, options: { ...options, kinds: ['plan'] } });
    expect([result.built, result.failed, result.faces]).toEqual([2, 0, null]);
  });

  it('leaves out the documents with charts, and no others, where the machine has no faces', async () => {
    const out = memoryDisk({});
    const result = await build(out, undefined, { tools: faceless });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['FONT-MISSING']);
    const written = (await out.list('')).map(({ path }) => path);
    expect(written).toContain('units/dongmen/实施方案.docx');
    expect(written).not.toContain('rollups/进度矩阵.docx');
    expect(result.equipped).toBe(true);
  });

  it('makes a DOCX anew where the faces of its charts have changed, and no other', async () => {
    const out = memoryDisk({});
    await build(out);
    const other = { ...facesWithout(''), table: byRole((role) => ({ ...faceTable[role], family: 'Other' })) };
    const tools = { ...drawingTools, findFaces: () => Promise.resolve(checked(other)) };
    const { stale } = await build(out, undefined, { tools });
    expect(stale.map(({ path, causes }) => [path, causes])).toEqual([
      ['rollups/进度矩阵.docx', ['faces']],
      ['rollups/评议与满意度汇总表.docx', ['faces']],
    ]);
  });

  it('writes the DOCX and no PDF where no face has a character of a name', async () => {
    const out = memoryDisk({});
    const both = { ...options, formats: [docxFormat, pdfFormat] };
    const result = await build(out, undefined, { tools: printing, options: both });
    const failed = result.diagnostics.filter(({ code }) => code === 'GLYPH-MISSING');
    expect(failed.length).toBeGreaterThan(0);
    expect(result.equipped).toBe(true);
    const written = (await out.list('')).map(({ path }) => path);
    expect(written).toContain('units/dongmen/实施方案.docx');
    expect(written).not.toContain('units/dongmen/实施方案.pdf');
  });
});
