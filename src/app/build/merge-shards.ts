import type { Artifact } from '../../model/artifact.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';
import { LAST_BUILD_GROUP } from '../cache/groups.js';
import { Store } from '../cache/store.js';
import { readArtifacts, reconcile } from './manifest.js';
import type { ManifestScope } from './manifest.js';

/** The out folder of one shard; messages call it `name`. */
export interface ShardFolder {
  readonly name: string;
  readonly out: Disk;
}

interface Part {
  readonly artifact: Artifact;
  readonly shard: ShardFolder;
}

/**
 * Merges the out folders of shards into one, with one manifest and one store. The result is byte for byte that
 * of a single build. If a file does not match its manifest, or two shards have different versions of a file, that is an
 * error and nothing is written.
 */
export async function mergeShards(shards: readonly ShardFolder[], out: Disk): Promise<Checked<readonly Artifact[]>> {
  const parts = (await Promise.all(shards.map(partsOf))).flat();
  const diagnostics: Diagnostic[] = shards
    .filter((shard) => !parts.some((part) => part.shard === shard))
    .map(emptyShard);
  const merged = new Map<string, Part>();
  for (const part of parts) {
    const previous = merged.get(part.artifact.path);
    if (previous && previous.artifact.sha256 !== part.artifact.sha256)
      diagnostics.push(conflictingFile(part, previous));
    if (!(await isIntact(part))) diagnostics.push(damagedFile(part));
    merged.set(part.artifact.path, part);
  }
  if (diagnostics.length > 0) return { value: [], diagnostics };
  for (const { artifact, shard } of merged.values()) {
    const bytes = await shard.out.read(artifact.path);
    if (bytes) await out.write(artifact.path, bytes);
  }
  // Its entries keep the program that wrote them.
  const store = new Store(out, '');
  for (const shard of shards) await store.absorb(shard.out, (group) => group !== LAST_BUILD_GROUP);
  const entries = [...merged.values()].map(({ artifact }) => ({ artifact, key: null }));
  const artifacts = await reconcile(out, store, await readArtifacts(out), entries, EMPTY_SCOPE);
  await store.save();
  await store.removeOthers(store.groups());
  return artifacts;
}

/** Files of an earlier merge that no shard has any more are removed. */
const EMPTY_SCOPE: ManifestScope = { expected: [], known: [] };

async function partsOf(shard: ShardFolder): Promise<readonly Part[]> {
  return [...(await readArtifacts(shard.out)).values()].map((artifact) => ({ artifact, shard }));
}

async function isIntact({ artifact, shard }: Part): Promise<boolean> {
  const bytes = await shard.out.read(artifact.path);
  return bytes !== null && sha256(bytes) === artifact.sha256;
}

function emptyShard({ name }: ShardFolder): Diagnostic {
  const message = '这里没有 manifest.json，或者里面一个文件也没有';
  const hint = '写各分片 build 时 --out 指的文件夹；这一份还没有做完的，先做完。';
  return { code: 'MERGE-EMPTY', severity: 'error', message, subject: name, hint };
}

function conflictingFile({ artifact, shard }: Part, previous: Part): Diagnostic {
  const message = `${artifact.path} 与 ${previous.shard.name} 里的不一样`;
  const hint = '各分片要用同一份内容、同一个版本的程序和同样的字体，重做其中一份。';
  return { code: 'MERGE-CONFLICT', severity: 'error', message, subject: shard.name, hint };
}

function damagedFile({ artifact, shard }: Part): Diagnostic {
  const message = `${artifact.path} 不见了，或者与 manifest.json 里记的不一样`;
  return {
    code: 'MERGE-DAMAGED',
    severity: 'error',
    message,
    subject: shard.name,
    hint: '重新取一次这一份，或者重做。',
  };
}
