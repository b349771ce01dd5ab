import { chartCaption } from '../../model/chart.js';
import type { Chart, ChartForm } from '../../model/chart.js';
import type { Block, Column, Inline, List, Paragraph, Table } from '../../model/block.js';

const roleNames: Readonly<Record<Paragraph['role'], string>> = {
  body: '段落',
  flush: '顶格',
  centre: '居中',
  right: '居右',
  note: '按语',
};
const alignNames: Readonly<Record<Column['align'], string>> = { left: '左', centre: '中', right: '右' };

/** Blocks as lines: kind and text, with nested blocks indented by two spaces. */
export function blocksText(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(blockText);
}

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`标题${block.level}　${block.number}${inlinesText(block.inlines)}`];
    case 'paragraph':
      return [`${roleNames[block.role]}　${inlinesText(block.inlines)}`];
    case 'list':
      return listText(block);
    case 'table':
      return tableText(block);
    case 'quote':
      return ['引文', ...indented(blocksText(block.blocks))];
    case 'image':
      return [`图片　${block.path}　${block.alt}`];
    case 'landscape':
      return ['横排页', ...indented(blocksText(block.blocks))];
    case 'chart':
      return chartText(block);
    case 'page-break':
      return ['另起一页'];
  }
}

function listText(list: List): readonly string[] {
  const items = list.items.flatMap((item) => [`项　${item.marker}`, ...indented(blocksText(item.blocks))]);
  return [list.ordered ? '有序列表' : '列表', ...indented(items)];
}

function tableText(table: Table): readonly string[] {
  const columns = table.columns.map((column) => `${column.width}${alignNames[column.align]}`).join(' ');
  const rows = table.rows.map((row) => `行　${rowText(row)}`);
  const header = table.header.length === 0 ? [] : [`表头　${rowText(table.header)}`];
  return [`表格　${table.caption}`, ...indented([`栏宽　${columns}`, ...header, ...rows])];
}

const formNames: Readonly<Record<ChartForm, string>> = {
  stack: '分段条形图',
  columns: '柱形图',
  ranking: '条形图',
  bands: '分布图',
};

function chartText(chart: Chart): readonly string[] {
  const rows = chart.categories.map((category, index) => {
    return `项　${[category, ...chart.series.map(({ values }) => values[index]?.label ?? '')].join(' | ')}`;
  });
  const head = `数列　${chart.series.map(({ name }) => name).join(' | ')}`;
  const lines = chart.thresholds.map(({ value, label }) => `标线　${value} | ${label}`);
  const details = [formNames[chart.form], head, ...rows, ...lines, `说明　${chart.alt}`];
  return [`图表　${chartCaption(chart)}`, ...indented(details)];
}

function rowText(cells: readonly (readonly Inline[])[]): string {
  return cells.map(inlinesText).join(' | ');
}

/** Missing values, emphasis and line breaks are written visibly, because comparisons include them. */
function inlinesText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replace(/\n/g, '↵');
    case 'strong':
      return `**${inlinesText(inline.inlines)}**`;
    case 'emphasis':
      return `*${inlinesText(inline.inlines)}*`;
    case 'break':
      return '⏎';
    case 'missing':
      return `⟦${inline.text}⟧`;
  }
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
