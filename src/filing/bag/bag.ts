import { sha256 } from '../../runtime/digest.js';
import { ALGORITHMS, digestsOf } from './digests.js';
import type { Digests } from './digests.js';
import { manifestName, tagManifestName, writeManifest } from './manifest.js';

export type Files = ReadonlyMap<string, Uint8Array>;

/** One line of `bag-info.txt`. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** The exact content of `bagit.txt` (RFC 8493, 2.1.1). */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The file whose digest identifies a package: it covers every other file through the manifests. */
export const PACKAGE_MANIFEST = tagManifestName('sha512');

/**
 * Creates a bag (RFC 8493) with a manifest for each algorithm. `payload` paths are relative to `data/`; `tags` are
 * additional tag files. The result is sorted by path in code-unit order, and the same input gives the same bytes.
 */
export function createBag(payload: Files, tags: Files, info: BagInfo): Files {
  const data = new Map([...payload].map(([path, bytes]) => [`data/${path}`, bytes]));
  const tagFiles = new Map([
    ...tags,
    ['bagit.txt', encode(DECLARATION)] as const,
    ['bag-info.txt', encode(writeInfo([...info, ['Payload-Oxum', oxumOf(payload)]]))] as const,
    ...manifestsOf(data, manifestName),
  ]);
  return sorted(new Map([...data, ...tagFiles, ...manifestsOf(tagFiles, tagManifestName)]));
}

/** The package digest: SHA-256 of the SHA-512 tag manifest. It is the same for folder and ZIP. */
export function packageDigest(files: Files): string {
  const manifest = files.get(PACKAGE_MANIFEST);
  if (!manifest) throw new Error(`${PACKAGE_MANIFEST} is missing`);
  return sha256(manifest);
}

function manifestsOf(files: Files, nameOf: typeof manifestName): readonly (readonly [string, Uint8Array])[] {
  const digests = new Map<string, Digests>([...files].map(([path, bytes]) => [path, digestsOf(bytes)]));
  return ALGORITHMS.map((algorithm) => {
    const byPath = new Map([...digests].map(([path, values]) => [path, values[algorithm]]));
    return [nameOf(algorithm), encode(writeManifest(byPath))];
  });
}

function writeInfo(info: BagInfo): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** The Payload-Oxum: bytes and number of files of the payload (RFC 8493, 2.2.2). */
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
