import type { Chart } from '../../model/chart.js';

/** A chart before it is put in words. */
export type Undescribed = Omit<Chart, 'alt'>;

/** Longer descriptions are no help to one who listens; the table has the rest. */
const LONGEST = 1500;

/** The chart in words: 各环节材料报送情况：学习动员，按期报送12份、迟报1份；专题调研，…… */
export function describeChart(chart: Undescribed): string {
  const { title, categories, series } = chart;
  const several = series.length > 1;
  const said = categories.flatMap((category, index) => {
    const parts = series.flatMap(({ name, values }) => {
      const datum = values[index];
      // A piece that is not there is not named; a column of no height is.
      return datum && (datum.value > 0 || chart.form !== 'stack')
        ? [`${several ? name : ''}${datum.label}${unitAfter(datum.label, chart.unit)}`]
        : [];
    });
    return parts.length === 0 ? [] : [`${category}${several ? '，' : ''}${parts.join('、')}`];
  });
  return shortened(`${title}：${said.join('；')}。${linesWords(chart)}`);
}

/** Bands in words, with the names of those that do not reach the highest line. */
export function describeHistogram(bands: Undescribed, line: string, below: readonly string[]): string {
  const { title, categories, series, unit } = bands;
  const counts = categories.map((category, index) => `${category}的${series[0]?.values[index]?.label ?? '0'}${unit}`);
  const named = below.length === 0 ? '' : `未达到${line}的有：${below.join('、')}。`;
  return shortened(`${title}：${counts.join('，')}。${linesWords(bands)}${named}`);
}

function linesWords({ thresholds }: Undescribed): string {
  return thresholds.length === 0 ? '' : `图中标有${thresholds.map(({ label }) => label).join('、')}的线。`;
}

function unitAfter(label: string, unit: string): string {
  return label.endsWith('%') ? '' : unit;
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}……（余见表）`;
}
