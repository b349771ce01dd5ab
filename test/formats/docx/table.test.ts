import * as docx from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Inline, Table } from '../../../src/model/block.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { pointsToTwips } from '../../../src/layout/units.js';
import { columnPixels, POINTS_PER_PIXEL, keepWithNextTest } from '../../../src/layout/table-grid.js';
import { generatedFiles } from '../../../src/formats/docx/package/docx-gaps.js';
import { inlineRuns } from '../../../src/formats/docx/body/inlines.js';
import { headingCounter } from '../../../src/formats/docx/styles/numbering.js';
import { tableXml } from '../../../src/formats/docx/body/table-xml.js';

const setting = {
  style: gbt9704,
  images: new Map(),
  charts: new Map(),
  headings: headingCounter(),
  orientation: 'portrait',
  quoted: false,
  inVolume: false,
} as const;
const styles = { left: 'TableText', centre: 'TableTextCentre', right: 'TableTextRight' } as const;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('云岭', '', `a<b> & "c" 'd'`, '\u0000\u000b\t\n\ufffe'),
);
const { inline } = fc.letrec<{ inline: Inline; inlines: readonly Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 2 }),
  inline: fc.oneof(
    { depthSize: 'small' },
    fc.record({ kind: fc.constantFrom('text', 'missing'), text }),
    fc.constant({ kind: 'break' as const }),
    fc.record({ kind: fc.constantFrom('strong', 'emphasis'), inlines: tie('inlines') }),
  ),
}));
const cell = fc.array(inline, { maxLength: 3 });
const row = fc.array(cell, { maxLength: 4 });
const column = fc.record({ width: fc.nat(9), align: fc.constantFrom('left', 'centre', 'right') });
const tables: fc.Arbitrary<Table> = fc.record({
  kind: fc.constant('table'),
  caption: fc.constant(''),
  columns: fc.array(column, { minLength: 1, maxLength: 4 }),
  header: fc.constant([]),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
});

/** The same table as objects of the library. */
function libraryTable({ columns, rows, ...table }: Table): docx.Table {
  const widths = columnPixels(columns, gbt9704, 'portrait').map((pixels) => pointsToTwips(pixels * POINTS_PER_PIXEL));
  const keeps = keepWithNextTest({ columns, rows, ...table }, gbt9704, 'portrait');
  const tableCell = (inlines: Cell, index: number, keepNext: boolean): docx.TableCell =>
    new docx.TableCell({
      width: { size: widths[index]!, type: 'dxa' },
      verticalAlign: 'center',
      children: [
        new docx.Paragraph({
          style: styles[columns[index]!.align],
          ...(keepNext ? { keepNext } : {}),
          children: inlineRuns(inlines),
        }),
      ],
    });
  const tableRow = (cells: readonly Cell[], at: number): docx.TableRow =>
    new docx.TableRow({
      children: widths.map((_, index) => tableCell(cells[index] ?? [], index, keeps(at))),
      cantSplit: true,
    });
  return new docx.Table({
    rows: rows.map(tableRow),
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    layout: 'fixed',
    alignment: 'left',
    style: 'OfficialTable',
  });
}

describe('a table of a DOCX', () => {
  it('is to the letter what the library would write', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const document = new docx.Document({ sections: [{ children: [libraryTable(table)] }] });
        const body = (await generatedFiles(document, [])).get('word/document.xml') as string;
        const [written] = /<w:tbl>[^]*<\/w:tbl>/.exec(body) ?? [''];
        expect([...tableXml(table, setting)].join('')).toBe(written);
      }),
    );
  });

  it('is made row by row', () => {
    const head: Cell = [{ kind: 'text', text: '序号' }];
    const rows = Array.from({ length: 50 }, (_, index) => [[{ kind: 'text', text: String(index) } as const]]);
    const table: Table = { kind: 'table', caption: '', columns: [{ width: 1, align: 'left' }], header: [head], rows };
    const pieces = [...tableXml(table, setting)];
    expect(pieces.filter((piece) => piece.startsWith('<w:tr>'))).toHaveLength(51);
    expect(pieces[1]).toContain('<w:tblHeader/>');
  });
});
