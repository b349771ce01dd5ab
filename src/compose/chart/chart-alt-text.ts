import type { Chart } from '../../model/chart.js';

/** A chart before its alternative text is written. */
export type ChartWithoutAlt = Omit<Chart, 'alt'>;

/** A longer text is no help in a screen reader; the table has the rest. */
const MAX_ALT_LENGTH = 1500;

/** The alternative text of a chart: 各环节材料报送情况：学习动员，按期报送12份、迟报1份；专题调研，…… */
export function describeChart(chart: ChartWithoutAlt): string {
  const { title, categories, series } = chart;
  const hasSeveralSeries = series.length > 1;
  const descriptions = categories.flatMap((category, index) => {
    const parts = series.flatMap(({ name, values }) => {
      const datum = values[index];
      // An empty segment of a stacked bar is left out; a column of zero is included.
      return datum && (datum.value > 0 || chart.form !== 'stack')
        ? [`${hasSeveralSeries ? name : ''}${datum.label}${unitAfter(datum.label, chart.unit)}`]
        : [];
    });
    return parts.length === 0 ? [] : [`${category}${hasSeveralSeries ? '，' : ''}${parts.join('、')}`];
  });
  return shortened(`${title}：${descriptions.join('；')}。${thresholdsText(chart)}`);
}

/** The alternative text of a histogram, with the names of the items below the highest reference line. */
export function describeHistogram(bands: ChartWithoutAlt, line: string, below: readonly string[]): string {
  const { title, categories, series, unit } = bands;
  const counts = categories.map((category, index) => `${category}的${series[0]?.values[index]?.label ?? '0'}${unit}`);
  const belowText = below.length === 0 ? '' : `未达到${line}的有：${below.join('、')}。`;
  return shortened(`${title}：${counts.join('，')}。${thresholdsText(bands)}${belowText}`);
}

function thresholdsText({ thresholds }: ChartWithoutAlt): string {
  return thresholds.length === 0 ? '' : `图中标有${thresholds.map(({ label }) => label).join('、')}的线。`;
}

function unitAfter(label: string, unit: string): string {
  return label.endsWith('%') ? '' : unit;
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= MAX_ALT_LENGTH ? text : `${characters.slice(0, MAX_ALT_LENGTH).join('')}……（余见表）`;
}
