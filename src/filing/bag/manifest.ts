import { ALGORITHMS } from './digests.js';
import type { Algorithm } from '../../runtime/hash.js';

export interface ManifestLine {
  readonly digest: string;
  readonly path: string;
}

/** A parsed manifest; `faults` are the numbers of invalid lines, counted from 1. */
export interface Manifest {
  readonly lines: readonly ManifestLine[];
  readonly faults: readonly number[];
}

export const HEX_LENGTH: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 };

/** Writes a manifest with its lines in code-unit order of the paths (RFC 8493, 2.1.3). */
export function writeManifest(digests: ReadonlyMap<string, string>): string {
  const paths = [...digests.keys()].sort((a, b) => (a < b ? -1 : 1));
  return paths.map((path) => `${digests.get(path) ?? ''}  ${encodePath(path)}\n`).join('');
}

/** Parses a manifest. An invalid line is returned as a fault, not thrown. */
export function readManifest(text: string, algorithm: Algorithm): Manifest {
  const pattern = new RegExp(`^([0-9a-fA-F]{${HEX_LENGTH[algorithm]}})[ \\t]+\\*?(.+)$`);
  const lines: ManifestLine[] = [];
  const faults: number[] = [];
  const rows = text.split(/\r\n|\n|\r/);
  if (rows.at(-1) === '') rows.pop();
  rows.forEach((row, index) => {
    const [, digest, path] = pattern.exec(row) ?? [];
    if (digest === undefined || path === undefined) faults.push(index + 1);
    else lines.push({ digest: digest.toLowerCase(), path: decodePath(path) });
  });
  return { lines, faults };
}

/** Escapes line ends and the percent sign only (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
}

function decodePath(path: string): string {
  return path.replace(/%(0A|0D|25)/gi, (escape) => decodeURIComponent(escape));
}

export function manifestName(algorithm: Algorithm): string {
  return `manifest-${algorithm}.txt`;
}

export function tagManifestName(algorithm: Algorithm): string {
  return `tagmanifest-${algorithm}.txt`;
}

export const TAG_MANIFESTS: ReadonlySet<string> = new Set(ALGORITHMS.map(tagManifestName));
