import type { Artifact } from '../../model/artifact.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';
import { readComposeCache, writeComposeCache } from '../cache/compose-cache.js';
import { readBuildManifest, reconcile } from './manifest.js';
import type { ManifestEntry, ManifestScope } from './manifest.js';

/** The out folder of one shard; `name` is what messages call it. */
export interface ShardFolder {
  readonly name: string;
  readonly out: Disk;
}

interface Part extends ManifestEntry {
  readonly shard: ShardFolder;
}

/**
 * Puts the out folders of shards together into one: their files, one manifest, one record. The result is, byte for byte,
 * what a single build would have left. A file that is not the one its manifest lists, or that two shards made differently,
 * is an error, and then nothing is written.
 */
export async function mergeShards(shards: readonly ShardFolder[], out: Disk): Promise<Checked<readonly Artifact[]>> {
  const parts = (await Promise.all(shards.map(partsOf))).flat();
  const diagnostics: Diagnostic[] = shards.filter((shard) => !parts.some((part) => part.shard === shard)).map(empty);
  const merged = new Map<string, Part>();
  for (const part of parts) {
    const other = merged.get(part.artifact.path);
    if (other && other.artifact.sha256 !== part.artifact.sha256) diagnostics.push(conflict(part, other));
    if (!(await isWhole(part))) diagnostics.push(damaged(part));
    merged.set(part.artifact.path, part);
  }
  if (diagnostics.length > 0) return { value: [], diagnostics };
  for (const { artifact, shard } of merged.values()) {
    const bytes = await shard.out.read(artifact.path);
    if (bytes) await out.write(artifact.path, bytes);
  }
  const memories = await Promise.all(shards.map((shard) => readComposeCache(shard.out)));
  await writeComposeCache(out, new Map(memories.flatMap((composeCache) => [...composeCache])));
  return reconcile(out, await readBuildManifest(out), [...merged.values()], NOTHING_ELSE);
}

/** What an earlier merge left and no shard has any more goes. */
const NOTHING_ELSE: ManifestScope = { expected: [], known: [] };

async function partsOf(shard: ShardFolder): Promise<readonly Part[]> {
  const { artifacts, keys } = await readBuildManifest(shard.out);
  return [...artifacts.values()].map((artifact) => ({ artifact, key: keys.get(artifact.path) ?? null, shard }));
}

async function isWhole({ artifact, shard }: Part): Promise<boolean> {
  const bytes = await shard.out.read(artifact.path);
  return bytes !== null && sha256(bytes) === artifact.sha256;
}

function empty({ name }: ShardFolder): Diagnostic {
  const message = '这里没有 manifest.json，或者里面一个文件也没有';
  const hint = '写各分片 build 时 --out 指的文件夹；这一份还没有做完的，先做完。';
  return { code: 'MERGE-EMPTY', severity: 'error', message, subject: name, hint };
}

function conflict({ artifact, shard }: Part, other: Part): Diagnostic {
  const message = `${artifact.path} 与 ${other.shard.name} 里的不一样`;
  const hint = '各分片要用同一份内容、同一个版本的程序和同样的字体，重做其中一份。';
  return { code: 'MERGE-CONFLICT', severity: 'error', message, subject: shard.name, hint };
}

function damaged({ artifact, shard }: Part): Diagnostic {
  const message = `${artifact.path} 不见了，或者与 manifest.json 里记的不一样`;
  return {
    code: 'MERGE-DAMAGED',
    severity: 'error',
    message,
    subject: shard.name,
    hint: '重新取一次这一份，或者重做。',
  };
}
