import type { Reach } from '../../compose/compose-context.js';
import type { Image } from '../../model/block.js';
import type { Disk } from '../../model/ports.js';
import { readJson } from './json-file.js';

/**
 * The facts about a composed document that decide, together with its fingerprints, whether its files are up to date.
 */
export interface CachedComposition {
  /** The fingerprint of its own text, its unit's facts and the common inputs. */
  readonly near: string;
  /** How far beyond its unit the document reads, and the fingerprint of that; null if it does not. */
  readonly whole: { readonly reach: Reach; readonly print: string } | null;
  readonly title: string;
  readonly images: readonly Image[];
  /** Whether it has charts; the DOCX then depends on their faces. */
  readonly charts: boolean;
  /** The digest of the whole document. */
  readonly digest: string;
  /** Length of the document as JSON, in characters. */
  readonly length: number;
  /** The characters that it prints, by role; separated by spaces if there are combining marks. */
  readonly characters: Readonly<Record<string, string>>;
}

/** Composed documents by id. If the cache is lost, the documents are composed again. */
export type ComposeCache = Map<string, CachedComposition>;

const FILE = '.hongtou/composed.json';

/** The compose cache of the last build; empty if it cannot be read. */
export async function readComposeCache(out: Disk): Promise<ComposeCache> {
  return new Map(await readJson<readonly (readonly [string, CachedComposition])[]>(out, FILE));
}

/** Writes the cache, sorted by id. */
export async function writeComposeCache(out: Disk, composeCache: ComposeCache): Promise<void> {
  const sorted = [...composeCache].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  // Entries are encoded one by one: as one text, those of a thousand units take a hundred megabytes.
  const encoder = new TextEncoder();
  const lines = sorted.map((pair, at) => encoder.encode(`${at === 0 ? '[' : ','}${JSON.stringify(pair)}`));
  await out.write(FILE, joinBytes([...lines, encoder.encode(sorted.length === 0 ? '[]\n' : ']\n')]));
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
