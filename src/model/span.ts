/** A range of a source file. Offsets count UTF-16 code units from the start of the text; `end` is exclusive. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A line and column, both from 1; a column is one code point. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset, as an editor shows them; an offset beyond the end is treated as the end. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: [...before.slice(lineStart)].length + 1,
  };
}
