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
import type { ParsedTable } from './table-rule.js';
import { stripTypedNumber } from './typed-number.js';
import { unsupportedMarkupIn } from './unsupported-markup.js';
import type { UnsupportedMarkup } from './unsupported-markup.js';

/** A `:::` container; the composer interprets it. */
export interface Container {
  readonly kind: 'container';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly nodes: readonly Node[];
  readonly span: Span;
}
/** A placeholder in a template for blocks that are parsed already. */
export interface Slot {
  readonly kind: 'slot';
  readonly number: number;
}
export type Node = Block | Container | Slot;

export interface ParseState {
  readonly path: string;
  readonly start: number;
  readonly lineStarts: readonly number[];
  readonly diagnostics: Diagnostic[];
  /** The origin of the literal text of a block. */
  readonly originOf: (span: Span) => Origin;
  /** The values of the placeholders in the text. */
  readonly values: readonly PrintedValue[];
}

/** An opening token with the tokens up to its closing token. */
interface Group {
  readonly token: Token;
  readonly inner: readonly Token[];
}

/** Converts sibling block tokens to nodes. */
export function readBlocks(tokens: readonly Token[], state: ParseState): readonly Node[] {
  return groupsOf(tokens).flatMap((group) => readGroup(group, state));
}

function groupsOf(tokens: readonly Token[]): readonly Group[] {
  const groups: Group[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const end = closingIndex(tokens, index);
    groups.push({ token, inner: tokens.slice(index + 1, end) });
    index = end;
  }
  return groups;
}

function closingIndex(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length;
}

function readGroup(group: Group, state: ParseState): readonly Node[] {
  const { token, inner } = group;
  const span = spanOf(token, state);
  switch (token.type) {
    case 'heading_open':
      return [readHeading(group, span, state)];
    case 'paragraph_open':
      return readParagraph(inner, span, state);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [readList(group, span, state)];
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: onlyBlocks(readBlocks(inner, state), state), span }];
    case TABLE:
      return [readTable(token, span, state)];
    case 'fence':
      report(state, 'MARKDOWN-CODE', '公文里不放代码块，这里按普通段落印出', span, '去掉前后的 ``` 即可。');
      return token.content
        .trimEnd()
        .split('\n')
        .map((line) => bodyParagraph([{ kind: 'text', text: line, origin: state.originOf(span) }], span));
    case 'hr':
      report(state, 'MARKDOWN-RULE', '正文里的横线不会印出', span, '需要换页时用标题分开，不用横线。');
      return [];
    default:
      return token.type.startsWith('container_') ? [readContainer(group, span, state)] : [];
  }
}

function readHeading({ token, inner }: Group, span: Span, state: ParseState): Block {
  const inlines = stripNumber(inlinesOf(inner, span, state));
  return { kind: 'heading', level: headingLevel(token.tag), number: '', inlines, span };
}

/** `#` is the title of an article (level 0), `##` is level 一、; levels deeper than （1） become （1）. */
function headingLevel(tag: string): HeadingLevel {
  return Math.min(4, Number(tag.slice(1)) - 1) as HeadingLevel;
}

function stripNumber(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first?.kind !== 'text') return inlines;
  return [{ ...first, text: stripTypedNumber(first.text) }, ...rest];
}

function readParagraph(inner: readonly Token[], span: Span, state: ParseState): readonly Node[] {
  const children = inner[0]?.children ?? [];
  const only = children.length === 1 ? children[0] : undefined;
  if (only?.type === 'image') {
    return [
      {
        kind: 'image',
        path: fillValues(decodePath(only.attrGet('src') ?? ''), state.values),
        alt: fillValues(only.content, state.values),
        span,
      },
    ];
  }
  const inlines = inlinesOf(inner, span, state);
  const slot = slotNumber(plainText(inlines));
  return slot === null ? [bodyParagraph(inlines, span)] : [{ kind: 'slot', number: slot }];
}

function bodyParagraph(inlines: readonly Inline[], span: Span): Block {
  return { kind: 'paragraph', inlines, role: 'body', span };
}

function readList({ token, inner }: Group, span: Span, state: ParseState): Block {
  const ordered = token.type === 'ordered_list_open';
  const first = Number(token.attrGet('start') ?? 1);
  const items = groupsOf(inner).map((item, index): ListItem => ({
    marker: ordered ? `${first + index}.` : '',
    blocks: onlyBlocks(readBlocks(item.inner, state), state),
  }));
  return { kind: 'list', ordered, items, span };
}

function readTable(token: Token, span: Span, state: ParseState): Table {
  const { aligns, rows, unsupported } = token.meta as ParsedTable;
  unsupported.forEach((markup) => reportUnsupported(markup, span, state));
  const [header = [], ...body] = rows;
  return { kind: 'table', caption: '', columns: columnsOf(rows, aligns), header, rows: body, span };
}

/** Column widths by the longest cell, within limits so that a long cell does not squeeze the other columns. */
function columnsOf(rows: readonly (readonly Cell[])[], aligns: readonly Alignment[]): readonly Column[] {
  const longest = (index: number): number => Math.max(...rows.map((row) => [...plainText(row[index] ?? [])].length));
  return aligns.map((align, index) => ({ align, width: Math.min(16, Math.max(3, longest(index))) }));
}

function readContainer({ token, inner }: Group, span: Span, state: ParseState): Container {
  const name = token.type.slice('container_'.length, -'_open'.length);
  const attributes = readAttributes(token.info.trim().slice(name.length), state.values);
  return { kind: 'container', name, attributes, nodes: readBlocks(inner, state), span };
}

function inlinesOf(inner: readonly Token[], span: Span, state: ParseState): readonly Inline[] {
  const inline = inner.find((token) => token.type === 'inline');
  if (!inline) return [];
  const children = inline.children ?? [];
  unsupportedMarkupIn(inline.content, children).forEach((markup) => reportUnsupported(markup, span, state));
  return readInlines(children, inlineContext(span, state));
}

function inlineContext(span: Span, { originOf, values }: ParseState): InlineContext {
  return { origin: originOf(span), values };
}

function reportUnsupported({ code, message, hint }: UnsupportedMarkup, span: Span, state: ParseState): void {
  report(state, code, message, span, hint);
}

/** Lists and quotes contain blocks only; a container inside is reported and replaced by its content. */
function onlyBlocks(nodes: readonly Node[], state: ParseState): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.kind === 'slot') return [];
    if (node.kind !== 'container') return [node];
    report(state, 'MARKDOWN-NESTED', '“:::” 不能放在列表或引文里，这里按普通内容印出', node.span, '移到列表外面。');
    return onlyBlocks(node.nodes, state);
  });
}

function spanOf(token: Token, state: ParseState): Span {
  const [from = 0, to = from + 1] = token.map ?? [];
  return spanOfLines(state, from, to);
}

/** The span of the lines from `from` up to `to`, counted from 0 at the start of the body. */
export function spanOfLines(
  { path, start, lineStarts }: Pick<ParseState, 'path' | 'start' | 'lineStarts'>,
  from: number,
  to: number,
): Span {
  const end = lineStarts[to] ?? lineStarts.at(-1) ?? 0;
  const first = lineStarts[from] ?? 0;
  return { path, start: start + first, end: start + Math.max(first, end - 1) };
}

function report(state: ParseState, code: string, message: string, span: Span, hint: string): void {
  state.diagnostics.push({ code, severity: 'warning', message, span, hint });
}
