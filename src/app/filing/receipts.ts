import { EMPTY_RECORD } from '../../filing/register.js';
import type { RegisterRecord } from '../../filing/register.js';
import { readReceipt } from '../../filing/receipt.js';
import type { Receipt } from '../../filing/receipt.js';
import type { Disk } from '../../model/ports.js';
import type { ArchiveStore } from '../../model/ports.js';
import { enterRecords, loadRegister, updateLifeFiles } from './register-files.js';

/**
 * The result of entering a receipt: the number of documents that it acknowledges, or the reason why it is not entered.
 */
export type ReceiptOutcome =
  | { readonly kind: 'entered'; readonly receipt: Receipt; readonly documents: number }
  | { readonly kind: 'known'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Enters a receipt from a superior. Its package must be in the register as sent, with the same digest. A receipt is
 * entered only once.
 */
export async function enterReceipt(text: string, disk: Disk, archive: ArchiveStore): Promise<ReceiptOutcome> {
  const receipt = readReceipt(text);
  if (typeof receipt === 'string') return { kind: 'refused', reason: receipt };
  return archive.locked(async () => {
    const { records, faults } = await loadRegister(disk);
    if (faults.length > 0)
      return { kind: 'refused', reason: '备案登记对不上，没有登记；先运行 hongtou verify --register' };
    await updateLifeFiles(disk);
    const sent = records.filter((record) => record.package === receipt.package && isSent(record));
    const reason = refusal(receipt, sent);
    if (reason !== '') return { kind: 'refused', reason };
    const answers = sent
      .filter((record) => !records.some((other) => isAnswer(other, record, receipt)))
      .filter(
        ({ recipient }) => recipient === receipt.organ || !sent.some((other) => other.recipient === receipt.organ),
      );
    if (answers.length === 0) return { kind: 'known', receipt };
    await enterRecords(
      disk,
      answers.map((record) => answerTo(record, receipt)),
    );
    await updateLifeFiles(disk);
    return { kind: 'entered', receipt, documents: answers.length };
  });
}

function isSent({ act }: RegisterRecord): boolean {
  return act === '报送' || act === '备案';
}

function refusal(receipt: Receipt, sent: readonly RegisterRecord[]): string {
  const [first] = sent;
  if (!first) return `登记里没有报出过“${receipt.package}”这个包`;
  if (first.digest !== receipt.digest)
    return `对方收到的包摘要是 ${receipt.digest}，报出的是 ${first.digest}：对方收到的不是报出的那一包`;
  if (receipt.date < first.date) return `回执日期 ${receipt.date} 早于报送日期 ${first.date}`;
  return '';
}

function isAnswer(other: RegisterRecord, sent: RegisterRecord, receipt: Receipt): boolean {
  return (
    other.act === receipt.result &&
    other.package === sent.package &&
    other.document === sent.document &&
    other.recipient === sent.recipient
  );
}

function answerTo(sent: RegisterRecord, receipt: Receipt): Omit<RegisterRecord, 'no'> {
  const { no: _no, ...facts } = sent;
  return {
    ...EMPTY_RECORD,
    ...facts,
    act: receipt.result,
    date: receipt.date,
    receipt: receipt.number,
    reason: receipt.reason,
    daysLate: 0,
  };
}
