import { joinTexts } from '../../../model/block.js';
import type { Alignment, Cell, Inline, Table } from '../../../model/block.js';
import { pointsToTwips } from '../../../layout/units.js';
import { columnPixels, needsTightHeader, POINTS_PER_PIXEL, keepWithNextTest } from '../../../layout/table-grid.js';
import type { BlockContext } from '../context.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { element, escapeXml, valElement } from '../../xml.js';

const alignedStyles: Readonly<Record<Alignment, StyleId>> = {
  left: styleIds.tableText,
  centre: styleIds.tableCentre,
  right: styleIds.tableRight,
};

/** The XML of a table as wide as the 版心, in pieces; the header is repeated on every page and rows are not split. */
export function* tableXml(table: Table, { style, orientation }: BlockContext): Generator<string> {
  const widths = columnPixels(table.columns, style, orientation).map((pixels) =>
    pointsToTwips(pixels * POINTS_PER_PIXEL),
  );
  yield `<w:tbl>${tablePropertiesXml(widths)}${gridXml(widths)}`;
  if (table.header.length > 0) yield headRowXml(table, widths, needsTightHeader(table, style, orientation));
  const keepsWithNext = keepWithNextTest(table, style, orientation);
  const styles = table.columns.map(({ align }) => alignedStyles[align]);
  const [plainOpenings, keptOpenings] = [cellOpenings(widths, styles, false), cellOpenings(widths, styles, true)];
  for (const [index, row] of table.rows.entries()) {
    const openings = keepsWithNext(index) ? keptOpenings : plainOpenings;
    yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellsXml(row, openings)}</w:tr>`;
  }
  yield '</w:tbl>';
}

function tablePropertiesXml(widths: readonly number[]): string {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return element(
    'w:tblPr',
    {},
    valElement('w:tblStyle', styleIds.table),
    element('w:tblW', { 'w:type': 'dxa', 'w:w': width }),
    valElement('w:jc', 'left'),
    element('w:tblLayout', { 'w:type': 'fixed' }),
  );
}

function gridXml(widths: readonly number[]): string {
  return element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })));
}

function headRowXml({ header, columns }: Table, widths: readonly number[], tight: boolean): string {
  const style = tight ? styleIds.tableTightHead : styleIds.tableHead;
  const openings = cellOpenings(
    widths,
    columns.map(() => style),
    false,
  );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cellsXml(header, openings)}</w:tr>`;
}

/** The XML before the text of each cell, which is the same for all rows of a kind. */
function cellOpenings(widths: readonly number[], styles: readonly StyleId[], keepNext: boolean): readonly string[] {
  return widths.map((width, index) => {
    const size = element('w:tcW', { 'w:type': 'dxa', 'w:w': width });
    const cell = element('w:tcPr', {}, size, valElement('w:vAlign', 'center'));
    const style = valElement('w:pStyle', styles[index] ?? styleIds.tableText);
    return `<w:tc>${cell}<w:p>${element('w:pPr', {}, style, keepNext ? element('w:keepNext') : '')}`;
  });
}

function cellsXml(row: readonly Cell[], openings: readonly string[]): string {
  let xml = '';
  openings.forEach((frame, index) => (xml += `${frame}${inlinesXml(row[index] ?? [])}</w:p></w:tc>`));
  return xml;
}

/** Emphasis is a character style; if nested, the innermost applies. */
function inlinesXml(inlines: readonly Inline[], style?: StyleId): string {
  let xml = '';
  for (const inline of joinTexts(inlines)) xml += inlineXml(inline, style);
  return xml;
}

function inlineXml(inline: Inline, style: StyleId | undefined): string {
  switch (inline.kind) {
    case 'text':
      return textRunXml(inline.text, style);
    case 'strong':
      return inlinesXml(inline.inlines, styleIds.strong);
    case 'emphasis':
      return inlinesXml(inline.inlines, styleIds.emphasis);
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'missing':
      return textRunXml(inline.text, styleIds.missing);
  }
}

function textRunXml(text: string, style: StyleId | undefined): string {
  const properties = style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
