/** {{整改台账总表：合计：已完成}}: a figure of a roll-up under the names that are printed there. */
export const CITATION = /(?:\{\{|｛｛)([^{}｛｝\n]{1,200})(?:\}\}|｝｝)/gu;

/** A citation as it is typed in a text, its braces included in the stretch. */
export interface Citation {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The figures that a text cites. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map(({ 0: whole, 1: name = '', index }) => {
    return { name, start: index, end: index + whole.length };
  });
}
