import { describe, expect, it, vi } from 'vitest';
import { buildProject } from '../../../src/app/build/build-project.js';
import type { BuildResult } from '../../../src/app/build/build-project.js';
import type { Format } from '../../../src/app/build/formats.js';
import { loadProject } from '../../../src/app/workspace/loaded-workspace.js';
import { formatOption } from '../../../src/cli/options.js';
import { writeText } from '../../../src/formats/text/document.js';
import { xlsxFormat } from '../../../src/formats/xlsx/format.js';
import { openDisk } from '../../../src/host/disk.js';
import { IoError } from '../../../src/model/ports.js';
import type { Disk } from '../../../src/model/ports.js';
import { partsOf } from '../../../src/model/volume.js';
import { sha256 } from '../../../src/runtime/digest.js';
import { filesBelow, memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';
import { drawingTools } from '../../support/tools.js';
import { BOUND, ROOT, TINY } from '../../support/workspace.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A format that the program does not have. This record is all that a build knows of it. */
const txt: Format = vi.hoisted(() => ({
  id: 'txt',
  mediaType: 'text/plain',
  extension: 'txt',
  needs: 'nothing',
  filedAs: null,
  isFor: ({ scope }) => scope === 'content',
  write: ({ doc }) => Promise.resolve({ bytes: encode(writeText(doc)), pages: 0 }),
  writeVolume: ({ volume }) =>
    Promise.resolve({
      bytes: encode(
        partsOf(volume)
          .map(({ doc }) => writeText(doc()))
          .join(''),
      ),
      pages: 0,
    }),
}));

vi.mock('../../../src/app/build/formats.js', async (original) => {
  const table = await original<{ readonly FORMATS: readonly Format[] }>();
  return { FORMATS: [...table.FORMATS, txt] };
});

const PLAN = 'units/dongmen/实施方案.txt';
const VOLUME = 'volumes/方案汇编.txt';

function workspace(): MemoryDisk {
  return memoryDisk({ ...filesBelow(TINY, 'content'), ...filesBelow(BOUND, 'content') });
}

async function build(disk: Disk, out: Disk, formats: readonly Format[] = [txt]): Promise<BuildResult> {
  const { value: project, diagnostics } = await loadProject(disk, await openDisk(ROOT));
  const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
  const ports = { disk, out, clock: { now: () => 0, today: () => '2026-01-01' }, log };
  const options = { units: [], kinds: [], shard: null, formats, jobs: 2, force: false };
  return buildProject(project!, diagnostics, ports, drawingTools, options);
}

describe('a format that is added to the table', () => {
  it('is written for the documents that have it and for volumes, and listed in the manifest', async () => {
    const out = memoryDisk();
    const result = await build(workspace(), out);
    expect(result.failed).toBe(0);
    expect(out.texts().get(PLAN)).toContain('【正文】');
    expect(out.texts().get(VOLUME)).toContain(out.texts().get(PLAN));
    expect([...out.texts().keys()].filter((path) => path.startsWith('rollups/'))).toEqual([]);
    const text = out.texts().get(VOLUME) ?? '';
    expect(result.artifacts.find(({ path }) => path === VOLUME)).toEqual({
      path: VOLUME,
      mediaType: 'text/plain',
      bytes: encode(text).length,
      sha256: sha256(text),
      kind: 'volume',
      unit: '',
      status: expect.any(String) as string,
      pages: 0,
    });
    expect(result.artifacts.every(({ path }) => path.endsWith('.txt'))).toBe(true);
  });

  it('is written again only where its document has changed', async () => {
    const [disk, out] = [workspace(), memoryDisk()];
    await build(disk, out);
    expect((await build(disk, out)).stale).toEqual([]);
    const source = disk.texts().get('content/units/dongmen/plan.md') ?? '';
    await disk.write('content/units/dongmen/plan.md', encode(`${source.trimEnd()}又及。\n`));
    const { stale } = await build(disk, out);
    expect(stale.map(({ path, causes }) => [path, causes])).toEqual([
      [PLAN, ['document']],
      ['volumes/全部材料.txt', ['document']],
      [VOLUME, ['document']],
    ]);
    expect(out.texts().get(PLAN)).toContain('又及。');
  });

  it('is removed with its document, and stays where a build is for another format', async () => {
    const [disk, out] = [workspace(), memoryDisk()];
    await build(disk, out);
    await build(disk, out, [xlsxFormat]);
    expect([out.texts().has(PLAN), out.texts().has(VOLUME)]).toEqual([true, true]);
    await disk.remove('content/units/dongmen/plan.md');
    await disk.remove('content/volumes/方案汇编.md');
    const { artifacts } = await build(disk, out);
    expect([out.texts().has(PLAN), out.texts().has(VOLUME)]).toEqual([false, false]);
    expect(artifacts.map(({ path }) => path)).toContain('units/xiyuan/实施方案.txt');
  });

  it('is written for a volume though another file of the volume cannot be', async () => {
    const out = memoryDisk();
    const locked: Disk = {
      ...out,
      write: (path, bytes) =>
        path === VOLUME ? Promise.reject(new IoError(path, '写不进去。')) : out.write(path, bytes),
    };
    const result = await build(workspace(), locked, [txt, { ...txt, id: 'log', extension: 'log' }]);
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, subject }) => [code, subject])).toEqual([['WRITE-FAILED', VOLUME]]);
    expect(result.artifacts.map(({ path }) => path)).toContain('volumes/方案汇编.log');
    expect([result.failed, out.texts().has(VOLUME)]).toEqual([1, false]);
  });

  it('can be named on the command line', () => {
    expect(formatOption().parseArg?.('TXT, txt', undefined)).toEqual([txt]);
    expect(() => formatOption().parseArg?.('ofd', undefined) as unknown).toThrow('docx、pdf、xlsx、txt');
  });
});
