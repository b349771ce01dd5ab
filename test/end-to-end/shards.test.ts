import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDisk } from '../../src/host/disk.js';
import { hongtou } from '../support/command.js';
import { BOUND, TINY, withWorkspace } from '../support/workspace.js';

describe('the command', () => {
  it('merges shards built apart into what one build leaves, PDF included', async () => {
    await withWorkspace([TINY, BOUND], async (folder) => {
      const build = (out: string, ...more: readonly string[]): Promise<unknown> =>
        hongtou(['build', '--workspace', folder, '--out', out, ...more]);
      await build('whole');
      await build('one', '--shard', '1/2');
      await build('two', '--shard', '2/2');
      const { code } = await hongtou(['merge', '--workspace', folder, '--out', 'merged', 'one', 'two']);
      expect(code).toBe(0);
      const listed = async (out: string): Promise<readonly string[]> =>
        (await (await openDisk(join(folder, out))).list('')).map(({ path }) => path);
      expect(await listed('merged')).toEqual(await listed('whole'));
      const differing = (await listed('whole')).filter((path) => {
        return !readFileSync(join(folder, 'merged', path)).equals(readFileSync(join(folder, 'whole', path)));
      });
      expect(differing).toEqual([]);
    });
  });
});
