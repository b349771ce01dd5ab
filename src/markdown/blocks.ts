import type Token from 'markdown-it/lib/token.mjs';
import { plainText } from '../model/block.js';
import type { Alignment, Block, Cell, Column, HeadingLevel, Inline, ListItem, Table } from '../model/block.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Origin } from '../model/origin.js';
import type { Span } from '../model/span.js';
import { decodePath, readAttributes } from './attributes.js';
import { readInlines } from './inlines.js';
import type { InlineContext } from './inlines.js';
import { fillValues, slotNumber } from './placeholders.js';
import type { PrintedValue } from './placeholders.js';
import { TABLE } from './table-rule.js';
import type { ReadTable } from './table-rule.js';
import { stripTypedNumber } from './typed-number.js';
import { unprintableIn } from './unprintable.js';
import type { Unprintable } from './unprintable.js';

/** `:::` around blocks: what it means is for the composer to say. */
export interface Container {
  readonly kind: 'container';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly nodes: readonly Node[];
  readonly span: Span;
}
/** A place that a template keeps for blocks that were parsed before. */
export interface Slot {
  readonly kind: 'slot';
  readonly number: number;
}
export type Node = Block | Container | Slot;

export interface Reading {
  readonly path: string;
  readonly start: number;
  readonly lineStarts: readonly number[];
  readonly diagnostics: Diagnostic[];
  /** The origin of the literal text of a block. */
  readonly originOf: (span: Span) => Origin;
  /** The values of the placeholders in the text. */
  readonly values: readonly PrintedValue[];
}

/** A token that opens something together with everything up to the token that closes it. */
interface Group {
  readonly token: Token;
  readonly inner: readonly Token[];
}

/** Reads a run of sibling block tokens. */
export function readBlocks(tokens: readonly Token[], reading: Reading): readonly Node[] {
  return groupsOf(tokens).flatMap((group) => readGroup(group, reading));
}

function groupsOf(tokens: readonly Token[]): readonly Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const end = closingIndex(tokens, at);
    groups.push({ token, inner: tokens.slice(at + 1, end) });
    at = end;
  }
  return groups;
}

function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function readGroup(group: Group, reading: Reading): readonly Node[] {
  const { token, inner } = group;
  const span = spanOf(token, reading);
  switch (token.type) {
    case 'heading_open':
      return [readHeading(group, span, reading)];
    case 'paragraph_open':
      return readParagraph(inner, span, reading);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [readList(group, span, reading)];
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: onlyBlocks(readBlocks(inner, reading), reading), span }];
    case TABLE:
      return [readTable(token, span, reading)];
    case 'fence':
      report(reading, 'MARKDOWN-CODE', '公文里不放代码块，这里按普通段落印出', span, '去掉前后的 ``` 即可。');
      return token.content
        .trimEnd()
        .split('\n')
        .map((line) => bodyParagraph([{ kind: 'text', text: line, origin: reading.originOf(span) }], span));
    case 'hr':
      report(reading, 'MARKDOWN-RULE', '正文里的横线不会印出', span, '需要换页时用标题分开，不用横线。');
      return [];
    default:
      return token.type.startsWith('container_') ? [readContainer(group, span, reading)] : [];
  }
}

function readHeading({ token, inner }: Group, span: Span, reading: Reading): Block {
  const inlines = stripNumber(inlinesOf(inner, span, reading));
  return { kind: 'heading', level: headingLevel(token.tag), number: '', inlines, span };
}

/** `#` is the title of an article, `##` is level 一、; anything deeper than （1） stays at （1）. */
function headingLevel(tag: string): HeadingLevel {
  return Math.min(4, Number(tag.slice(1)) - 1) as HeadingLevel;
}

function stripNumber(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first?.kind !== 'text') return inlines;
  return [{ ...first, text: stripTypedNumber(first.text) }, ...rest];
}

function readParagraph(inner: readonly Token[], span: Span, reading: Reading): readonly Node[] {
  const children = inner[0]?.children ?? [];
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.type === 'image') {
    return [
      {
        kind: 'image',
        path: fillValues(decodePath(only.attrGet('src') ?? ''), reading.values),
        alt: fillValues(only.content, reading.values),
        span,
      },
    ];
  }
  const inlines = inlinesOf(inner, span, reading);
  const slot = slotNumber(plainText(inlines));
  return slot === null ? [bodyParagraph(inlines, span)] : [{ kind: 'slot', number: slot }];
}

function bodyParagraph(inlines: readonly Inline[], span: Span): Block {
  return { kind: 'paragraph', inlines, role: 'body', span };
}

function readList({ token, inner }: Group, span: Span, reading: Reading): Block {
  const ordered = token.type === 'ordered_list_open';
  const first = Number(token.attrGet('start') ?? 1);
  const items = groupsOf(inner).map((item, index): ListItem => ({
    marker: ordered ? `${first + index}.` : '',
    blocks: onlyBlocks(readBlocks(item.inner, reading), reading),
  }));
  return { kind: 'list', ordered, items, span };
}

function readTable(token: Token, span: Span, reading: Reading): Table {
  const { aligns, rows, unprintable } = token.meta as ReadTable;
  unprintable.forEach((found) => reportUnprintable(found, span, reading));
  const [header = [], ...body] = rows;
  return { kind: 'table', caption: '', columns: columnsOf(rows, aligns), header, rows: body, span };
}

/** A column is as wide as its longest cell asks, within limits that keep a wordy column from starving the rest. */
function columnsOf(rows: readonly (readonly Cell[])[], aligns: readonly Alignment[]): readonly Column[] {
  const longest = (index: number): number => Math.max(...rows.map((row) => [...plainText(row[index] ?? [])].length));
  return aligns.map((align, index) => ({ align, width: Math.min(16, Math.max(3, longest(index))) }));
}

function readContainer({ token, inner }: Group, span: Span, reading: Reading): Container {
  const name = token.type.slice('container_'.length, -'_open'.length);
  const attributes = readAttributes(token.info.trim().slice(name.length), reading.values);
  return { kind: 'container', name, attributes, nodes: readBlocks(inner, reading), span };
}

function inlinesOf(inner: readonly Token[], span: Span, reading: Reading): readonly Inline[] {
  const inline = inner.find((token) => token.type === 'inline');
  if (!inline) return [];
  const children = inline.children ?? [];
  unprintableIn(inline.content, children).forEach((found) => reportUnprintable(found, span, reading));
  return readInlines(children, inlineContext(span, reading));
}

function inlineContext(span: Span, { originOf, values }: Reading): InlineContext {
  return { origin: originOf(span), values };
}

function reportUnprintable({ code, message, hint }: Unprintable, span: Span, reading: Reading): void {
  report(reading, code, message, span, hint);
}

/** Lists and quotes hold plain blocks; a container inside one is opened up. */
function onlyBlocks(nodes: readonly Node[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.kind === 'slot') return [];
    if (node.kind !== 'container') return [node];
    report(reading, 'MARKDOWN-NESTED', '“:::” 不能放在列表或引文里，这里按普通内容印出', node.span, '移到列表外面。');
    return onlyBlocks(node.nodes, reading);
  });
}

function spanOf(token: Token, reading: Reading): Span {
  const [from = 0, to = from + 1] = token.map ?? [];
  return spanOfLines(reading, from, to);
}

/** The span of the lines from `from` up to `to`, counted from 0 at the start of the body. */
export function spanOfLines(
  { path, start, lineStarts }: Pick<Reading, 'path' | 'start' | 'lineStarts'>,
  from: number,
  to: number,
): Span {
  const end = lineStarts[to] ?? lineStarts.at(-1) ?? 0;
  const first = lineStarts[from] ?? 0;
  return { path, start: start + first, end: start + Math.max(first, end - 1) };
}

function report(reading: Reading, code: string, message: string, span: Span, hint: string): void {
  reading.diagnostics.push({ code, severity: 'warning', message, span, hint });
}
