import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/compose/assemble.js';
import { valuePlaceholder } from '../../src/markdown/placeholders.js';
import type { PrintedValue } from '../../src/markdown/placeholders.js';
import { parseMarkdown } from '../../src/markdown/parse.js';
import { plainText } from '../../src/model/block.js';
import type { Block } from '../../src/model/block.js';
import type { Chart } from '../../src/model/chart.js';
import { ComputedOrigin, TemplateOrigin } from '../../src/model/origin.js';

/** What a template's Markdown becomes. */
function blocksOf(text: string, values: readonly PrintedValue[] = []): readonly Block[] {
  const rendered = { origin: new TemplateOrigin([]), values };
  return assemble(parseMarkdown({ path: 'template', text }, 0, rendered).value, []).blocks;
}

function chart(attributes: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [head, head.map(() => '---'), ...rows].map(line).join('\n');
  return `::: chart ${attributes}\n${table}\n:::\n`;
}

function only(blocks: readonly Block[]): Chart {
  const [block] = blocks;
  if (block?.kind !== 'chart') throw new Error(`no chart but ${JSON.stringify(blocks)}`);
  return block;
}

const printed = (value: string | number): PrintedValue => {
  return { text: String(value), origin: new ComputedOrigin(() => [], value) };
};

const head = ['环节', '按期', '迟报'];

describe('a chart container', () => {
  it('takes categories from the first column and series from the head', () => {
    const text = chart('form="stack" caption="报送情况" unit="份"', head, [
      ['学习', '3', '0'],
      ['调研', '2', '1'],
    ]);
    const { form, title, unit, categories, series, alt } = only(blocksOf(text));
    expect([form, title, unit, categories]).toEqual(['stack', '报送情况', '份', ['学习', '调研']]);
    expect(series.map(({ name, values }) => [name, values.map((datum) => datum?.value)])).toEqual([
      ['按期', [3, 2]],
      ['迟报', [0, 1]],
    ]);
    expect(alt).toBe('报送情况：学习，按期3份；调研，按期2份、迟报1份。');
  });

  it('reads a share by its counts, so that 113 of 133 prints 84.96% and does not reach 85', () => {
    const rows = [
      ['甲', '113/133'],
      ['乙', '850001/1000000'],
      ['丙', '849999/1000000'],
      ['丁', '85/100'],
      ['戊', '0/0'],
    ];
    const { series, alt } = only(blocksOf(chart('form="ranking" caption="满意率"', ['单位', '率'], rows)));
    expect(series[0]!.values.map((datum) => datum?.label)).toEqual(['84.96%', '85.00%', '85.00%', '85.00%', undefined]);
    expect(series[0]!.values.map((datum) => datum && datum.value >= 85)).toEqual([false, true, false, true, null]);
    expect(alt).toBe('满意率：甲84.96%；乙85.00%；丙85.00%；丁85.00%。');
  });

  it('takes what is no number for none: a hole, a dash, a negative, an endless one', () => {
    const rows = ['', '—', '（未报）', '-1', '1e9', 'NaN', 'Infinity', '0x10', '1'.repeat(400), '<b>3</b>', '7'];
    const { series } = only(
      blocksOf(
        chart(
          '',
          ['项', '数'],
          rows.map((cell, index) => [`第${index}`, cell]),
        ),
      ),
    );
    expect(series[0]!.values.filter((datum) => datum !== null)).toEqual([{ value: 7, label: '7' }]);
  });

  it('has lines where its thresholds are, the highest first, and none at zero', () => {
    const text = chart(
      'form="ranking" thresholds="0%转入；80%回头看；85.5%通过；坏；；"',
      ['单位', '率'],
      [['甲', '90%']],
    );
    expect(only(blocksOf(text)).thresholds).toEqual([
      { value: 85.5, label: '85.5%通过' },
      { value: 80, label: '80%回头看' },
    ]);
  });

  it.each([
    ['no rows', chart('empty="没有数据，不作图。"', head, [])],
    ['only zeros', chart('empty="没有数据，不作图。"', head, [['学习', '0', '0']])],
    ['only holes', chart('form="ranking" empty="没有数据，不作图。"', ['单位', '率'], [['甲', '—']])],
    ['no table', '::: chart empty="没有数据，不作图。"\n文字\n:::\n'],
  ])('says so where there is nothing to draw: %s', (_, text) => {
    const blocks = blocksOf(text);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.inlines) : block.kind))).toEqual([
      '没有数据，不作图。',
    ]);
  });

  it('draws a rate of zero, which is no lack of data', () => {
    const text = chart('form="ranking"', ['单位', '率'], [['甲', '0/20']]);
    expect(only(blocksOf(text)).series[0]!.values).toEqual([{ value: 0, label: '0.00%' }]);
  });

  it('keeps its table below where one is asked for', () => {
    const blocks = blocksOf(chart('caption="图" table="表" widths="9 1 1"', head, [['学习', '3', '0']]));
    expect(blocks.map((block) => block.kind)).toEqual(['chart', 'table']);
    expect(blocks[1]).toMatchObject({ caption: '表', columns: [{ width: 9 }, { width: 1 }, { width: 1 }] });
  });

  it('gives only the table where there is more than can be read', () => {
    const rows = Array.from({ length: 31 }, (_, index) => [`第${index}`, '1', '2']);
    expect(blocksOf(chart('caption="图" table="表"', head, rows)).map((block) => block.kind)).toEqual(['table']);
    const wide = chart('caption="图" table="表"', ['环节', ...'一二三四五'], [['学习', ...'12345']]);
    expect(blocksOf(wide).map((block) => block.kind)).toEqual(['table']);
  });

  it('takes numbers from the values in its cells, with their origins', () => {
    const values = [1234567890123, 0.5, 113, 133, '12份'].map(printed);
    const rows = [
      ['甲', valuePlaceholder(0), valuePlaceholder(1)],
      ['乙', `${valuePlaceholder(2)}/${valuePlaceholder(3)}`, valuePlaceholder(4)],
    ];
    const { series } = only(blocksOf(chart('caption="图"', head, rows), values));
    expect(series.map((one) => one.values.map((datum) => datum?.value))).toEqual([
      [1234567890123, (100 * 113) / 133],
      [0.5, undefined],
    ]);
    expect(series[0]?.values.map((datum) => datum?.origin?.kind)).toEqual(['computed', 'computed']);
  });

  it('numbers figures through landscape pages and attachments', () => {
    const figure = chart('caption="图"', head, [['学习', '1', '2']]);
    const text = `${figure}\n:::: landscape\n${figure}::::\n\n:::: attachment title="附件"\n${figure}::::\n`;
    const { blocks, attachments } = assemble(parseMarkdown({ path: 'template', text }, 0).value, []);
    const numbers = (list: readonly Block[]): readonly number[] =>
      list.flatMap((block) =>
        block.kind === 'landscape' ? numbers(block.blocks) : block.kind === 'chart' ? [block.number] : [],
      );
    expect([...numbers(blocks), ...attachments.flatMap((attachment) => numbers(attachment.blocks))]).toEqual([1, 2, 3]);
  });

  it('keeps names as they were typed, and its description within bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 5 }),
        (names) => {
          const typed = names.map((name) => `甲${name.replace(/[\s\uFDD0-\uFDEF]+/gu, ' ').trim()}`);
          const text = chart(
            'caption="图"',
            head,
            typed.map((_, index) => [valuePlaceholder(index), '1', '2']),
          );
          expect(only(blocksOf(text, typed.map(printed))).categories).toEqual(typed);
        },
      ),
    );
    const long = chart('caption="图"', head, [['名'.repeat(10_000), '1', '2']]);
    expect([...only(blocksOf(long)).alt].length).toBeLessThan(1600);
  });
});

describe('a ranking of a hundred units', () => {
  const rates = Array.from({ length: 100 }, (_, index) => 999 - index * 4);
  const rows = rates.map((rate, index) => [`第${index + 1}单位`, `${rate}/1000`]);
  const bands = only(
    blocksOf(chart('form="ranking" caption="满意率" thresholds="85%通过；82%回头看"', ['单位', '满意率'], rows)),
  );

  it('becomes bands that the lines divide', () => {
    expect(bands.form).toBe('bands');
    expect(bands.title).toBe('满意率分布');
    expect(bands.categories).toEqual([
      '不到70%',
      '70～75%',
      '75～80%',
      '80～82%',
      '82～85%',
      '85～90%',
      '90～95%',
      '95～100%',
    ]);
    expect(bands.thresholds).toEqual([
      { value: 5, label: '85%通过' },
      { value: 4, label: '82%回头看' },
    ]);
  });

  it('shows that nothing lies below the lowest line, so that its name has room', () => {
    const good = rows.map(([name = ''], index) => [name, `${990 - index}/1000`]);
    const chartOf = chart('form="ranking" caption="满意率" thresholds="85%通过；80%回头看"', ['单位', '满意率'], good);
    const { categories, thresholds, series } = only(blocksOf(chartOf));
    expect(categories[0]).toBe('75～80%');
    expect(series[0]?.values[0]?.value).toBe(0);
    expect(Math.min(...thresholds.map(({ value }) => value))).toBe(1);
  });

  it('counts every unit once, on the right side of each line', () => {
    const counts = bands.series[0]!.values.map((datum) => datum!.value);
    expect(counts.reduce((all, count) => all + count, 0)).toBe(100);
    expect(counts.slice(5).reduce((all, count) => all + count, 0)).toBe(rates.filter((rate) => rate >= 850).length);
    expect(counts.slice(4).reduce((all, count) => all + count, 0)).toBe(rates.filter((rate) => rate >= 820).length);
  });

  it('names in words those that do not pass', () => {
    expect(bands.alt).toContain('未达到85%通过的有：第39单位、');
    expect(bands.alt).not.toContain('第38单位');
    expect([...bands.alt].length).toBeLessThan(1600);
  });

  it('counts right whatever the rates and lines', () => {
    const share = fc.integer({ min: 0, max: 1000 });
    const line = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 31, maxLength: 80 }),
        fc.uniqueArray(line, { maxLength: 3 }),
        (values, limits) => {
          const cells = values.map((value, index) => [`第${index}`, `${value}/1000`]);
          const thresholds = limits.map((limit) => `${limit}%线`).join('；');
          const drawn = only(blocksOf(chart(`form="ranking" thresholds="${thresholds}"`, ['单位', '率'], cells)));
          const counts = drawn.series[0]!.values.map((datum) => datum!.value);
          expect(counts.reduce((all, count) => all + count, 0)).toBe(values.length);
          for (const [index, limit] of [...limits].sort((a, b) => b - a).entries()) {
            const above = counts.slice(drawn.thresholds[index]!.value).reduce((all, count) => all + count, 0);
            expect(above).toBe(values.filter((value) => value >= limit * 10).length);
          }
        },
      ),
    );
  });
});
