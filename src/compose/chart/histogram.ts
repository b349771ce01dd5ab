import type { Chart, Threshold } from '../../model/chart.js';
import { describeHistogram } from './chart-alt-text.js';
import type { ChartWithoutAlt } from './chart-alt-text.js';

/** Width of a band that no reference line divides. */
const BAND_WIDTH = 5;
/** Bands shown below the lowest reference line; deeper values share one band. */
const BANDS_BELOW_LOWEST = 2;
const SCALE_END = 100;

/** Turns a ranking with too many categories into a histogram whose band borders include the reference lines. */
export function toHistogram(ranking: ChartWithoutAlt): Chart {
  const { thresholds } = ranking;
  const values = (ranking.series[0]?.values ?? []).map((datum) => datum?.value ?? null);
  const knownValues = values.filter((value) => value !== null);
  const borders = bordersOf(Math.min(...knownValues), thresholds);
  const counts = borders.map((from, index) => {
    const to = borders[index + 1] ?? Infinity;
    return knownValues.filter((value) => value >= from && value < to).length;
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
  const below = highest ? ranking.categories.filter((_, index) => (values[index] ?? SCALE_END) < highest.value) : [];
  return { ...bands, alt: describeHistogram(bands, highest?.label ?? '', below) };
}

/**
 * Lower borders of the bands: every reference line, and multiples of five from one or two bands below the lowest line.
 */
function bordersOf(least: number, thresholds: readonly Threshold[]): readonly number[] {
  const lines = thresholds.map(({ value }) => value).filter((value) => value < SCALE_END);
  const lowest = Math.min(...lines, SCALE_END - BAND_WIDTH);
  const shown = Math.min(least, lowest - BAND_WIDTH);
  const first = Math.max(
    0,
    Math.floor(Math.max(lowest - BANDS_BELOW_LOWEST * BAND_WIDTH, shown) / BAND_WIDTH) * BAND_WIDTH,
  );
  const steps = Array.from({ length: (SCALE_END - first) / BAND_WIDTH }, (_, index) => first + index * BAND_WIDTH);
  const borders = [...new Set([...steps, ...lines])].sort((a, b) => a - b);
  return least < first ? [0, ...borders] : borders;
}

function bandName(from: number, to: number | undefined): string {
  return from === 0 && to !== undefined ? `不到${to}%` : `${from}～${to ?? SCALE_END}%`;
}
