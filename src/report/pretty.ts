import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { printable } from '../encoding/terminal.js';
import { positionAt } from '../model/span.js';
import type { Span } from '../model/span.js';
import { displayWidth } from '../encoding/display-width.js';
import { byPlace, pathOf } from './order.js';
import type { Sources } from './order.js';

/** Colours a text by severity. */
export type Paint = (severity: Severity, text: string) => string;

export const plain: Paint = (_, text) => text;

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
export const coloured: Paint = (severity, text) => `\u001b[${COLOURS[severity]}m${text}\u001b[0m`;

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };
const FRAME_COLUMNS = 96;

/** The maximum number of findings that are shown; the rest is only counted. */
export interface Limits {
  readonly perFile: number;
  readonly inAll: number;
}

export const LIMITS: Limits = { perFile: 20, inAll: 200 };

/** Writes findings for a terminal: grouped by file, each with its source line, carets and a hint. */
export function writePretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  paint: Paint,
  limits: Limits = LIMITS,
): string {
  const blocks: string[] = [];
  let remaining = limits.inAll;
  let unvisited = diagnostics.length;
  for (const group of groupByFile([...diagnostics].sort(byPlace))) {
    if (remaining === 0) break;
    const shown = mostSevere(group, Math.min(limits.perFile, remaining));
    blocks.push(...shown.map((diagnostic) => writeOne(diagnostic, sources, paint)), ...omittedNote(group, shown));
    remaining -= shown.length;
    unvisited -= group.length;
  }
  const rest = unvisited > 0 ? [`后面的文件还有 ${unvisited} 处没有列出，先改上面这些，再检查一次。`] : [];
  return [...blocks, ...rest].join('\n\n');
}

function groupByFile(sorted: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of sorted) {
    const path = pathOf(diagnostic);
    groups.set(path, [...(groups.get(path) ?? []), diagnostic]);
  }
  return [...groups.values()];
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Selects up to `limit` findings, errors first; the selected ones stay in text order. */
function mostSevere(group: readonly Diagnostic[], limit: number): readonly Diagnostic[] {
  if (group.length <= limit) return group;
  const selected = new Set([...group].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]).slice(0, limit));
  return group.filter((diagnostic) => selected.has(diagnostic));
}

function omittedNote(group: readonly Diagnostic[], shown: readonly Diagnostic[]): readonly string[] {
  const [first] = group;
  const rest = group.length - shown.length;
  return first && rest > 0 ? [`${printable(pathOf(first))} 另有 ${rest} 处没有列出`] : [];
}

function writeOne(diagnostic: Diagnostic, sources: Sources, paint: Paint): string {
  const { severity, code, message, span, hint, subject } = diagnostic;
  const head = `${positionLabel(span, sources, subject)}${message}  [${code}]`;
  const frame = span ? codeFrame(span, sources) : [];
  const related = (diagnostic.related ?? []).map(
    (other) => `  ${other.message}：${positionLabel(other.span, sources)}`,
  );
  const text = [head, ...frame, ...related, ...(hint === undefined ? [] : [`  怎么改：${hint}`])].join('\n');
  return `${paint(severity, LABELS[severity])} ${text.split('\n').map(printable).join('\n')}`;
}

function positionLabel(span: Span | undefined, sources: Sources, subject?: string): string {
  if (!span) return subject === undefined ? '' : `${subject} `;
  const source = sources.get(span.path);
  if (!source || span.end === 0) return `${span.path} `;
  const { line, column } = positionAt(source.text, span.start);
  return `${span.path}:${line}:${column} `;
}

/** The source line of a span with carets under it, truncated to fit a terminal. */
function codeFrame(span: Span, sources: Sources): readonly string[] {
  const source = sources.get(span.path);
  if (!source || span.end === 0) return [];
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1;
  // Control characters are replaced by visible ones, so that columns match the carets.
  const text = printable((source.text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '').replaceAll('\t', ' '));
  const { line } = positionAt(source.text, span.start);
  const gutter = `  ${line} | `;
  const before = [...text.slice(0, span.start - lineStart)];
  const marked = [...text.slice(span.start - lineStart, Math.max(span.end, span.start + 1) - lineStart)];
  const from = Math.max(0, before.length - Math.floor(FRAME_COLUMNS / 4));
  const ellipsis = from > 0 ? '…' : '';
  const shown = ellipsis + truncate([...text].slice(from));
  const indent = ' '.repeat(gutter.length + displayWidth(ellipsis) + displayWidth(before.slice(from).join('')));
  const carets = '^'.repeat(Math.max(1, Math.min(displayWidth(marked.join('')), FRAME_COLUMNS / 2)));
  return [`${gutter}${shown}`, `${indent}${carets}`];
}

function truncate(characters: readonly string[]): string {
  let columns = 0;
  const end = characters.findIndex((character) => (columns += displayWidth(character)) > FRAME_COLUMNS);
  return end < 0 ? characters.join('') : `${characters.slice(0, end).join('')}…`;
}
