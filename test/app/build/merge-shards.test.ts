import { describe, expect, it } from 'vitest';
import { mergeShards } from '../../../src/app/build/merge-shards.js';
import type { ShardFolder } from '../../../src/app/build/merge-shards.js';
import { buildProject } from '../../../src/app/build/build-project.js';
import { docxFormat } from '../../../src/formats/docx/format.js';
import { xlsxFormat } from '../../../src/formats/xlsx/format.js';
import { openDisk } from '../../../src/host/disk.js';
import { memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';
import { drawingTools } from '../../support/tools.js';
import { TINY, load } from '../../support/workspace.js';

async function build(shard: { readonly index: number; readonly of: number } | null): Promise<MemoryDisk> {
  const out = memoryDisk({});
  const disk = await openDisk(TINY);
  const { value: project, diagnostics } = await tiny;
  const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
  const ports = { disk, out, log, clock: { now: () => 0, today: () => '2026-01-01' } };
  const options = { units: [], kinds: [], shard, formats: [docxFormat, xlsxFormat], jobs: 1, force: false };
  await buildProject(project!, diagnostics, ports, drawingTools, options);
  return out;
}

const tiny = load(TINY);
const whole = build(null);

async function shardsOf(of: number): Promise<readonly ShardFolder[]> {
  const outs = await Promise.all(Array.from({ length: of }, (_, index) => build({ index: index + 1, of })));
  return outs.map((out, index) => ({ name: `shard-${index}`, out }));
}

describe('shards', () => {
  it.each([1, 2, 3, 5])('put together are what one build leaves, byte for byte: %i', async (of) => {
    const expected = await whole;
    const merged = memoryDisk({});
    const { diagnostics } = await mergeShards(await shardsOf(of), merged);
    expect(diagnostics).toEqual([]);
    expect([...merged.texts().keys()]).toEqual([...expected.texts().keys()]);
    for (const path of expected.texts().keys()) expect(await merged.read(path)).toEqual(await expected.read(path));
  });

  it('put together once more leave nothing of what no shard has any more', async () => {
    const merged = memoryDisk({});
    const shards = await shardsOf(2);
    await mergeShards(shards, merged);
    const [first] = shards;
    await mergeShards([first!], merged);
    const artifacts = (disk: Pick<MemoryDisk, 'texts'>) =>
      [...disk.texts().keys()].filter((path) => !path.startsWith('.'));
    expect(artifacts(merged)).toEqual(artifacts(first!.out as MemoryDisk));
  });

  it('are refused, all of them, where one is damaged, missing or at odds with another', async () => {
    const shards = await shardsOf(2);
    const [first, second] = shards as [ShardFolder, ShardFolder];
    const path = (await first.out.list('units'))[0]!.path;
    const codes = async (...given: readonly ShardFolder[]): Promise<readonly string[]> => {
      const out = memoryDisk({});
      const { diagnostics } = await mergeShards(given, out);
      expect(out.texts().size).toBe(0);
      return diagnostics.map(({ code }) => code);
    };
    expect(await codes(first, { name: 'late', out: memoryDisk({}) })).toEqual(['MERGE-EMPTY']);
    const manifest = new TextDecoder().decode(await first.out.read('manifest.json'));
    const other = manifest.replace(/"sha256": "[0-9a-f]{4}/, '"sha256": "0000');
    const odd = { name: 'odd', out: { ...first.out, read: async (name: string) => (name === 'manifest.json' ? new TextEncoder().encode(other) : first.out.read(name)) } }; // prettier-ignore
    expect(await codes(first, second, odd)).toEqual(['MERGE-CONFLICT', 'MERGE-DAMAGED']);
    await first.out.remove(path);
    expect(await codes(...shards)).toEqual(['MERGE-DAMAGED']);
  });
});
