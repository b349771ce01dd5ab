import { basename, resolve } from 'node:path';
import { mergeShards } from '../app/build/merge-shards.js';
import { openDisk } from '../host/disk.js';
import { exitCodeOf, printFindings } from './session.js';

export interface MergeOptions {
  readonly workspace: string;
  readonly out: string;
}

/** Merges the out folders of `build --shard`. */
export async function runMerge(folders: readonly string[], { workspace, out }: MergeOptions): Promise<void> {
  const shards = [];
  for (const folder of folders) {
    shards.push({ name: basename(resolve(folder)), out: await openDisk(resolve(workspace, folder)) });
  }
  const { value, diagnostics } = await mergeShards(shards, await openDisk(resolve(workspace, out), { create: true }));
  printFindings(diagnostics, null);
  if (diagnostics.length === 0)
    process.stdout.write(`合并 ${shards.length} 份，共 ${value.length} 个文件，放在 ${out}\n`);
  process.exitCode = exitCodeOf(diagnostics, false);
}
