import { cells } from './measure.js';
import type { Chart } from '../model/chart.js';
import { stackTotal } from '../model/chart.js';

/** The texts of a drawing by the role of the face that sets them: names in the face of the text, figures in 黑体. */
export function chartTexts(chart: Chart): { readonly body: readonly string[]; readonly heading1: readonly string[] } {
  const { categories, series, thresholds } = chart;
  const labels = series.flatMap(({ values }) => values.map((datum) => datum?.label ?? ''));
  const totals = chart.form === 'stack' ? categories.map((_, index) => stackTotal(chart, index)) : [];
  return {
    body: [...categories, ...series.map(({ name }) => name)].map(clipName),
    heading1: [...labels, ...totals, ...thresholds.map(({ label }) => clipName(label))],
  };
}

/** Cells that a name keeps in a drawing; the table beside it has the whole. */
const NAME = 12;

/** Code units that it keeps, whatever has no width. */
const MOST = 4 * NAME;

/** White space, and what no drawing may hold: control characters, halves of surrogate pairs and noncharacters. */
const BLANK = /[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu;

/** A name as it is drawn: on one line, and no longer than the drawing has room for. */
export function clipName(text: string): string {
  const plain = text.replace(BLANK, ' ').trim();
  if (plain.length <= MOST && cells(plain) <= NAME) return plain;
  const characters = [...plain.slice(0, MOST)];
  while (cells(characters.join('')) > NAME - 1) characters.pop();
  return `${characters.join('')}…`;
}
