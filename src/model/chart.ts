import type { Origin } from './origin.js';
import type { Span } from './span.js';

/**
 * How numbers are drawn: `stack` as bars from left to right, a piece for each series; `columns` as columns beside each
 * other; `ranking` as one bar a category; `bands` as columns without gaps, one for each stretch of a scale.
 */
export type ChartForm = 'stack' | 'columns' | 'ranking' | 'bands';

/** One number with what is printed for it, such as 84.96%. */
export interface Datum {
  readonly value: number;
  readonly label: string;
  /** Of the values in its cell; absent where a template words the number. */
  readonly origin?: Origin;
}
/** One row of numbers, one for each category; `null` where none is known. */
export interface Series {
  readonly name: string;
  readonly values: readonly (Datum | null)[];
}
/** A line across the chart. Among bands, `value` counts the bands that lie below it. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
}
/** A figure drawn from numbers. Its size follows from what it holds, so that it is the same in every format. */
export interface Chart {
  readonly kind: 'chart';
  readonly form: ChartForm;
  /** Which figure of its document it is, from 1. */
  readonly number: number;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly thresholds: readonly Threshold[];
  /** What is counted, such as 个; empty where the labels say it. */
  readonly unit: string;
  /** The chart in words, for those who cannot see it. */
  readonly alt: string;
  readonly span?: Span;
}

/** 图1　各环节材料报送情况（单位：份次）, printed below the figure. */
export function chartCaption({ number, title, unit }: Chart): string {
  return `图${number}　${title}${unit === '' ? '' : `（单位：${unit}）`}`;
}

/** What is drawn at the end of a stacked bar; the empty text where nothing is. */
export function stackTotal({ series }: Chart, index: number): string {
  const values = series.flatMap(({ values }) => values[index]?.value ?? []);
  const sum = values.reduce((all, value) => all + Math.round(value * 1e6), 0) / 1e6;
  return values.length === 0 ? '' : `共${sum}`;
}
