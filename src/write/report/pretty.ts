import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { positionAt } from '../../model/span.js';
import type { Span } from '../../model/span.js';

export type Sources = ReadonlyMap<string, Source>;

/** How a word is coloured; the identity where colour is not wanted. */
export type Paint = (severity: Severity, text: string) => string;

export const plain: Paint = (_, text) => text;

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
export const coloured: Paint = (severity, text) => `\u001b[${COLOURS[severity]}m${text}\u001b[0m`;

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };
const FRAME_CELLS = 96;

/** Findings for a person: grouped by file, each with its line, a caret under the place and what to do. */
export function writePretty(diagnostics: readonly Diagnostic[], sources: Sources, paint: Paint): string {
  const sorted = [...diagnostics].sort(byPlace);
  return sorted.map((diagnostic) => writeOne(diagnostic, sources, paint)).join('\n\n');
}

export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compare(pathOf(a), pathOf(b)) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || compare(a.code, b.code);
}

function pathOf(diagnostic: Diagnostic): string {
  return diagnostic.span?.path ?? diagnostic.subject ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function writeOne(diagnostic: Diagnostic, sources: Sources, paint: Paint): string {
  const { severity, code, message, span, hint, subject } = diagnostic;
  const head = `${paint(severity, LABELS[severity])} ${placeLabel(span, sources, subject)}${message}  [${code}]`;
  const frame = span ? codeFrame(span, sources) : [];
  const related = (diagnostic.related ?? []).map((other) => `  ${other.message}：${placeLabel(other.span, sources)}`);
  return [head, ...frame, ...related, ...(hint === undefined ? [] : [`  怎么改：${hint}`])].join('\n');
}

function placeLabel(span: Span | undefined, sources: Sources, subject?: string): string {
  if (!span) return subject === undefined ? '' : `${subject} `;
  const source = sources.get(span.path);
  if (!source || span.end === 0) return `${span.path} `;
  const { line, column } = positionAt(source.text, span.start);
  return `${span.path}:${line}:${column} `;
}

/** The line of a place with a caret under it, cut to a width that fits a terminal. */
function codeFrame(span: Span, sources: Sources): readonly string[] {
  const source = sources.get(span.path);
  if (!source || span.end === 0) return [];
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1;
  const text = source.text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '';
  const { line } = positionAt(source.text, span.start);
  const gutter = `  ${line} | `;
  const before = [...text.slice(0, span.start - lineStart)];
  const marked = [...text.slice(span.start - lineStart, Math.max(span.end, span.start + 1) - lineStart)];
  const from = Math.max(0, before.length - Math.floor(FRAME_CELLS / 4));
  const shown = fit([...text].slice(from));
  const indent = ' '.repeat(gutter.length + cellsOf(before.slice(from).join('')));
  const carets = '^'.repeat(Math.max(1, Math.min(cellsOf(marked.join('')), FRAME_CELLS / 2)));
  return [`${gutter}${shown}`, `${indent}${carets}`];
}

function fit(characters: readonly string[]): string {
  let cells = 0;
  const end = characters.findIndex((character) => (cells += cellsOf(character)) > FRAME_CELLS);
  return end < 0 ? characters.join('') : `${characters.slice(0, end).join('')}…`;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’—…]|[\u{20000}-\u{3FFFD}]/u;

/** Columns that a text takes on a terminal: a wide character takes two. */
export function cellsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
