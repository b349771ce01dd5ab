import { stackTotal } from '../../model/chart.js';
import type { Chart, ChartForm } from '../../model/chart.js';
import { spaceAboveBars } from '../../layout/chart-size.js';
import type { ChartSize } from '../../layout/chart-size.js';
import { widthInCells } from '../../layout/measure.js';
import { toChartName, fillStyle, seriesFill, textSize, textStyle, tierFill } from './theme.js';
import type { Fill, ChartStyle } from './theme.js';
import { thresholdLines } from './thresholds.js';

/** ECharts options; lengths in points. */
export type ChartOptions = Readonly<Record<string, unknown>>;

type OptionsFactory = (chart: Chart, size: ChartSize) => ChartOptions;

const optionsByForm: Readonly<Record<ChartForm, OptionsFactory>> = {
  stack: stackOptions,
  columns: columnOptions,
  ranking: rankingOptions,
  bands: bandOptions,
};

export function chartOptions(chart: Chart, size: ChartSize): ChartOptions {
  return { animation: false, silent: true, ...optionsByForm[chart.form](chart, size) };
}

const GAP = 5;
const BOTTOM_PADDING = 4;
/** Height for the names below columns. */
const NAME_HEIGHT = 20;
/** Width for a figure to the right of a bar. */
const FIGURE_WIDTH = 56;
/** A column's figure is omitted if it fills more than this share of the column's pitch. */
const MAX_COLUMN_SHARE = 0.85;

/** Stacked bars: each segment has its figure if it fits, and the total is at the end of the bar. */
function stackOptions(chart: Chart, size: ChartSize): ChartOptions {
  const layout = rowLayout(chart, size);
  const totals = chart.categories.map((_, index) => sum(chart.series.map(({ values }) => values[index]?.value ?? 0)));
  const maximum = Math.max(...totals);
  const barWidth = size.width - layout.left - FIGURE_WIDTH;
  const series = chart.series.map(({ name, values }, index) => {
    const fill = seriesFill(index);
    const data = values.map((datum) => {
      const { value = 0, label = '' } = datum ?? {};
      const fits = widthInCells(label) * layout.textSize + 4 < (value / maximum) * barWidth;
      // A segment of zero width would still draw its border.
      return {
        value: value > 0 ? value : null,
        label: figureLabel('inside', value > 0 && fits ? label : '', layout.textSize, fill.ink),
      };
    });
    return { ...bar(layout.thickness), name: toChartName(name), stack: 'all', itemStyle: fillStyle(fill), data };
  });
  const ends = chart.categories.map((_, index) => ({
    value: 0,
    label: figureLabel('right', stackTotal(chart, index), layout.textSize),
  }));
  return {
    ...layout.axes(maximum),
    ...legend(chart),
    series: [...series, { ...bar(layout.thickness), stack: 'all', itemStyle: { color: 'none' }, data: ends }],
  };
}

/**
 * One bar a row, darker the more thresholds it misses. The figures have a column of their own, clear of the threshold
 * lines.
 */
function rankingOptions(chart: Chart, size: ChartSize): ChartOptions {
  const layout = rowLayout(chart, size);
  const values = chart.series[0]?.values ?? [];
  const isShare = values.every((datum) => datum?.label.endsWith('%') ?? true);
  const lines = chart.thresholds.map(({ value }) => value);
  const maximum = Math.max(isShare ? 100 : 1, ...lines, ...values.map((datum) => datum?.value ?? 0));
  const data = values.map((datum) => {
    const fill = tierFill(lines.filter((line) => datum !== null && datum.value < line).length);
    return { value: datum?.value ?? null, itemStyle: fillStyle(fill) };
  });
  const markLine = thresholdLines(chart.thresholds, layout.textSize, 'start');
  const axes = layout.axes(maximum);
  const figures = { ...layout.figures(values.map((datum) => datum?.label ?? '—')), position: 'right' };
  return { ...axes, yAxis: [axes['yAxis'], figures], series: [{ ...bar(layout.thickness), data, markLine }] };
}

/** Grouped columns, each with its figure above if it fits. */
function columnOptions(chart: Chart, size: ChartSize): ChartOptions {
  const pitch = size.width / chart.categories.length / chart.series.length;
  const text = textSize(pitch);
  const series = chart.series.map(({ name, values }, index) => {
    const fill = seriesFill(index);
    const data = values.map((datum) => {
      const { value = null, label = '' } = datum ?? {};
      const fits = widthInCells(label) * text < pitch * MAX_COLUMN_SHARE;
      return { value, itemStyle: columnStyle(value, fill), label: figureLabel('top', fits ? label : '', text) };
    });
    const style = { itemStyle: fillStyle(fill), barMaxWidth: 36, barGap: '10%', barCategoryGap: '35%' };
    return { type: 'bar', ...NON_INTERACTIVE, ...style, name: toChartName(name), data };
  });
  return { ...columnAxes(chart, size), ...legend(chart), series };
}

/** A histogram: columns without gaps, and threshold lines at the borders between them. */
function bandOptions(chart: Chart, size: ChartSize): ChartOptions {
  const text = textSize(size.width / chart.categories.length);
  const data = (chart.series[0]?.values ?? []).map((datum, index) => {
    const fill = tierFill(chart.thresholds.filter(({ value }) => index < value).length);
    const { value = 0, label = '' } = datum ?? {};
    return { value, itemStyle: columnStyle(value, fill), label: figureLabel('top', label, text) };
  });
  const axes = columnAxes(chart, size);
  const scale = { type: 'value', min: 0, max: data.length, show: false };
  const lines = { type: 'bar', xAxisIndex: 1, data: [], markLine: thresholdLines(chart.thresholds, text, 'end') };
  return {
    ...axes,
    xAxis: [axes['xAxis'], scale],
    series: [{ type: 'bar', ...NON_INTERACTIVE, barCategoryGap: '0%', data }, lines],
  };
}

/** A column of zero height would still draw its border. */
function columnStyle(value: number | null, fill: Fill): ChartStyle {
  return value === 0 ? { color: 'none', borderWidth: 0 } : fillStyle(fill);
}

/** Disables hover effects, which a printed chart does not need. */
const NON_INTERACTIVE = { silent: true, emphasis: { disabled: true }, clip: false } as const;

function bar(thickness: number): ChartStyle {
  return { type: 'bar', ...NON_INTERACTIVE, barWidth: thickness };
}

function figureLabel(position: 'inside' | 'right' | 'top', text: string, size: number, ink?: string): ChartStyle {
  return { show: text !== '', position, formatter: () => text, distance: 3, ...textStyle('heading1', size, ink) };
}

interface RowLayout {
  readonly left: number;
  readonly textSize: number;
  readonly thickness: number;
  readonly axes: (maximum: number) => ChartOptions;
  /** A second category axis that shows the figures of the rows. */
  readonly figures: (labels: readonly string[]) => ChartOptions;
}

/** Rows from the first category downwards, with their names at the left. */
function rowLayout(chart: Chart, { height }: ChartSize): RowLayout {
  const names = chart.categories.map(toChartName);
  const top = spaceAboveBars(chart);
  const pitch = (height - top - BOTTOM_PADDING) / names.length;
  const text = textSize(pitch);
  const left = Math.ceil(Math.max(...names.map(widthInCells)) * text) + 2 * GAP;
  const axes = (maximum: number): ChartOptions => ({
    grid: { left, right: FIGURE_WIDTH, top, bottom: BOTTOM_PADDING, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: maximum, show: false },
    yAxis: { ...categoryAxis(names, text), inverse: true },
  });
  const figures = (labels: readonly string[]): ChartOptions => ({
    ...categoryAxis(labels, text),
    inverse: true,
    axisLine: { show: false },
    axisLabel: { interval: 0, margin: FIGURE_WIDTH - GAP, align: 'right', ...textStyle('heading1', text) },
  });
  return { left, textSize: text, figures, thickness: Math.min(14, pitch * 0.66), axes };
}

function columnAxes(chart: Chart, { width }: ChartSize): ChartOptions {
  const names = chart.categories.map(toChartName);
  const text = textSize(width / names.length / Math.max(...names.map(widthInCells)) / 0.7);
  const maximum = Math.max(...chart.series.flatMap(({ values }) => values.map((datum) => datum?.value ?? 0)));
  return {
    grid: { left: GAP, right: GAP, top: spaceAboveBars(chart) + 16, bottom: NAME_HEIGHT, outerBoundsMode: 'none' },
    xAxis: categoryAxis(names, text),
    yAxis: { type: 'value', min: 0, max: maximum, show: false },
  };
}

function categoryAxis(data: readonly string[], size: number): ChartOptions {
  return {
    type: 'category',
    data,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#000', width: 0.75, cap: 'butt' } },
    axisLabel: { interval: 0, margin: GAP, ...textStyle('body', size) },
  };
}

function legend({ series }: Chart): ChartOptions {
  const data = series.map(({ name }) => toChartName(name));
  const style = { icon: 'rect', itemWidth: 18, itemHeight: 9, itemGap: 16, padding: 0, selectedMode: false };
  const border = { itemStyle: { borderColor: '#000', borderWidth: 0.5 } };
  return { legend: { data, top: 8, ...style, ...border, textStyle: textStyle('body', textSize(Infinity)) } };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
