import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/encoding/csv.js';

describe('a table as CSV', () => {
  it('quotes what would end a cell, and lets no spreadsheet take a cell for a formula', () => {
    const rows = [
      ['单位', '情况'],
      ['=HYPERLINK("x")', '他说“好”,"是"'],
      ['@办', '两\n行'],
    ];
    expect(csvText(rows)).toBe('\uFEFF单位,情况\r\n"\'=HYPERLINK(""x"")","他说“好”,""是"""\r\n\'@办,"两\n行"\r\n');
  });
});
