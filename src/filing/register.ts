import { sha256 } from '../runtime/digest.js';

export type RegisterAct = '报送' | '备案' | '接收' | '退回' | '涉密登记';

/** One entry of 备案登记. An empty text means that the field does not apply. */
export interface RegisterRecord {
  readonly no: string;
  readonly act: RegisterAct;
  readonly date: string;
  /**
   * The document's id, such as `units/luwan/plan`; empty for a classified document, which is registered by number only.
   */
  readonly document: string;
  readonly version: number;
  readonly units: readonly string[];
  readonly title: string;
  readonly number: string;
  readonly recipient: string;
  readonly due: string;
  readonly daysLate: number;
  readonly package: string;
  readonly digest: string;
  readonly receipt: string;
  readonly reason: string;
  readonly classification: string;
  readonly copies: string;
}

const LABELS: readonly (readonly [keyof RegisterRecord, string])[] = [
  ['no', '登记号'],
  ['act', '事项'],
  ['date', '日期'],
  ['document', '文件'],
  ['version', '版本'],
  ['units', '单位'],
  ['title', '题名'],
  ['number', '文号'],
  ['recipient', '报送机关'],
  ['due', '应报日期'],
  ['daysLate', '迟报天数'],
  ['package', '包'],
  ['digest', '包摘要'],
  ['receipt', '收文号'],
  ['reason', '原因'],
  ['classification', '密级'],
  ['copies', '份号'],
];

export const EMPTY_RECORD: RegisterRecord = {
  no: '',
  act: '报送',
  date: '',
  document: '',
  version: 1,
  units: [],
  title: '',
  number: '',
  recipient: '',
  due: '',
  daysLate: 0,
  package: '',
  digest: '',
  receipt: '',
  reason: '',
  classification: '',
  copies: '',
};

/** The previous digest in the first line of a register. */
const FIRST_PREVIOUS_DIGEST = '0'.repeat(64);

interface Line {
  readonly 序: number;
  readonly 前: string;
  readonly 记录: Readonly<Record<string, unknown>>;
  readonly 摘要: string;
}

/** A parsed register, with the lines at which its hash chain is broken. */
export interface RegisterReading {
  readonly records: readonly RegisterRecord[];
  readonly faults: readonly RegisterFault[];
  /** The digest of the last line. Compare it with a stored value to detect a truncated register. */
  readonly head: string;
}

export interface RegisterFault {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** Appends records to the text of a register. They continue its numbering and its hash chain. */
export function appendRecords(text: string, records: readonly Omit<RegisterRecord, 'no'>[]): string {
  const before = linesOf(text);
  let seq = before.length;
  let head = parseLine(before.at(-1) ?? '')?.摘要 ?? FIRST_PREVIOUS_DIGEST;
  const added = records.map((record) => {
    seq += 1;
    const data = toData({ ...record, no: registerNo(record.date, seq) });
    const line: Line = { 序: seq, 前: head, 记录: data, 摘要: chainDigest(seq, head, data) };
    head = line.摘要;
    return `${JSON.stringify(line)}\n`;
  });
  return before.map((line) => `${line}\n`).join('') + added.join('');
}

/** The register number, such as 2026-0001: the year of the entry and its sequence number. */
function registerNo(date: string, seq: number): string {
  return `${date.slice(0, 4)}-${String(seq).padStart(4, '0')}`;
}

function chainDigest(seq: number, before: string, data: object): string {
  return sha256(`${seq}\n${before}\n${JSON.stringify(data)}`);
}

function toData(record: RegisterRecord): Readonly<Record<string, unknown>> {
  const facts = LABELS.filter(([key]) => hasValue(record[key])).map(([key, label]) => [label, record[key]]);
  return Object.fromEntries(facts) as Readonly<Record<string, unknown>>;
}

function hasValue(value: RegisterRecord[keyof RegisterRecord]): boolean {
  return value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0);
}

/** Reads a register and checks its hash chain. Edited, missing, added and moved lines are reported. */
export function readRegister(text: string): RegisterReading {
  const records: RegisterRecord[] = [];
  const faults: RegisterFault[] = [];
  let head = FIRST_PREVIOUS_DIGEST;
  let seq = 0;
  linesOf(text).forEach((raw, index) => {
    const line = parseLine(raw);
    if (!line) {
      faults.push({ line: index + 1, message: '这一行读不懂，被改动过或没有写完' });
      return;
    }
    const message = lineFault(line, raw, seq + 1, head);
    if (message !== '') faults.push({ line: index + 1, message });
    head = line.摘要;
    seq = line.序;
    records.push(fromData(line.记录));
  });
  if (text !== '' && !text.endsWith('\n')) faults.push({ line: linesOf(text).length, message: '最后一行没有写完' });
  return { records, faults, head };
}

function lineFault(line: Line, raw: string, expected: number, head: string): string {
  if (line.摘要 !== chainDigest(line.序, line.前, line.记录)) return '内容与摘要不符，这一行被改动过';
  if (JSON.stringify(line) !== raw) return '写法被改动过';
  if (line.前 === head && line.序 === expected) return '';
  const previous = line.序 - 1;
  if (line.序 > expected) return `序号从 ${expected - 1} 跳到 ${line.序}，中间少了 ${line.序 - expected} 行`;
  return line.序 < expected ? `序号 ${line.序} 重复或顺序被调换` : `与第 ${previous} 行接不上，前一行被换过`;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function parseLine(raw: string): Line | null {
  try {
    const line = JSON.parse(raw) as Partial<Line> | null;
    const isComplete =
      typeof line?.序 === 'number' &&
      typeof line.前 === 'string' &&
      typeof line.摘要 === 'string' &&
      typeof line.记录 === 'object' &&
      (line.记录 as object | null) !== null;
    return isComplete ? (line as Line) : null;
  } catch {
    return null;
  }
}

function fromData(data: Readonly<Record<string, unknown>>): RegisterRecord {
  const facts = LABELS.filter(([, label]) => data[label] !== undefined).map(([key, label]) => [key, data[label]]);
  return { ...EMPTY_RECORD, ...(Object.fromEntries(facts) as Partial<RegisterRecord>) };
}
