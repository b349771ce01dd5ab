import { sha256 } from '../runtime/digest.js';
import { isCalendarDate } from '../campaign/dates.js';

/** 备案回执: the receiving organ's answer to one package. */
export interface Receipt {
  readonly package: string;
  readonly digest: string;
  readonly result: '接收' | '退回';
  readonly organ: string;
  readonly date: string;
  /** 收文号; may be empty. */
  readonly number: string;
  /** The reason for a return; empty otherwise. */
  readonly reason: string;
  readonly items: number;
  readonly warnings: number;
}

const LABELS: readonly (readonly [keyof Receipt, string])[] = [
  ['package', '包'],
  ['digest', '包摘要'],
  ['result', '结果'],
  ['organ', '收文机关'],
  ['date', '日期'],
  ['number', '收文号'],
  ['reason', '原因'],
  ['items', '件数'],
  ['warnings', '提醒'],
];

/** Writes a receipt with a digest of its content, which reveals copying errors. */
export function writeReceipt(receipt: Receipt): string {
  const data = Object.fromEntries(LABELS.map(([key, label]) => [label, receipt[key]])) as object;
  return `${JSON.stringify({ 备案回执: data, 摘要: sha256(JSON.stringify(data)) }, null, 2)}\n`;
}

/** Reads a receipt; returns the reason, in Chinese, if it is invalid. */
export function readReceipt(text: string): Receipt | string {
  const file = parse(text);
  const data = file?.备案回执;
  if (!data) return '这不是备案回执';
  if (file.摘要 !== sha256(JSON.stringify(data))) return '回执的内容与它的摘要不符，被改动过';
  const facts = Object.fromEntries(LABELS.map(([key, label]) => [key, data[label]])) as Partial<Receipt>;
  const isComplete =
    typeof facts.package === 'string' &&
    /^[0-9a-f]{64}$/.test(facts.digest ?? '') &&
    (facts.result === '接收' || facts.result === '退回') &&
    isCalendarDate(facts.date ?? '') &&
    typeof facts.organ === 'string';
  return isComplete ? (facts as Receipt) : '回执写得不全';
}

interface ReceiptFile {
  readonly 备案回执?: Readonly<Record<string, unknown>>;
  readonly 摘要?: string;
}

function parse(text: string): ReceiptFile | null {
  try {
    return JSON.parse(text) as ReceiptFile | null;
  } catch {
    return null;
  }
}
