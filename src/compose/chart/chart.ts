import type { Node } from '../../markdown/blocks.js';
import { plainText } from '../../model/block.js';
import type { Block, Cell, Inline, Table } from '../../model/block.js';
import type { Chart, ChartForm, Datum, Series, Threshold } from '../../model/chart.js';
import { MOST_ROWS } from '../../layout/chart-size.js';
import { ComputedOrigin } from '../../model/origin.js';
import { percent } from '../../campaign/arithmetic.js';
import { describeChart } from './chart-words.js';
import type { Undescribed } from './chart-words.js';
import { toHistogram } from './histogram.js';

export type Attributes = ReadonlyMap<string, string>;

const FORMS: Readonly<Record<string, ChartForm>> = { stack: 'stack', columns: 'columns', ranking: 'ranking' };
/** Greys that print apart from each other. */
const MOST_SERIES = 4;
/** What a ranking may hold: beyond it not even bands are worth the work. */
const MOST_CATEGORIES = 10_000;
const SHARE = /^(\d{1,9})\/(\d{1,9})$/;
const NUMBER = /^(\d{1,9}(?:\.\d{1,6})?)%?$/;

/**
 * What a `chart` container says: the first column of its table names the categories, the head the series. A cell is a
 * number, or a share such as 113/133. A ranking of more units than rows can be read becomes the bands that they fall
 * into.
 */
export function toChart(table: Table, attributes: Attributes): Chart | 'nothing to draw' | 'too much to read' {
  const form = FORMS[attributes.get('form') ?? ''] ?? 'columns';
  const [, ...names] = table.header.map(cellText);
  const rows = table.rows.slice(0, MOST_CATEGORIES);
  const series = names.map((name, index): Series => ({ name, values: rows.map((row) => readDatum(row[index + 1])) }));
  const plain: Undescribed = {
    kind: 'chart',
    form,
    number: 1,
    title: attributes.get('caption') ?? '',
    categories: rows.map((row) => cellText(row[0])),
    series,
    thresholds: readThresholds(attributes.get('thresholds') ?? ''),
    unit: attributes.get('unit') ?? '',
  };
  if (isEmpty(plain)) return 'nothing to draw';
  if (isReadable(plain)) return { ...plain, alt: describeChart(plain) };
  return form === 'ranking' && isShares(plain) ? toHistogram(plain) : 'too much to read';
}

/** Numbers the figures of a document from 1 on, through the text and what is attached to it. */
export function figureNumbering(): (blocks: readonly Block[]) => readonly Block[] {
  let count = 0;
  const numberBlock = (block: Block): Block => {
    if (block.kind === 'landscape') return { ...block, blocks: block.blocks.map(numberBlock) };
    return block.kind === 'chart' ? { ...block, number: (count += 1) } : block;
  };
  return (blocks) => blocks.map(numberBlock);
}

/** The table in a container, if it holds one. */
export function tableIn(nodes: readonly (Node | Block)[]): Table | undefined {
  return nodes.find((node) => node.kind === 'table');
}

/** A share of zero is news, a count of zero everywhere is none. */
function isEmpty({ form, series }: Undescribed): boolean {
  const data = series.flatMap(({ values }) => values.filter((datum) => datum !== null));
  return form === 'ranking' ? data.length === 0 : data.every(({ value }) => value === 0);
}

function isReadable({ form, categories, series }: Undescribed): boolean {
  return categories.length <= MOST_ROWS && series.length <= (form === 'ranking' ? 1 : MOST_SERIES);
}

function isShares({ series }: Undescribed): boolean {
  return (
    series.length === 1 && series.every(({ values }) => values.every((datum) => datum?.label.endsWith('%') ?? true))
  );
}

/** The number of a cell: its value, two values as a share, or what an author typed. */
function readDatum(cell: Cell | undefined): Datum | null {
  const text = cellText(cell);
  const values = (cell ?? []).filter((inline) => inline.kind === 'text' && inline.origin?.kind !== 'template');
  const numbers = values.flatMap(numberOf);
  const datum = numbers.length === values.length ? fromNumbers(numbers, text) : null;
  const found = datum ?? fromText(text);
  return found && { ...found, ...originOf(cell ?? [], found.value) };
}

function numberOf(inline: Inline): readonly number[] {
  const origin = inline.kind === 'text' ? inline.origin : undefined;
  const value = origin?.kind === 'data' || origin?.kind === 'computed' ? origin.value : null;
  return typeof value === 'number' ? [value] : [];
}

function fromNumbers(numbers: readonly number[], text: string): Datum | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second === undefined) return text === String(first) ? { value: first, label: text } : null;
  return text === `${first}/${second}` ? fromShare(first, second) : null;
}

function fromText(text: string): Datum | null {
  const [, part = '', whole = ''] = SHARE.exec(text) ?? [];
  if (whole !== '') return fromShare(Number(part), Number(whole));
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined ? null : { value: Number(digits), label: text };
}

/** A quotient is correctly rounded, so it reaches a whole number only where the share does. */
function fromShare(part: number, whole: number): Datum | null {
  return whole > 0 ? { value: (100 * part) / whole, label: percent(part, whole) } : null;
}

function originOf(cell: Cell, value: number): Pick<Datum, 'origin'> {
  const origins = cell.flatMap((inline) => (inline.kind === 'text' && inline.origin ? [inline.origin] : []));
  const content = origins.filter(({ kind }) => kind !== 'template');
  const [first, ...others] = content;
  if (!first) return {};
  return { origin: others.length === 0 ? first : new ComputedOrigin(() => content, value) };
}

/** `85%通过；80%回头看`: what is not written so is no line. Zero is where every bar begins, and no line either. */
function readThresholds(text: string): readonly Threshold[] {
  const lines = text.split('；').flatMap((part): readonly Threshold[] => {
    const [, digits, name = ''] = /^\s*(\d{1,9}(?:\.\d{1,6})?)\s*(.*?)\s*$/u.exec(part) ?? [];
    return digits === undefined || Number(digits) === 0
      ? []
      : [{ value: Number(digits), label: [...`${digits}${name}`].slice(0, MOST_LABEL).join('') }];
  });
  return lines.sort((a, b) => b.value - a.value).slice(0, MOST_SERIES);
}

const MOST_LABEL = 10;

function cellText(cell: Cell | undefined): string {
  return plainText(cell ?? []).trim();
}
