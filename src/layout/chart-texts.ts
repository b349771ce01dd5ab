import { widthInCells } from './measure.js';
import type { Chart } from '../model/chart.js';
import { stackTotal } from '../model/chart.js';

/** The texts of a drawing by the role of their typeface: names in that of the text, figures in 黑体. */
export function chartTexts(chart: Chart): { readonly body: readonly string[]; readonly heading1: readonly string[] } {
  const { categories, series, thresholds } = chart;
  const labels = series.flatMap(({ values }) => values.map((datum) => datum?.label ?? ''));
  const totals = chart.form === 'stack' ? categories.map((_, index) => stackTotal(chart, index)) : [];
  return {
    body: [...categories, ...series.map(({ name }) => name)].map(clipName),
    heading1: [...labels, ...totals, ...thresholds.map(({ label }) => clipName(label))],
  };
}

/** Longest name in a drawing, in cells; the table beside the chart has the full name. */
const MAX_NAME_CELLS = 12;

/** Longest name in code units, which limits characters without width. */
const MAX_NAME_CODE_UNITS = 4 * MAX_NAME_CELLS;

/** White space and characters that a drawing may not contain: controls, lone surrogates and noncharacters. */
const UNPRINTABLE = /[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu;

/** A name as it is drawn: on one line, shortened with … if it is too long. */
export function clipName(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ').trim();
  if (plain.length <= MAX_NAME_CODE_UNITS && widthInCells(plain) <= MAX_NAME_CELLS) return plain;
  const characters = [...plain.slice(0, MAX_NAME_CODE_UNITS)];
  while (widthInCells(characters.join('')) > MAX_NAME_CELLS - 1) characters.pop();
  return `${characters.join('')}…`;
}
