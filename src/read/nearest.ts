import { closest, distance } from 'fastest-levenshtein';

/** The known word that a typist most likely meant, or empty where none is near. */
export function nearestWord(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 2)) ? candidate : '';
}
