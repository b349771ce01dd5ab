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
