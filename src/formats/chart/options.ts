import { stackTotal } from '../../model/chart.js';
import type { Chart, ChartForm } from '../../model/chart.js';
import { headroom } from '../../layout/chart-size.js';
import type { ChartSize } from '../../layout/chart-size.js';
import { cells } from '../../layout/measure.js';
import { drawnName, fillStyle, seriesFill, textSize, textStyle, tierFill } from './theme.js';
import type { Fill, ChartStyle } from './theme.js';
import { thresholdLines } from './thresholds.js';

/** What the chart library is asked to draw, in points. */
export type Options = Readonly<Record<string, unknown>>;

type Draw = (chart: Chart, size: ChartSize) => Options;

const draws: Readonly<Record<ChartForm, Draw>> = { stack: stackOptions, columns, ranking, bands };

export function chartOptions(chart: Chart, size: ChartSize): Options {
  return { animation: false, silent: true, ...draws[chart.form](chart, size) };
}

const GAP = 5;
const BOTTOM = 4;
/** Room for the names below columns. */
const NAMES = 20;
/** Room for a figure behind a bar. */
const FIGURE = 56;
/** Share of its room that a column's figure may fill. */
const COLUMN_SHARE = 0.85;

/** Bars of pieces that add up, each piece with its figure where it finds room, the whole at the end. */
function stackOptions(chart: Chart, size: ChartSize): Options {
  const frame = rowFrame(chart, size);
  const wholes = chart.categories.map((_, index) => sum(chart.series.map(({ values }) => values[index]?.value ?? 0)));
  const most = Math.max(...wholes);
  const room = size.width - frame.left - FIGURE;
  const series = chart.series.map(({ name, values }, index) => {
    const fill = seriesFill(index);
    const data = values.map((datum) => {
      const { value = 0, label = '' } = datum ?? {};
      const fits = cells(label) * frame.text + 4 < (value / most) * room;
      // A piece of no width would still draw its border.
      return {
        value: value > 0 ? value : null,
        label: figure('inside', value > 0 && fits ? label : '', frame.text, fill.ink),
      };
    });
    return { ...bar(frame.thickness), name: drawnName(name), stack: 'all', itemStyle: fillStyle(fill), data };
  });
  const ends = chart.categories.map((_, index) => ({
    value: 0,
    label: figure('right', stackTotal(chart, index), frame.text),
  }));
  return {
    ...frame.axes(most),
    ...legend(chart),
    series: [...series, { ...bar(frame.thickness), stack: 'all', itemStyle: { color: 'none' }, data: ends }],
  };
}

/** One bar a row, the darker the more lines it misses; the figures stand in a column of their own, clear of the lines. */
function ranking(chart: Chart, size: ChartSize): Options {
  const frame = rowFrame(chart, size);
  const values = chart.series[0]?.values ?? [];
  const isShare = values.every((datum) => datum?.label.endsWith('%') ?? true);
  const lines = chart.thresholds.map(({ value }) => value);
  const most = Math.max(isShare ? 100 : 1, ...lines, ...values.map((datum) => datum?.value ?? 0));
  const data = values.map((datum) => {
    const fill = tierFill(lines.filter((line) => datum !== null && datum.value < line).length);
    return { value: datum?.value ?? null, itemStyle: fillStyle(fill) };
  });
  const markLine = thresholdLines(chart.thresholds, frame.text, 'start');
  const axes = frame.axes(most);
  const figures = { ...frame.figures(values.map((datum) => datum?.label ?? '—')), position: 'right' };
  return { ...axes, yAxis: [axes['yAxis'], figures], series: [{ ...bar(frame.thickness), data, markLine }] };
}

/** Columns beside each other, each with its figure above where that finds room. */
function columns(chart: Chart, size: ChartSize): Options {
  const pitch = size.width / chart.categories.length / chart.series.length;
  const text = textSize(pitch);
  const series = chart.series.map(({ name, values }, index) => {
    const fill = seriesFill(index);
    const data = values.map((datum) => {
      const { value = null, label = '' } = datum ?? {};
      const fits = cells(label) * text < pitch * COLUMN_SHARE;
      return { value, itemStyle: columnStyle(value, fill), label: figure('top', fits ? label : '', text) };
    });
    const look = { itemStyle: fillStyle(fill), barMaxWidth: 36, barGap: '10%', barCategoryGap: '35%' };
    return { type: 'bar', ...QUIET, ...look, name: drawnName(name), data };
  });
  return { ...columnAxes(chart, size), ...legend(chart), series };
}

/** Columns that touch, and lines at the borders between them. */
function bands(chart: Chart, size: ChartSize): Options {
  const text = textSize(size.width / chart.categories.length);
  const data = (chart.series[0]?.values ?? []).map((datum, index) => {
    const fill = tierFill(chart.thresholds.filter(({ value }) => index < value).length);
    const { value = 0, label = '' } = datum ?? {};
    return { value, itemStyle: columnStyle(value, fill), label: figure('top', label, text) };
  });
  const axes = columnAxes(chart, size);
  const scale = { type: 'value', min: 0, max: data.length, show: false };
  const lines = { type: 'bar', xAxisIndex: 1, data: [], markLine: thresholdLines(chart.thresholds, text, 'end') };
  return {
    ...axes,
    xAxis: [axes['xAxis'], scale],
    series: [{ type: 'bar', ...QUIET, barCategoryGap: '0%', data }, lines],
  };
}

/** A column of no height would still draw its border. */
function columnStyle(value: number | null, fill: Fill): ChartStyle {
  return value === 0 ? { color: 'none', borderWidth: 0 } : fillStyle(fill);
}

/** No shades, no shadows: nothing points at a printed chart. */
const QUIET = { silent: true, emphasis: { disabled: true }, clip: false } as const;

function bar(thickness: number): ChartStyle {
  return { type: 'bar', ...QUIET, barWidth: thickness };
}

function figure(position: 'inside' | 'right' | 'top', text: string, size: number, ink?: string): ChartStyle {
  return { show: text !== '', position, formatter: () => text, distance: 3, ...textStyle('heading1', size, ink) };
}

interface RowFrame {
  readonly left: number;
  readonly text: number;
  readonly thickness: number;
  readonly axes: (most: number) => Options;
  /** A second axis that names the rows by their figures. */
  readonly figures: (labels: readonly string[]) => Options;
}

/** Rows from the first category down, their names at the left. */
function rowFrame(chart: Chart, { height }: ChartSize): RowFrame {
  const names = chart.categories.map(drawnName);
  const top = headroom(chart);
  const pitch = (height - top - BOTTOM) / names.length;
  const text = textSize(pitch);
  const left = Math.ceil(Math.max(...names.map(cells)) * text) + 2 * GAP;
  const axes = (most: number): Options => ({
    grid: { left, right: FIGURE, top, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: most, show: false },
    yAxis: { ...categoryAxis(names, text), inverse: true },
  });
  const figures = (labels: readonly string[]): Options => ({
    ...categoryAxis(labels, text),
    inverse: true,
    axisLine: { show: false },
    axisLabel: { interval: 0, margin: FIGURE - GAP, align: 'right', ...textStyle('heading1', text) },
  });
  return { left, text, figures, thickness: Math.min(14, pitch * 0.66), axes };
}

function columnAxes(chart: Chart, { width }: ChartSize): Options {
  const names = chart.categories.map(drawnName);
  const text = textSize(width / names.length / Math.max(...names.map(cells)) / 0.7);
  const most = Math.max(...chart.series.flatMap(({ values }) => values.map((datum) => datum?.value ?? 0)));
  return {
    grid: { left: GAP, right: GAP, top: headroom(chart) + 16, bottom: NAMES, outerBoundsMode: 'none' },
    xAxis: categoryAxis(names, text),
    yAxis: { type: 'value', min: 0, max: most, show: false },
  };
}

function categoryAxis(data: readonly string[], size: number): Options {
  return {
    type: 'category',
    data,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#000', width: 0.75, cap: 'butt' } },
    axisLabel: { interval: 0, margin: GAP, ...textStyle('body', size) },
  };
}

function legend({ series }: Chart): Options {
  const data = series.map(({ name }) => drawnName(name));
  const look = { icon: 'rect', itemWidth: 18, itemHeight: 9, itemGap: 16, padding: 0, selectedMode: false };
  const border = { itemStyle: { borderColor: '#000', borderWidth: 0.5 } };
  return { legend: { data, top: 8, ...look, ...border, textStyle: textStyle('body', textSize(Infinity)) } };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
