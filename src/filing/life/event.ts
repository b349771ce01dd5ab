import { isCalendarDate } from '../../campaign/dates.js';
import { checked } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import { ACTS } from '../metadata/shape.js';
import type { Act } from '../metadata/shape.js';
import type { ActRecord } from '../metadata/describe.js';

/** A lifecycle event of one version of a document: one line of `life.jsonl`. */
export interface LifeEvent extends ActRecord {
  /** The name of the content file without its extension, such as `analysis`. */
  readonly document: string;
  /** The register number if a register entry caused the event; empty otherwise. */
  readonly register: string;
}

type TextKey = Exclude<keyof LifeEvent, 'version' | 'act'>;

/** The JSON keys of the fields, in the order in which they are written. */
const LABELS: readonly (readonly [keyof LifeEvent, string])[] = [
  ['document', '文件'],
  ['version', '版本'],
  ['act', '事项'],
  ['date', '日期'],
  ['organ', '机构'],
  ['person', '人员'],
  ['meeting', '会议'],
  ['number', '文号'],
  ['audience', '范围'],
  ['reason', '原因'],
  ['note', '说明'],
  ['register', '登记号'],
];

/** The fields that an act requires in addition to its date. */
const REQUIRED: Partial<Readonly<Record<Act, readonly TextKey[]>>> = {
  审阅: ['organ'],
  批准: ['organ'],
  印发: ['number'],
  公布: ['audience'],
  报送: ['organ'],
  备案: ['organ'],
  接收: ['organ'],
  退回: ['organ', 'reason'],
};

export const EMPTY_EVENT: LifeEvent = {
  document: '',
  version: 1,
  act: '起草',
  date: '',
  organ: '',
  person: '',
  meeting: '',
  number: '',
  audience: '',
  reason: '',
  note: '',
  register: '',
};

/** Writes an event as one line with its line end. Empty fields are omitted. */
export function writeEvent(event: LifeEvent): string {
  const facts = LABELS.filter(([key]) => event[key] !== '').map(([key, label]) => [label, event[key]]);
  return `${JSON.stringify(Object.fromEntries(facts) as object)}\n`;
}

/**
 * Reads the events of a file in chronological order, which merges may have changed in the file. Duplicate lines count
 * once. A line that cannot be read is reported and left out.
 */
export function readLife(source: Source): Checked<readonly LifeEvent[]> {
  const diagnostics: Diagnostic[] = [];
  const events = new Map<string, LifeEvent>();
  let start = 0;
  for (const line of source.text.split('\n')) {
    const span = { path: source.path, start, end: start + line.length };
    start += line.length + 1;
    if (line.trim() === '') continue;
    const event = parseEvent(line.replace(/\r$/, ''));
    if (typeof event === 'string') diagnostics.push(lifeFault('LIFE-LINE', event, span));
    else events.set(writeEvent(event), event);
  }
  return checked([...events.values()].sort(compareEvents), diagnostics);
}

function lifeFault(code: string, message: string, span: Diagnostic['span'] & object): Diagnostic {
  const hint = `一行写一件事，例如 ${writeEvent(EXAMPLE).trim()}；最好用 hongtou record 来记。`;
  return { code, severity: 'error', message, span, hint };
}

const EXAMPLE: LifeEvent = {
  ...EMPTY_EVENT,
  document: 'plan',
  act: '批准',
  date: '2026-03-11',
  organ: '某某党组',
  meeting: '党组会议',
};

/** Parses a line; returns the reason, in Chinese, if it is invalid. */
function parseEvent(line: string): LifeEvent | string {
  const data = parseObject(line);
  if (!data) return '这一行不是完整的 JSON';
  const unknown = Object.keys(data).find((key) => !LABELS.some(([, label]) => label === key));
  if (unknown !== undefined) return `不认识“${unknown}”`;
  const text = (label: string): string => (typeof data[label] === 'string' ? data[label] : '');
  const texts = Object.fromEntries(LABELS.map(([key, label]) => [key, text(label)])) as Record<TextKey, string>;
  const version = data['版本'] ?? 1;
  const act = ACTS.find((word) => word === data['事项']);
  if (!act) return `事项“${text('事项')}”应为其中之一：${ACTS.join('、')}`;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return '版本应为从 1 起的整数';
  return validateEvent({ ...texts, act, version });
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** Checks an event; returns it if it is complete, otherwise the reason in Chinese. */
export function validateEvent(event: LifeEvent): LifeEvent | string {
  if (event.document === '') return '没有写是哪份文件';
  if (!isCalendarDate(event.date)) return `日期“${event.date}”不是日历上有的日期`;
  const missing = (REQUIRED[event.act] ?? []).find((key) => event[key] === '');
  if (missing === undefined) return event;
  return `${event.act}应写明${LABELS.find(([key]) => key === missing)?.[1] ?? missing}`;
}

/** Compares events by document, version, date, and then by the usual order of acts within a day. */
export function compareEvents(a: LifeEvent, b: LifeEvent): number {
  return (
    compare(a.document, b.document) ||
    a.version - b.version ||
    compare(a.date, b.date) ||
    ACTS.indexOf(a.act) - ACTS.indexOf(b.act) ||
    compare(writeEvent(a), writeEvent(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
