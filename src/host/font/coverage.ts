import { open, type FileHandle } from 'node:fs/promises';
import { readCharacterMap } from './cmap.js';
import { fontOffsets, tableRanges } from './sfnt.js';

/** The code points that a face has a glyph for. */
export type Coverage = ReadonlySet<number>;

/**
 * Reads the coverage of one face; reads only the necessary parts of the file. Throws `RangeError` if it is malformed.
 */
export async function readCoverage(path: string, index = 0): Promise<Coverage> {
  const file = await open(path);
  try {
    const offset = fontOffsets(await readAt(file, 0, 4096))[index] ?? 0;
    const range = tableRanges(await readAt(file, offset, 2048), 0).get('cmap');
    if (range === undefined) throw new RangeError('no cmap table');
    return new Set(readCharacterMap(await readAt(file, range.offset, range.length)).keys());
  } finally {
    await file.close();
  }
}

/** Reads up to `length` bytes from `position`; fewer at the end of the file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * Whether a face can render a character, which may include combining marks. The composed form suffices for the
 * decomposed one and vice versa. Default-ignorable code points, such as variation selectors, need no glyph.
 */
export function covers(coverage: Coverage, character: string): boolean {
  return ['NFC', 'NFD'].some((form) => hasAll(coverage, character.normalize(form))) || hasAll(coverage, character);
}

function hasAll(coverage: Coverage, text: string): boolean {
  return [...text].every((part) => IGNORABLE.test(part) || coverage.has(part.codePointAt(0) ?? 0));
}

const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]$/u;
