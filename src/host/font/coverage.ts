import { readFile } from 'node:fs/promises';
import { readSfnt, table } from './sfnt.js';

/** The code points that a face has a glyph for. */
export type Coverage = ReadonlySet<number>;

const BMP = 4;
const FULL = 12;

/** Reads the coverage of a prepared face; throws `RangeError` where the file is malformed. */
export async function readCoverage(path: string): Promise<Coverage> {
  const cmap = table(readSfnt(await readFile(path), 0), 'cmap');
  const covered = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    if (map.readUInt16BE(0) === BMP) addSegments(map, covered);
    if (map.readUInt16BE(0) === FULL) addGroups(map, covered);
  }
  return covered;
}

/** Format 4: segments of the basic plane; a glyph of 0 is a hole in a segment. */
function addSegments(map: Buffer, covered: Set<number>): void {
  const size = map.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const end = map.readUInt16BE(14 + at);
    const start = map.readUInt16BE(16 + size + at);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      if (segmentGlyph(map, size, at, code, start) !== 0) covered.add(code);
    }
  }
}

function segmentGlyph(map: Buffer, size: number, at: number, code: number, start: number): number {
  const delta = map.readUInt16BE(16 + 2 * size + at);
  const rangeAt = 16 + 3 * size + at;
  const range = map.readUInt16BE(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = map.readUInt16BE(rangeAt + range + 2 * (code - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** Format 12: groups of any plane. */
function addGroups(map: Buffer, covered: Set<number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group;
    for (let code = map.readUInt32BE(at); code <= map.readUInt32BE(at + 4); code += 1) covered.add(code);
  }
}
