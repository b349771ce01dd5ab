import type { Origin } from './origin.js';
import type { Span } from './span.js';

/**
 * The chart type: `stack` is a stacked horizontal bar chart with one segment per series, `columns` a grouped column
 * chart, `ranking` a bar chart with one bar per category, `bands` a histogram with one column per interval of a scale.
 */
export type ChartForm = 'stack' | 'columns' | 'ranking' | 'bands';

/** One number with its printed label, such as 84.96%. */
export interface Datum {
  readonly value: number;
  readonly label: string;
  /** Of the values in its cell; absent where a template words the number. */
  readonly origin?: Origin;
}
/** A data series: one number per category, `null` where it is unknown. */
export interface Series {
  readonly name: string;
  readonly values: readonly (Datum | null)[];
}
/** A reference line across the chart. In `bands`, `value` is the number of bands below it. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
}
/** A chart. Its size depends only on its content, so it is the same in every format. */
export interface Chart {
  readonly kind: 'chart';
  readonly form: ChartForm;
  /** Number of the figure in its document, from 1. */
  readonly number: number;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly thresholds: readonly Threshold[];
  /** The unit of the numbers, such as 个; empty if the labels contain it. */
  readonly unit: string;
  /** Alternative text: the chart described in words. */
  readonly alt: string;
  readonly span?: Span;
}

/** The caption printed below the chart, such as 图1　各环节材料报送情况（单位：份次）. */
export function chartCaption({ number, title, unit }: Chart): string {
  return `图${number}　${title}${unit === '' ? '' : `（单位：${unit}）`}`;
}

/** The total label at the end of a stacked bar; empty if the bar has no values. */
export function stackTotal({ series }: Chart, index: number): string {
  const values = series.flatMap(({ values }) => values[index]?.value ?? []);
  const sum = values.reduce((total, value) => total + Math.round(value * 1e6), 0) / 1e6;
  return values.length === 0 ? '' : `共${sum}`;
}
