/** Words in quotation marks, joined by 、: “甲”、“乙”. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、');
}

/** Words that occur more than once, each once. */
export function repeated(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
