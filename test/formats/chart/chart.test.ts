import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, ChartForm, Datum } from '../../../src/model/chart.js';
import { chartCaption } from '../../../src/model/chart.js';
import { chartTexts, clipName } from '../../../src/layout/chart-texts.js';
import { chartSize } from '../../../src/layout/chart-size.js';
import { typeArea } from '../../../src/layout/measure.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { drawChart } from '../../../src/formats/chart/draw.js';
import { expectGolden } from '../../support/golden.js';
import { sampleCharts } from '../../support/sample-charts.js';
import { faceTable } from '../../support/tools.js';

const GOLDENS = join(import.meta.dirname, 'goldens');

const draw = (chart: Chart): string => drawChart(chart, gbt9704, faceTable);

/** The texts of a drawing in order, as a reader sees them. */
function textsOf(svg: string): readonly string[] {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? ''),
  );
}

/** Every element and attribute name of a drawing. */
function namesOf(svg: string): readonly string[] {
  const tags = [...svg.matchAll(/<([a-z]+)((?: [a-z:-]+="[^"]*")*)>/gi)];
  return tags.flatMap(([, name = '', attributes = '']) => [
    name,
    ...[...attributes.matchAll(/ ([a-z:-]+)=/gi)].map(([, attribute = '']) => `${name}@${attribute}`),
  ]);
}

const datum = (value: number): Datum => ({ value, label: String(value) });

describe.each(Object.entries(sampleCharts))('the drawing of %s', (name, chart) => {
  it('is that of its golden', () => {
    expectGolden(join(GOLDENS, `chart-${name}.svg`), draw(chart));
  });

  it('is drawn twice alike, whatever was drawn between', () => {
    const first = draw(chart);
    for (const other of Object.values(sampleCharts)) draw(other);
    expect(draw(chart)).toBe(first);
  });

  it('shows every name, figure and line that it holds', () => {
    const shown = textsOf(draw(chart));
    for (const name of chart.categories) expect(shown).toContain(clipName(name));
    for (const { label } of chart.thresholds) expect(shown).toContain(label);
    const figures = chart.series.flatMap(({ values }) => values.flatMap((value) => value?.label ?? []));
    expect(figures.filter((figure) => figure !== '0' && !shown.includes(figure))).toEqual([]);
  });

  it('prints no character that the glyph check does not count', () => {
    const { body, heading1 } = chartTexts(chart);
    const counted = new Set([...body, ...heading1].join(''));
    expect([...textsOf(draw(chart)).join('')].filter((character) => !counted.has(character))).toEqual([]);
  });

  it('is grey, and holds nothing that is fetched, run, or named by number', () => {
    const svg = draw(chart);
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? '');
    const isGrey = (colour: string): boolean => /^(?:none|#([0-9a-f])\1\1|#([0-9a-f]{2})\2\2)$/.test(colour);
    expect(colours.filter((colour) => !isGrey(colour))).toEqual([]);
    expect(svg).not.toMatch(/ id=| class=|url\(|href|<style|<script|ecmeta|zr\d/);
  });

  it('is as large as the model says, and leaves a landscape page room for the caption', () => {
    const { width, height } = chartSize(chart, gbt9704);
    expect(draw(chart)).toContain(`width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`);
    expect(width).toBeLessThanOrEqual(typeArea(gbt9704).width);
    expect(height + gbt9704.grid.linePitch).toBeLessThanOrEqual(typeArea(gbt9704).width);
  });

  it('keeps its texts inside, none upon another', () => {
    const boxes = boxesOf(draw(chart));
    const { width, height } = chartSize(chart, gbt9704);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(-1);
      expect(box.right).toBeLessThanOrEqual(width + 1);
      expect(box.top).toBeGreaterThanOrEqual(-1);
      expect(box.bottom).toBeLessThanOrEqual(height + 1);
    }
    const overlaps = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a, b]),
    );
    expect(overlaps).toEqual([]);
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where texts stand: a Han character is as wide as its size, others half of that. */
function boxesOf(svg: string): readonly Box[] {
  const tags = [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)];
  return tags.map(([, attributes = '', text = '']) => {
    const number = (pattern: RegExp): number => Number(pattern.exec(attributes)?.[1] ?? 0);
    const size = number(/font-size:([\d.]+)px/);
    const [x, y] = [
      number(/translate\(([\d.-]+) /) + number(/ x="([\d.-]+)"/),
      number(/translate\([\d.-]+ ([\d.-]+)\)/),
    ];
    const middle = y + number(/ y="([\d.-]+)"/);
    const width = [...text.replace(/&[a-z]+;/g, 'x')].reduce((all, one) => all + (one < '\u0370' ? 0.5 : 1), 0) * size;
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const left = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 };
  });
}

function overlap(a: Box, b: Box): boolean {
  const slack = 0.5;
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

describe('a drawing', () => {
  const forms: readonly ChartForm[] = ['stack', 'columns', 'ranking', 'bands'];
  const chartOf = (form: ChartForm, names: readonly string[], series: readonly string[]): Chart => ({
    ...sampleCharts.stack,
    form,
    categories: names,
    thresholds: [],
    series: series.map((name, index) => ({ name, values: names.map((_, at) => datum(at + index + 1)) })),
  });
  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</text></svg><img src=x onerror=alert(1)>',
      '"><style>*{}</style>',
      "' onload='x",
      '{a|b}{c}{@x}',
      '&lt;&amp;',
      ']]>',
      '\u0000\u0008\ud800\ufffe',
      '名'.repeat(10_000),
      'x\ny\r\nz',
      '__proto__',
      'constructor',
    ),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );

  it('lets no name become an element or an attribute, and cuts a long one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.array(hostile, { minLength: 1, maxLength: 3 }),
        hostile,
        (form, names, name) => {
          const plain = namesOf(draw(chartOf(form, ['甲 甲', '乙', '丙'], ['子'])));
          const svg = draw(chartOf(form, names, [name]));
          expect(namesOf(svg).filter((each) => !plain.includes(each))).toEqual([]);
          expect(svg.length).toBeLessThan(6000);
          expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reaches no other object by a name that all objects have', () => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      for (const form of forms) expect(textsOf(draw(chartOf(form, [name, '甲'], [name])))).toContain(name);
    }
    const inherited: string[] = [];
    for (const key in {}) inherited.push(key);
    expect(inherited).toEqual([]);
  });

  it('prints a name as it was typed', () => {
    const names = ['<b>&"\'', '{a|b}', '甲·乙'];
    expect(textsOf(draw(chartOf('stack', names, ['子'])))).toEqual(expect.arrayContaining(names));
  });

  it('sets names in the face of the text and figures in that of headings', () => {
    const svg = draw(sampleCharts.stack);
    expect(svg).toMatch(/font-family:&quot;Family body&quot;[^>]*>学习动员</);
    expect(svg).toMatch(/font-family:&quot;Family heading1&quot;[^>]*>共12</);
  });

  it('draws bars as long as their figures, and the line where its figure is', () => {
    const svg = draw(sampleCharts.ranking);
    const bars = [...svg.matchAll(/<path d="M([\d.]+) [\d.]+l([\d.]+) 0l0 [\d.]+l-[\d.]+ 0Z" fill="#(?!fff)/g)];
    const [origin, ...lengths] = [Number(bars[0]?.[1]), ...bars.map((bar) => Number(bar[2]))];
    const values = sampleCharts.ranking.series[0]!.values.map((value) => value!.value);
    const full = (lengths[0] ?? 0) / values[0]!;
    for (const [index, value] of values.entries()) expect(lengths[index]).toBeCloseTo(value * full, -0.5);
    const lines = [...svg.matchAll(/<path d="M([\d.]+) [\d.]+L\1 [\d.]+"[^>]*stroke-dasharray/g)].map((line) =>
      Number(line[1]),
    );
    const expected = sampleCharts.ranking.thresholds.map(({ value }) => origin + value * full);
    expect(lines).toHaveLength(expected.length);
    for (const [index, line] of expected.entries()) expect(Math.abs((lines[index] ?? 0) - line)).toBeLessThan(1);
  });

  it('darkens what does not reach a line, and 84.96% does not reach 85', () => {
    const fills = [...draw(sampleCharts.ranking).matchAll(/0Z" fill="(#\w+)" stroke/g)].map((match) => match[1]);
    expect(fills).toEqual(['#d6d6d6', '#d6d6d6', '#8a8a8a', '#1a1a1a']);
  });
});

describe('a caption', () => {
  it('numbers the figure and names what is counted, once', () => {
    expect(chartCaption(sampleCharts.stack)).toBe('图1　各环节材料报送情况（单位：份次）');
    expect(chartCaption({ ...sampleCharts.ranking, number: 3 })).toBe('图3　各单位末轮满意率');
  });
});
