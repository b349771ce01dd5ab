import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { printable } from '../encoding/terminal.js';
import { positionAt } from '../model/span.js';
import type { Span } from '../model/span.js';
import { displayWidth } from '../encoding/display-width.js';
import { byPlace, pathOf } from './order.js';
import type { Sources } from './order.js';

/** How a word is coloured; the identity where colour is not wanted. */
export type Paint = (severity: Severity, text: string) => string;

export const plain: Paint = (_, text) => text;

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };
export const coloured: Paint = (severity, text) => `\u001b[${COLOURS[severity]}m${text}\u001b[0m`;

const LABELS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };
const FRAME_CELLS = 96;

/** How many findings are shown before the rest is only counted: a flood hides what matters. */
export interface Limits {
  readonly perFile: number;
  readonly inAll: number;
}

export const LIMITS: Limits = { perFile: 20, inAll: 200 };

/** Findings for a person: grouped by file, each with its line, a caret under the place and what to do. */
export function writePretty(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  paint: Paint,
  limits: Limits = LIMITS,
): string {
  const blocks: string[] = [];
  let room = limits.inAll;
  let unseen = diagnostics.length;
  for (const group of groupByFile([...diagnostics].sort(byPlace))) {
    if (room === 0) break;
    const shown = severest(group, Math.min(limits.perFile, room));
    blocks.push(...shown.map((diagnostic) => writeOne(diagnostic, sources, paint)), ...restOf(group, shown));
    room -= shown.length;
    unseen -= group.length;
  }
  const rest = unseen > 0 ? [`后面的文件还有 ${unseen} 处没有列出，先改上面这些，再检查一次。`] : [];
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

/** Errors are shown before warnings go in; those that are shown keep the order of the text. */
function severest(group: readonly Diagnostic[], room: number): readonly Diagnostic[] {
  if (group.length <= room) return group;
  const kept = new Set([...group].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]).slice(0, room));
  return group.filter((diagnostic) => kept.has(diagnostic));
}

function restOf(group: readonly Diagnostic[], shown: readonly Diagnostic[]): readonly string[] {
  const [first] = group;
  const rest = group.length - shown.length;
  return first && rest > 0 ? [`${printable(pathOf(first))} 另有 ${rest} 处没有列出`] : [];
}

function writeOne(diagnostic: Diagnostic, sources: Sources, paint: Paint): string {
  const { severity, code, message, span, hint, subject } = diagnostic;
  const head = `${placeLabel(span, sources, subject)}${message}  [${code}]`;
  const frame = span ? codeFrame(span, sources) : [];
  const related = (diagnostic.related ?? []).map((other) => `  ${other.message}：${placeLabel(other.span, sources)}`);
  const text = [head, ...frame, ...related, ...(hint === undefined ? [] : [`  怎么改：${hint}`])].join('\n');
  return `${paint(severity, LABELS[severity])} ${text.split('\n').map(printable).join('\n')}`;
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
  // What stands for a control character takes a column, and so must the character when the caret is put under it.
  const text = printable((source.text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '').replaceAll('\t', ' '));
  const { line } = positionAt(source.text, span.start);
  const gutter = `  ${line} | `;
  const before = [...text.slice(0, span.start - lineStart)];
  const marked = [...text.slice(span.start - lineStart, Math.max(span.end, span.start + 1) - lineStart)];
  const from = Math.max(0, before.length - Math.floor(FRAME_CELLS / 4));
  const cut = from > 0 ? '…' : '';
  const shown = cut + fit([...text].slice(from));
  const indent = ' '.repeat(gutter.length + displayWidth(cut) + displayWidth(before.slice(from).join('')));
  const carets = '^'.repeat(Math.max(1, Math.min(displayWidth(marked.join('')), FRAME_CELLS / 2)));
  return [`${gutter}${shown}`, `${indent}${carets}`];
}

function fit(characters: readonly string[]): string {
  let cells = 0;
  const end = characters.findIndex((character) => (cells += displayWidth(character)) > FRAME_CELLS);
  return end < 0 ? characters.join('') : `${characters.slice(0, end).join('')}…`;
}
