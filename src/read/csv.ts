import { CsvError, parse } from '#csv-parse';
import type { Data, Value } from '../model/data.js';
import { labelOf, typesOf } from '../model/schema.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';
import { nearestWord } from './nearest.js';
import { reportDuplicate, resolveKey } from './labels.js';
import type { RecordContext } from './labels.js';

/** A record of the file with the source span of each cell. */
interface CsvRecord {
  readonly cells: readonly string[];
  readonly spans: readonly Span[];
}

/** Reads a list that is stored in a CSV file: the first record holds the labels, each further record is one item. */
export function readCsv(source: Source, item: Schema, pointer: string, context: RecordContext): Value | undefined {
  const records = parseRecords(source, context);
  if (records === null) return undefined;
  const [header, ...rows] = records;
  if (!header) {
    const hint = '第一行写各列名称。';
    const span = { path: source.path, start: 0, end: 0 };
    context.diagnostics.push({ code: 'CSV-EMPTY', severity: 'error', message: '清单文件是空的', span, hint });
    return [];
  }
  const keys = columnKeys(header, item, context);
  return rows.map((row, index) => {
    reportSurplus(row, header, context);
    return readRow(row, keys, item, `${pointer}/${index}`, context);
  });
}

function parseRecords(source: Source, context: RecordContext): readonly CsvRecord[] | null {
  try {
    const records = parse(source.text, {
      raw: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as readonly RawRecord[];
    return locateRecords(records, source);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = '清单文件读不下去，多半是某一格的引号没有成对';
    const start = cellStart(source.text, Number(error['bytes'] ?? 0));
    const span = { path: source.path, start, end: start };
    context.diagnostics.push({
      code: 'CSV-SYNTAX',
      severity: 'error',
      message,
      span,
      hint: '单元格里有半角引号时，把它写两次。',
    });
    return null;
  }
}

interface RawRecord {
  readonly raw: string;
  readonly record: readonly string[];
}

function locateRecords(records: readonly RawRecord[], source: Source): readonly CsvRecord[] {
  let from = 0;
  return records.map(({ raw, record }) => {
    const text = raw.trim();
    const start = Math.max(from, source.text.indexOf(text, from));
    from = start + text.length;
    return { cells: record, spans: locateCells(record, text, start, source.path) };
  });
}

function locateCells(cells: readonly string[], raw: string, start: number, path: string): readonly Span[] {
  let from = 0;
  return cells.map((text) => {
    const found = raw.indexOf(text, from);
    const at = found < 0 ? from : found;
    from = at + text.length;
    return { path, start: start + at, end: start + from };
  });
}

function columnKeys(header: CsvRecord, item: Schema, context: RecordContext): readonly (string | null)[] {
  const seen = new Map<string, Span>();
  return header.spans.map((span, index) => {
    const key = columnKey(header.cells[index] ?? '', span, item, context);
    if (key === null) return null;
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, span);
      return key;
    }
    reportDuplicate(labelOf(item, key), span, earlier, context);
    return null;
  });
}

/** Reports cells without a column, which would be lost. The usual cause is an unquoted comma within a cell. */
function reportSurplus({ cells, spans }: CsvRecord, header: CsvRecord, context: RecordContext): void {
  const surplus = [...cells.keys()].filter(
    (index) => (header.cells[index] ?? '').trim() === '' && cells[index]?.trim(),
  );
  const [first, last] = [spans[surplus[0] ?? -1], spans[surplus.at(-1) ?? -1]];
  if (!first || !last) return;
  const texts = surplus.map((index) => `“${cells[index]?.trim() ?? ''}”`).join('');
  context.diagnostics.push({
    code: 'CSV-SURPLUS',
    severity: 'error',
    message: `这一行的${texts}不在任何一列下面，不会印出`,
    span: { ...first, end: last.end },
    hint: '同一格里有半角逗号的，把整格放进半角引号，或者改成全角逗号；本来是单独一列的，在表头写上它的名称。',
  });
}

function columnKey(label: string, span: Span, item: Schema, context: RecordContext): string | null {
  const key = resolveKey(label, item);
  if (key !== null || label.trim() === '') return key;
  const known = Object.entries(item.properties ?? {}).map(([name, property]) => property.title ?? name);
  const near = nearestWord(label, known);
  const message = `清单里没有“${label}”这一列${near === '' ? '' : `，是不是“${near}”？`}`;
  context.diagnostics.push({
    code: 'SCHEMA-UNKNOWN-KEY',
    severity: 'error',
    message,
    span,
    hint: `可以有的列：${known.join('、')}。`,
  });
  return null;
}

function readRow(
  row: CsvRecord,
  keys: readonly (string | null)[],
  item: Schema,
  pointer: string,
  context: RecordContext,
): Data {
  const record: Record<string, Value> = {};
  const [first] = row.spans;
  if (first) context.places.set(pointer, { ...first, end: row.spans.at(-1)?.end ?? first.end });
  for (const [index, key] of keys.entries()) {
    const text = row.cells[index]?.trim() ?? '';
    const span = row.spans[index];
    if (key === null || text === '' || !span) continue;
    context.places.set(`${pointer}/${key}`, span);
    record[key] = readCell(text, item.properties?.[key] ?? {});
  }
  return record;
}

/** Converts a cell to the schema's type. A text that cannot be converted stays a string, which validation reports. */
function readCell(text: string, schema: Schema): Value {
  const types = typesOf(schema);
  if (types.includes('array'))
    return text
      .split(/[、；;]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && (text === '是' || text === '否')) return text === '是';
  return text;
}

/**
 * Character offset of the cell that begins after `bytes` bytes of UTF-8. The parser's line count cannot be used: it is
 * wrong after a CRLF within a cell.
 */
function cellStart(text: string, bytes: number): number {
  const at = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(text).subarray(0, bytes),
  ).length;
  return at + (/^(?:,|[\r\n]+)/.exec(text.slice(at))?.[0].length ?? 0);
}
