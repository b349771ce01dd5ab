import type { Value } from './data.js';
import type { Source } from './source.js';
import type { Span } from './span.js';

/** A content file, as far as origins need it. */
export interface OriginFile {
  readonly source: Source;
  /** The span of the value at each JSON pointer (RFC 6901). */
  readonly places: () => ReadonlyMap<string, Span>;
}

/** A record of content: its file and its JSON pointer there, empty for the whole front matter. */
export interface RecordPlace {
  readonly file: OriginFile;
  readonly pointer: string;
}

/** Origins are not part of what a document prints, so JSON leaves them out: neither digests nor kept versions depend on them. */
abstract class Unprinted {
  toJSON(): undefined {
    return undefined;
  }
}

/** Text that an author typed. The span is that of its block. */
export class AuthorOrigin extends Unprinted {
  readonly kind = 'author';
  readonly span: Span;

  constructor(span: Span) {
    super();
    this.span = span;
  }
}

/** Wording of a template or of one of its partials. */
export class TemplateOrigin extends Unprinted {
  readonly kind = 'template';
  /** The template first, then the partials. */
  readonly sources: readonly Source[];

  constructor(sources: readonly Source[]) {
    super();
    this.sources = sources;
  }
}

/** A value of content: a field of front matter or a cell of a CSV file. */
export class DataOrigin extends Unprinted {
  readonly kind = 'data';
  /** The records that may hold the value: several where records of two files were joined. */
  readonly records: readonly RecordPlace[];
  /** JSON pointer of the value, relative to its record; empty for the record itself. */
  readonly pointer: string;
  /** The value before it was printed. */
  readonly value: Value;

  constructor(records: readonly RecordPlace[], pointer: string, value: Value) {
    super();
    this.records = records;
    this.pointer = pointer;
    this.value = value;
  }
}

/** A value that a template worked out. */
export class ComputedOrigin extends Unprinted {
  readonly kind = 'computed';
  /** The origins of what it was worked out from; none for what the template counts itself, such as row numbers. */
  readonly of: () => readonly Origin[];
  readonly value: Value;

  constructor(of: () => readonly Origin[], value: Value) {
    super();
    this.of = of;
    this.value = value;
  }
}

export type Origin = AuthorOrigin | TemplateOrigin | DataOrigin | ComputedOrigin;

/** The places in content that a value came from, each once, in order; none for the wording of a template. */
export function contentSpans(origin: Origin): readonly Span[] {
  const spans = new Map<string, Span>();
  collectSpans(origin, spans);
  return [...spans.values()];
}

function collectSpans(origin: Origin, spans: Map<string, Span>): void {
  switch (origin.kind) {
    case 'author':
      return addSpan(origin.span, spans);
    case 'data':
      for (const span of dataSpans(origin)) addSpan(span, spans);
      return;
    case 'computed':
      for (const input of origin.of()) collectSpans(input, spans);
      return;
    case 'template':
      return;
  }
}

function addSpan(span: Span, spans: Map<string, Span>): void {
  spans.set(`${span.path}\n${span.start}`, span);
}

/** The records that have the field; where none of them has, all of them, for the value is then what they leave out. */
function dataSpans({ records, pointer }: DataOrigin): readonly Span[] {
  const exact = pointer === '' ? [] : records.flatMap((record) => exactSpan(record, pointer) ?? []);
  return exact.length > 0 ? exact : records.map((record) => placeOf(record.file, `${record.pointer}${pointer}`));
}

function exactSpan({ file, pointer }: RecordPlace, relative: string): Span | undefined {
  return file.places().get(`${pointer}${relative}`);
}

/** Where a template words a text: its first occurrence in the template or a partial, else the start of the template. */
export function templateSpan({ sources }: TemplateOrigin, text: string): Span {
  for (const source of sources) {
    const start = source.text.indexOf(text);
    if (start >= 0) return { path: source.path, start, end: start + text.length };
  }
  return { path: sources[0]?.path ?? '', start: 0, end: 0 };
}

/** The location of a value, or of its nearest ancestor that has one. */
export function placeOf(file: OriginFile, pointer: string): Span {
  const places = file.places();
  for (let ancestor = pointer; ancestor !== ''; ancestor = ancestor.slice(0, ancestor.lastIndexOf('/'))) {
    const span = places.get(ancestor);
    if (span) return span;
  }
  return { path: file.source.path, start: 0, end: 0 };
}
