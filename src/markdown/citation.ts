/** A citation such as {{整改台账总表：合计：已完成}}: a figure of a roll-up by its printed names. */
export const CITATION = /(?:\{\{|｛｛)([^{}｛｝\n]{1,200})(?:\}\}|｝｝)/gu;

/** A citation in a text; `start` and `end` include its braces. */
export interface Citation {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The citations in a text. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map(({ 0: whole, 1: name = '', index }) => {
    return { name, start: index, end: index + whole.length };
  });
}
