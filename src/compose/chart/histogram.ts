import type { Chart, Threshold } from '../../model/chart.js';
import { describeHistogram } from './chart-words.js';
import type { Undescribed } from './chart-words.js';

/** Width of a band where no line cuts it. */
const STEP = 5;
/** Bands that are shown below the lowest line; what lies deeper shares one. */
const BELOW = 2;
const TOP = 100;

/** A ranking by how many fall into each stretch of the scale, the lines being borders: a hundred names are no picture. */
export function toHistogram(ranking: Undescribed): Chart {
  const { thresholds } = ranking;
  const values = (ranking.series[0]?.values ?? []).map((datum) => datum?.value ?? null);
  const known = values.filter((value) => value !== null);
  const borders = bordersOf(Math.min(...known), thresholds);
  const counts = borders.map((from, index) => {
    const to = borders[index + 1] ?? Infinity;
    return known.filter((value) => value >= from && value < to).length;
  });
  const bands = {
    ...ranking,
    form: 'bands' as const,
    title: `${ranking.title}分布`,
    unit: '个',
    categories: borders.map((from, index) => bandName(from, borders[index + 1])),
    series: [{ name: '个数', values: counts.map((value) => ({ value, label: String(value) })) }],
    thresholds: thresholds.map(({ value, label }) => ({ label, value: borders.indexOf(value) })),
  };
  const [highest] = thresholds;
  const below = highest ? ranking.categories.filter((_, index) => (values[index] ?? TOP) < highest.value) : [];
  return { ...bands, alt: describeHistogram(bands, highest?.label ?? '', below) };
}

/** Where bands begin: every line, and multiples of five from below the lowest line, or a little deeper where values are. */
function bordersOf(least: number, thresholds: readonly Threshold[]): readonly number[] {
  const lines = thresholds.map(({ value }) => value).filter((value) => value < TOP);
  const lowest = Math.min(...lines, TOP - STEP);
  const shown = Math.min(least, lowest - STEP);
  const first = Math.max(0, Math.floor(Math.max(lowest - BELOW * STEP, shown) / STEP) * STEP);
  const steps = Array.from({ length: (TOP - first) / STEP }, (_, index) => first + index * STEP);
  const borders = [...new Set([...steps, ...lines])].sort((a, b) => a - b);
  return least < first ? [0, ...borders] : borders;
}

function bandName(from: number, to: number | undefined): string {
  return from === 0 && to !== undefined ? `不到${to}%` : `${from}～${to ?? TOP}%`;
}
