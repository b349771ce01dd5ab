import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readInlines } from '../../src/markdown/inlines.js';
import { parseMarkdown } from '../../src/markdown/parse.js';
import { installTableRule, TABLE } from '../../src/markdown/table-rule.js';
import type { ParsedTable, TableContext } from '../../src/markdown/table-rule.js';
import { plainText } from '../../src/model/block.js';
import { TemplateOrigin } from '../../src/model/origin.js';

function createParser(): MarkdownIt {
  return new MarkdownIt('commonmark', { html: false }).enable('table');
}

const whole = createParser();
const folding = createParser();
installTableRule(folding);

const origin = new TemplateOrigin([]);
const context: TableContext = { originOf: () => origin, values: [] };

/** What a table holds where all its tokens are there at once. */
function cellsOf(text: string): readonly unknown[] {
  return whole.parse(text, context).flatMap((token): readonly unknown[] => {
    if (token.type === 'table_open') return [['table', token.map]];
    return token.type === 'inline' ? [readInlines(token.children ?? [], { origin, values: [] })] : [];
  });
}

function foldedCells(text: string): readonly unknown[] {
  return folding.parse(text, context).flatMap((token): readonly unknown[] => {
    if (token.type === TABLE) return [['table', token.map], ...(token.meta as ParsedTable).rows.flat()];
    return token.type === 'inline' ? [readInlines(token.children ?? [], { origin, values: [] })] : [];
  });
}

const CELL = fc.oneof(
  fc.constantFrom('已完成', '**合计**', '2026\\-07\\-01', '', '——', '[名](http://a)', '`a|b`', '\\|', '*甲**乙*'),
  fc.string({ unit: fc.constantFrom(...'甲乙*_`[]()\\| '), maxLength: 50 }),
);
const LINE = fc.oneof(
  { weight: 6, arbitrary: fc.array(CELL, { minLength: 1, maxLength: 4 }).map((cells) => `| ${cells.join(' | ')} |`) },
  { weight: 1, arbitrary: fc.constantFrom('', '- 甲', '> 乙', '丙', '---', '    丁', '## 戊') },
);
const TEXT = fc
  .tuple(fc.constantFrom('', '甲\n', '- ', '> ', '  '), fc.array(LINE, { maxLength: 12 }))
  .map(([before, lines]) => `${before}| 甲 | 乙 | 丙 |\n|:-:|--:|---|\n${lines.join('\n')}`);

describe('a table whose rows are read as they end', () => {
  it('holds what it holds when it is read as a whole, and ends where it ends', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expect(foldedCells(text)).toEqual(cellsOf(text));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the sides of its columns, and tells of what cannot be printed, cell by cell', () => {
    const text = '| 甲 | 乙 | 丙 |\n|:-:|--:|---|\n| <b> | [名](http://a) | <b> |\n';
    const { value, diagnostics } = parseMarkdown({ path: 'x.md', text }, 0);
    const [table] = value;
    if (table?.kind !== 'table') throw new Error('this is a table');
    expect(table.columns.map(({ align }) => align)).toEqual(['centre', 'right', 'left']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['MARKDOWN-HTML', 'MARKDOWN-LINK', 'MARKDOWN-HTML']);
  });

  it('holds what cells say again and again once', () => {
    const rows = Array.from({ length: 50 }, (_, at) => `| ${at} | 在办（已延期） |`);
    const text = `| 序号 | 状态 |\n|---|---|\n${rows.join('\n')}\n`;
    const { value } = parseMarkdown({ path: 'x.md', text }, 0, { origin, values: [] });
    const [table] = value;
    if (table?.kind !== 'table') throw new Error('this is a table');
    expect(table.rows.map(([number]) => plainText(number ?? []))).toEqual(rows.map((_, at) => String(at)));
    expect(new Set(table.rows.map(([, state]) => state)).size).toBe(1);
  });
});
