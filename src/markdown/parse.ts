import MarkdownIt from 'markdown-it';
import container from 'markdown-it-container';
import type { Diagnostic, Checked } from '../model/diagnostic.js';
import { AuthorOrigin } from '../model/origin.js';
import type { Origin } from '../model/origin.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';
import { readBlocks, spanOfLines } from './blocks.js';
import type { Node } from './blocks.js';
import type { PrintedValue } from './placeholders.js';
import { installTableRule } from './table-rule.js';
import type { TableContext } from './table-rule.js';

/** Containers that a template or an author may open with `:::`. */
const CONTAINERS = ['attachment', 'table', 'chart', 'landscape', 'note', 'centre', 'right', 'flush'] as const;

function createParser(): MarkdownIt {
  const parser = new MarkdownIt('commonmark', { html: false, linkify: false, typographer: false }).enable('table');
  // Authors indent paragraphs as in Word; indented text must never become a code block.
  parser.disable(['code', 'html_block', 'html_inline', 'reference', 'autolink', 'entity']);
  for (const name of CONTAINERS) container(parser, name);
  installTableRule(parser);
  return parser;
}

const parser = createParser();

/** The origins and values of a text that a template rendered. */
export interface RenderedText {
  /** Of its literal text. */
  readonly origin: Origin;
  /** Of its placeholders, by number. */
  readonly values: readonly PrintedValue[];
}

/**
 * Parses the Markdown that begins at `start` in `source`; spans are relative to the start of the file. Without `rendered`
 * the text is an author's. Markup without equivalent in official documents is reported and printed as typed.
 */
export function parseMarkdown(
  source: Source,
  start: number,
  rendered: RenderedText | null = null,
): Checked<readonly Node[]> {
  const body = source.text.slice(start);
  const diagnostics: Diagnostic[] = [];
  const values = rendered?.values ?? [];
  const originOf = (span: Span): Origin => rendered?.origin ?? new AuthorOrigin(span);
  const lines = { path: source.path, start, lineStarts: lineStarts(body) };
  const tables: TableContext = { originOf: (from, to) => originOf(spanOfLines(lines, from, to)), values };
  const tokens = parser.parse(body, tables);
  const value = readBlocks(tokens, { ...lines, diagnostics, originOf, values });
  return { value, diagnostics };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  starts.push(text.length);
  return starts;
}
