import { FileChild } from 'docx';
import { joinTexts } from '../../../model/block.js';
import type { Alignment, Cell, Inline, Table } from '../../../model/block.js';
import { twips } from '../../../layout/units.js';
import { columnPixels, hasHighHead, PIXEL, rowKeeper } from '../../../layout/table-grid.js';
import type { BlockContext } from '../context.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { element, escapeXml, value } from '../package/xml.js';

/** The element that keeps the place of a table until the file is packed. */
export const PLACE = '<written/>';

/**
 * A table as text, made row by row while the file is packed. As objects of `docx` a roll-up of ten thousand rows takes
 * gigabytes, and a short table most of the time that its document takes.
 */
export class WrittenTable extends FileChild {
  readonly xml: () => Iterable<string>;

  constructor(xml: () => Iterable<string>) {
    super('written');
    this.xml = xml;
  }
}

const alignedStyles: Readonly<Record<Alignment, StyleId>> = {
  left: styleIds.tableText,
  centre: styleIds.tableCentre,
  right: styleIds.tableRight,
};

/** A table as wide as the 版心; the head is repeated on every page and a row stays whole. */
export function* tableXml(table: Table, { style, orientation }: BlockContext): Generator<string> {
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => twips(pixels * PIXEL));
  yield `<w:tbl>${properties(widths)}${grid(widths)}`;
  if (table.header.length > 0) yield headRow(table, widths, hasHighHead(table, style, orientation));
  const keeps = rowKeeper(table, style, orientation);
  const styles = table.columns.map(({ align }) => alignedStyles[align]);
  const [free, kept] = [cellFrames(widths, styles, false), cellFrames(widths, styles, true)];
  for (const [index, row] of table.rows.entries()) {
    yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, keeps(index) ? kept : free)}</w:tr>`;
  }
  yield '</w:tbl>';
}

function properties(widths: readonly number[]): string {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return element(
    'w:tblPr',
    {},
    value('w:tblStyle', styleIds.table),
    element('w:tblW', { 'w:type': 'dxa', 'w:w': width }),
    value('w:jc', 'left'),
    element('w:tblLayout', { 'w:type': 'fixed' }),
  );
}

function grid(widths: readonly number[]): string {
  return element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })));
}

function headRow({ header, columns }: Table, widths: readonly number[], tight: boolean): string {
  const style = tight ? styleIds.tableTightHead : styleIds.tableHead;
  const frames = cellFrames(
    widths,
    columns.map(() => style),
    false,
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(header, frames)}</w:tr>`;
}

/** What stands before the text of each cell of a row; all rows of a kind have the same. */
function cellFrames(widths: readonly number[], styles: readonly StyleId[], keepNext: boolean): readonly string[] {
  return widths.map((width, index) => {
    const size = element('w:tcW', { 'w:type': 'dxa', 'w:w': width });
    const cell = element('w:tcPr', {}, size, value('w:vAlign', 'center'));
    const style = value('w:pStyle', styles[index] ?? styleIds.tableText);
    return `<w:tc>${cell}<w:p>${element('w:pPr', {}, style, keepNext ? element('w:keepNext') : '')}`;
  });
}

function cells(row: readonly Cell[], frames: readonly string[]): string {
  let xml = '';
  frames.forEach((frame, index) => (xml += `${frame}${runs(row[index] ?? [])}</w:p></w:tc>`));
  return xml;
}

/** Emphasis is a character style, the innermost one where they are nested. */
function runs(inlines: readonly Inline[], style?: StyleId): string {
  let xml = '';
  for (const inline of joinTexts(inlines)) xml += run(inline, style);
  return xml;
}

function run(inline: Inline, style: StyleId | undefined): string {
  switch (inline.kind) {
    case 'text':
      return textRun(inline.text, style);
    case 'strong':
      return runs(inline.inlines, styleIds.strong);
    case 'emphasis':
      return runs(inline.inlines, styleIds.emphasis);
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'missing':
      return textRun(inline.text, styleIds.missing);
  }
}

function textRun(text: string, style: StyleId | undefined): string {
  const look = style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
