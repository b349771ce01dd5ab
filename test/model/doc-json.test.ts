import { describe, expect, it } from 'vitest';
import type { Doc } from '../../src/model/doc.js';
import type { Table } from '../../src/model/block.js';
import { measureText, sha256 } from '../../src/runtime/digest.js';
import { documentJson } from '../../src/model/doc-json.js';
import { officialDoc } from '../support/sample-doc.js';

function tableOf(rows: number): Table {
  const cell = (text: string): Table['header'][number] => [{ kind: 'text', text }];
  return {
    kind: 'table',
    caption: '台账',
    columns: [{ width: 3, align: 'left' }],
    header: [cell('项目')],
    rows: Array.from({ length: rows }, (_, at) => [cell(`第${at}项，"已完成"\\`)]),
  };
}

describe('a document as JSON in pieces', () => {
  it.each([0, 1, 1000, 1001, 2500])('is what it is in one piece, with a table of %i rows', (rows) => {
    const table = tableOf(rows);
    const doc: Doc = {
      ...officialDoc,
      blocks: [table, { kind: 'landscape', blocks: [table, tableOf(1200)] }, ...officialDoc.blocks],
    };
    const whole = JSON.stringify(doc);
    const pieces = [...documentJson(doc)];
    expect(pieces.join('')).toBe(whole);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(whole.length - 1000);
    expect(measureText(documentJson(doc))).toEqual({ digest: sha256(whole), length: whole.length });
  });
});
