import type { Node } from '../../markdown/blocks.js';
import { plainText } from '../../model/block.js';
import type { Block, Cell, Inline, Table } from '../../model/block.js';
import type { Chart, ChartForm, Datum, Series, Threshold } from '../../model/chart.js';
import { MAX_CHART_ROWS } from '../../layout/chart-size.js';
import { ComputedOrigin } from '../../model/origin.js';
import { percent } from '../../campaign/arithmetic.js';
import { describeChart } from './chart-alt-text.js';
import type { ChartWithoutAlt } from './chart-alt-text.js';
import { toHistogram } from './histogram.js';

export type Attributes = ReadonlyMap<string, string>;

const FORMS: Readonly<Record<string, ChartForm>> = { stack: 'stack', columns: 'columns', ranking: 'ranking' };
/** Number of greys that are distinguishable in print. */
const MAX_SERIES = 4;
/** Rows that are read at most, for a ranking shown as a histogram. */
const MAX_CATEGORIES = 10_000;
const SHARE = /^(\d{1,9})\/(\d{1,9})$/;
const NUMBER = /^(\d{1,9}(?:\.\d{1,6})?)%?$/;

/**
 * The chart of a table in a `chart` container: the first column holds the categories, the header the series. A cell is
 * a number, or a share such as 113/133. A ranking with more categories than readable rows becomes a histogram.
 */
export function toChart(table: Table, attributes: Attributes): Chart | 'nothing to draw' | 'too much to read' {
  const form = FORMS[attributes.get('form') ?? ''] ?? 'columns';
  const [, ...names] = table.header.map(cellText);
  const rows = table.rows.slice(0, MAX_CATEGORIES);
  const series = names.map((name, index): Series => ({ name, values: rows.map((row) => readDatum(row[index + 1])) }));
  const chart: ChartWithoutAlt = {
    kind: 'chart',
    form,
    number: 1,
    title: attributes.get('caption') ?? '',
    categories: rows.map((row) => cellText(row[0])),
    series,
    thresholds: readThresholds(attributes.get('thresholds') ?? ''),
    unit: attributes.get('unit') ?? '',
  };
  if (isEmpty(chart)) return 'nothing to draw';
  if (isReadable(chart)) return { ...chart, alt: describeChart(chart) };
  return form === 'ranking' && isShares(chart) ? toHistogram(chart) : 'too much to read';
}

/** Numbers the figures of a document from 1, through the text and its attachments. */
export function figureNumbering(): (blocks: readonly Block[]) => readonly Block[] {
  let count = 0;
  const numberBlock = (block: Block): Block => {
    if (block.kind === 'landscape') return { ...block, blocks: block.blocks.map(numberBlock) };
    return block.kind === 'chart' ? { ...block, number: (count += 1) } : block;
  };
  return (blocks) => blocks.map(numberBlock);
}

/** The first table in a container. */
export function tableIn(nodes: readonly (Node | Block)[]): Table | undefined {
  return nodes.find((node) => node.kind === 'table');
}

/** A ranking is empty without data; other charts also if every value is zero. */
function isEmpty({ form, series }: ChartWithoutAlt): boolean {
  const data = series.flatMap(({ values }) => values.filter((datum) => datum !== null));
  return form === 'ranking' ? data.length === 0 : data.every(({ value }) => value === 0);
}

function isReadable({ form, categories, series }: ChartWithoutAlt): boolean {
  return categories.length <= MAX_CHART_ROWS && series.length <= (form === 'ranking' ? 1 : MAX_SERIES);
}

function isShares({ series }: ChartWithoutAlt): boolean {
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

/** Division is correctly rounded, so the quotient is an integer only if the share is. */
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

/** Parses reference lines such as `85%通过；80%回头看`. Other texts are ignored, as is zero, which is the axis. */
function readThresholds(text: string): readonly Threshold[] {
  const lines = text.split('；').flatMap((part): readonly Threshold[] => {
    const [, digits, name = ''] = /^\s*(\d{1,9}(?:\.\d{1,6})?)\s*(.*?)\s*$/u.exec(part) ?? [];
    return digits === undefined || Number(digits) === 0
      ? []
      : [{ value: Number(digits), label: [...`${digits}${name}`].slice(0, MAX_LABEL_LENGTH).join('') }];
  });
  return lines.sort((a, b) => b.value - a.value).slice(0, MAX_SERIES);
}

const MAX_LABEL_LENGTH = 10;

function cellText(cell: Cell | undefined): string {
  return plainText(cell ?? []).trim();
}
