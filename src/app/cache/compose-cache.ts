import type { Reach } from '../../compose/compose-context.js';
import type { Image } from '../../model/block.js';
import type { Disk } from '../../model/ports.js';
import { readJson } from './json-file.js';

/** What is known of a document that was composed once, and from what: enough to tell that its files can stay. */
export interface CachedComposition {
  /** The fingerprint of what every document can see. */
  readonly near: string;
  /** How far beyond its unit the document looked, and the fingerprint of that; null where it did not. */
  readonly whole: { readonly reach: Reach; readonly print: string } | null;
  readonly title: string;
  readonly images: readonly Image[];
  /** Whether it shows charts, whose faces a DOCX then depends on. */
  readonly charts: boolean;
  /** The digest of the whole document. */
  readonly digest: string;
  /** Characters of the whole document as JSON: how much there is of it. */
  readonly length: number;
  /** The characters that it prints, by role, parted by spaces where one bears a mark. */
  readonly characters: Readonly<Record<string, string>>;
}

/** Documents by id. A memory that is lost costs composing them again and nothing else. */
export type ComposeCache = Map<string, CachedComposition>;

const FILE = '.hongtou/composed.json';

/** What the last build remembered; nothing where that cannot be read. */
export async function readComposeCache(out: Disk): Promise<ComposeCache> {
  return new Map(await readJson<readonly (readonly [string, CachedComposition])[]>(out, FILE));
}

/** Writes down what is remembered, whatever the order in which it came about. */
export async function writeComposeCache(out: Disk, composeCache: ComposeCache): Promise<void> {
  const sorted = [...composeCache].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  // One by one: as one text, which is then encoded, those of a thousand units take a hundred megabytes at the very end.
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
