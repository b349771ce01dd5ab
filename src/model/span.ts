/** A stretch of a source file. Offsets count UTF-16 code units from the start of the text; `end` is exclusive. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A place as people count it: both numbers start at 1, a column is one code point. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns an offset into the line and column that an editor shows; an offset past the end is the end. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: [...before.slice(lineStart)].length + 1,
  };
}
