/** A deterministic stream of random choices. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items in a random order. */
  sample<T>(items: readonly T[], count: number): readonly T[];
  /** A separate stream for one part, so that a longer part does not change the parts after it. */
  fork(label: string): Random;
}

/** The xoshiro128** generator, seeded from the hash of a text. */
export function createRandom(seed: string): Random {
  const next = xoshiro(seed);
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[integer(0, items.length - 1)] as T;
  };
  const sample = <T>(items: readonly T[], count: number): readonly T[] => {
    const remaining = [...items];
    const size = Math.min(count, remaining.length);
    return Array.from({ length: size }, () => remaining.splice(integer(0, remaining.length - 1), 1)[0] as T);
  };
  return { integer, pick, sample, fork: (label) => createRandom(`${seed}/${label}`) };
}

function xoshiro(seed: string): () => number {
  const state = new Uint32Array(4);
  for (let word = 0; word < 4; word += 1) state[word] = hash(`${word}:${seed}`);
  const at = (index: number): number => state[index] ?? 0;
  return () => {
    const result = Math.imul(rotate(Math.imul(at(1), 5), 7), 9) >>> 0;
    const shifted = at(1) << 9;
    state[2] = at(2) ^ at(0);
    state[3] = at(3) ^ at(1);
    state[1] = at(1) ^ at(2);
    state[0] = at(0) ^ at(3);
    state[2] = at(2) ^ shifted;
    state[3] = rotate(at(3), 11);
    return result / 2 ** 32;
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** FNV-1a with a final mix, so that seeds that differ in one letter give unrelated states. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
