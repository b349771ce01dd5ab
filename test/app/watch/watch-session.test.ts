import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../../src/app/build/options.js';
import { openWatchSession } from '../../../src/app/watch/watch-session.js';
import type { WatchSession } from '../../../src/app/watch/watch-session.js';
import { docxFormat } from '../../../src/formats/docx/format.js';
import { openDisk } from '../../../src/host/disk.js';
import type { Disk, Ports } from '../../../src/model/ports.js';
import { memoryDisk } from '../../support/memory-disk.js';
import type { MemoryDisk } from '../../support/memory-disk.js';
import { drawingTools } from '../../support/tools.js';
import { ROOT, TINY } from '../../support/workspace.js';

const options: BuildOptions = { units: [], kinds: [], shard: null, formats: [docxFormat], jobs: 2, force: false };
const PLAN = 'content/units/dongmen/plan.md';
const DOCX = 'units/dongmen/实施方案.docx';

interface Desk {
  readonly workspace: MemoryDisk;
  readonly out: MemoryDisk;
  readonly read: string[];
  readonly standing: WatchSession;
  save(path: string, change: (text: string) => string): Promise<void>;
}

async function openDesk(chosen: Partial<BuildOptions> = {}): Promise<Desk> {
  const tiny = await openDisk(TINY);
  const files = await Promise.all(
    (await tiny.list('content')).map(async ({ path }) => [path, (await tiny.read(path)) ?? ''] as const),
  );
  const workspace = memoryDisk(Object.fromEntries(files));
  const out = memoryDisk({});
  const read: string[] = [];
  const disk: Disk = { ...workspace, read: (path) => (read.push(path), workspace.read(path)) };
  const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
  const ports: Ports = { disk, out, clock: { now: () => 0, today: () => '2026-01-01' }, log };
  const save = async (path: string, change: (text: string) => string): Promise<void> => {
    await workspace.write(path, new TextEncoder().encode(change(workspace.texts().get(path) ?? '')));
  };
  const standing = openWatchSession(ports, await openDisk(ROOT), drawingTools, { ...options, ...chosen }, '');
  return { workspace, out, read, save, standing };
}

describe('a standing build', () => {
  it('reads only what was saved, and writes only what that changes', async () => {
    const { standing, read, save, out } = await openDesk();
    const first = await standing.build([]);
    expect(first.outcome?.failed).toBe(0);
    const before = out.texts().get('units/xiyuan/实施方案.docx');
    read.length = 0;
    await save(PLAN, (text) => `${text.trimEnd()}又及。\n`);
    const second = await standing.build([PLAN]);
    expect(read).toEqual([PLAN]);
    expect(second.stale.map(({ path }) => path)).toEqual([DOCX]);
    expect(out.texts().get('units/xiyuan/实施方案.docx')).toBe(before);
  });

  it('says what is wrong with a save and keeps the last good file until the next', async () => {
    const { standing, save, out } = await openDesk();
    await standing.build([]);
    const good = out.texts().get(DOCX);
    await save(PLAN, (text) => text.replace('---\n', '---\n坏的一行\n  又: [\n'));
    const broken = await standing.build([PLAN]);
    expect(broken.diagnostics.map(({ code }) => code)).toContain('YAML-SYNTAX');
    expect(out.texts().get(DOCX)).toBe(good);
    await save(PLAN, (text) => `${text.replace('坏的一行\n  又: [\n', '').trimEnd()}又及。\n`);
    const mended = await standing.build([PLAN]);
    expect(mended.diagnostics.map(({ code }) => code)).not.toContain('YAML-SYNTAX');
    expect(mended.stale.map(({ path }) => path)).toEqual([DOCX]);
    expect(out.texts().get(DOCX)).not.toBe(good);
  });

  it.each([{ units: ['dongman'] }, { kinds: ['实施方按'] }])(
    'builds nothing for a name that nothing has: %o',
    async (chosen) => {
      const { standing, out } = await openDesk(chosen);
      const { kind, diagnostics } = await standing.build([]);
      expect([kind, diagnostics.map(({ code }) => code)]).toEqual(['misnamed', ['SELECTION-UNKNOWN']]);
      expect(out.texts().size).toBe(0);
    },
  );

  it('leaves what one build of the same content leaves', async () => {
    const { standing, save, workspace, out } = await openDesk();
    await standing.build([]);
    await save(PLAN, (text) => `${text.trimEnd()}又及。\n`);
    await standing.build([PLAN]);
    await save('content/units/xiyuan/unit.md', (text) => text.replace(/简称: /, '简称: 新'));
    await standing.build(['content/units/xiyuan/unit.md']);
    await workspace.remove('content/units/dongmen/survey.md');
    await standing.build(['content/units/dongmen/survey.md']);
    const anew = memoryDisk({});
    const log = { line: () => undefined, progress: () => undefined, end: () => undefined };
    const ports: Ports = { disk: workspace, out: anew, clock: { now: () => 0, today: () => '' }, log };
    await openWatchSession(ports, await openDisk(ROOT), drawingTools, options, '').build([]);
    expect([...out.texts()]).toEqual([...anew.texts()]);
  });
});
