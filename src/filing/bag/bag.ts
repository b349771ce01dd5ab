import { sha256 } from '../../runtime/digest.js';
import { ALGORITHMS, digestsOf } from './digests.js';
import type { Digests } from './digests.js';
import { manifestName, tagManifestName, writeManifest } from './manifest.js';

export type Files = ReadonlyMap<string, Uint8Array>;

/** One line of `bag-info.txt`. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** The declaration, to the byte (RFC 8493, 2.1.1). */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What a digest of a whole package is taken from: it covers every other file through the manifests. */
export const SEAL = tagManifestName('sha512');

/**
 * A bag by RFC 8493 with a manifest for each algorithm. `payload` paths are relative to `data/`; `tags` are the other
 * tag files. Paths come out in code-unit order, and the same input gives the same bytes.
 */
export function makeBag(payload: Files, tags: Files, info: BagInfo): Files {
  const data = new Map([...payload].map(([path, bytes]) => [`data/${path}`, bytes]));
  const tagFiles = new Map([
    ...tags,
    ['bagit.txt', encode(DECLARATION)] as const,
    ['bag-info.txt', encode(writeInfo([...info, ['Payload-Oxum', oxumOf(payload)]]))] as const,
    ...manifestsOf(data, manifestName),
  ]);
  return sorted(new Map([...data, ...tagFiles, ...manifestsOf(tagFiles, tagManifestName)]));
}

/** The digest that names a package: that of its SHA-512 tag manifest, the same for folder and ZIP. */
export function packageDigest(files: Files): string {
  const seal = files.get(SEAL);
  if (!seal) throw new Error(`${SEAL} is missing`);
  return sha256(seal);
}

function manifestsOf(files: Files, nameOf: typeof manifestName): readonly (readonly [string, Uint8Array])[] {
  const digests = new Map<string, Digests>([...files].map(([path, bytes]) => [path, digestsOf(bytes)]));
  return ALGORITHMS.map((algorithm) => {
    const column = new Map([...digests].map(([path, both]) => [path, both[algorithm]]));
    return [nameOf(algorithm), encode(writeManifest(column))];
  });
}

function writeInfo(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** Bytes and files of the payload (RFC 8493, 2.2.2). */
export function oxumOf(payload: Files): string {
  const bytes = [...payload.values()].reduce((sum, { length }) => sum + length, 0);
  return `${bytes}.${payload.size}`;
}

function sorted(files: Files): Files {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
