import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Value } from '../../src/model/data.js';
import type { Schema } from '../../src/model/schema.js';
import { readCsv } from '../../src/read/csv.js';

const ITEM: Schema = {
  type: 'object',
  properties: {
    task: { type: 'string', title: '任务' },
    deadline: { type: 'string', title: '时限' },
    note: { type: 'string', title: '备注' },
  },
};

interface Read {
  readonly value: Value | undefined;
  /** Each finding as its code and the text from where it points. */
  readonly found: readonly (readonly [string, string])[];
  readonly diagnostics: readonly Diagnostic[];
}

function read(text: string): Read {
  const diagnostics: Diagnostic[] = [];
  const value = readCsv({ path: 'a.csv', text }, ITEM, '', { places: new Map(), diagnostics, findCsv: () => null });
  const found = diagnostics.map(({ code, span }) => [code, text.slice(span?.start)] as const);
  return { value, found, diagnostics };
}

describe('a quotation mark without its pair', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['opens a cell that never ends', '任务,时限\n修渠,三月\n清淤,"四月\n备料,五月\n', '"四月\n备料,五月\n'],
    ['stands in a cell', '任务,时限\n修"渠,三月\n', '修"渠,三月\n'],
    ['ends a cell that goes on', '任务,时限\r\n"修\r\n渠",三月\r\n\r\n"清"淤,四月\r\n', '"清"淤,四月\r\n'],
    ['stands in the header', '任"务,时限\n修渠,三月\n', '任"务,时限\n修渠,三月\n'],
  ];
  it.each(cases)('%s: it is pointed at', (_, text, rest) => {
    expect(read(text).found).toEqual([['CSV-SYNTAX', rest]]);
  });
});

describe('a cell without a column', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['beyond the header', '任务,备注\n修渠,先修路, 再通水\n清淤,无\n', ' 再通水\n清淤,无\n'],
    ['under a header left empty', '任务,,备注,\n修渠,甲,乙,\n', '甲,乙,\n'],
  ];
  it.each(cases)('%s is an error, not lost without a word', (_, text, rest) => {
    expect(read(text).found).toEqual([['CSV-SURPLUS', rest]]);
  });

  it('is told with what to do about it', () => {
    const [found] = read('任务,备注\n修渠,先修路,再通水,后验收\n').diagnostics;
    expect(found?.message).toBe('这一行的“再通水”“后验收”不在任何一列下面，不会印出');
    expect(found?.hint).toContain('半角引号');
  });

  it('is no matter where it is empty, as a spreadsheet fills up its rows', () => {
    expect(read('任务,备注,\n修渠,无,,  \n').found).toEqual([]);
  });
});

describe('a column that stands there twice', () => {
  it('is an error under whichever of its names, and the first one counts', () => {
    const { found, diagnostics, value } = read('任务,时限,deadline\n修渠,三月,四月\n');
    expect(found).toEqual([['SCHEMA-TWICE', 'deadline\n修渠,三月,四月\n']]);
    expect(diagnostics[0]?.related).toEqual([{ message: '前一处', span: { path: 'a.csv', start: 3, end: 5 } }]);
    expect(value).toEqual([{ task: '修渠', deadline: '三月' }]);
  });
});
