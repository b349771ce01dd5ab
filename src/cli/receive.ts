import { encode } from '../filing/bag/bag.js';
import { safeName } from '../filing/bag/path.js';
import { writeReceipt } from '../filing/receipt.js';
import { writeVerdict } from '../filing/verify/report.js';
import { isSound } from '../filing/verify/verify.js';
import { isCalendarDate } from '../campaign/dates.js';
import { systemClock } from '../host/clock.js';
import { toIoError } from '../host/io-error.js';
import { writeAtomically } from '../host/write-aside.js';
import { EXIT, UsageError } from './failure.js';
import type { GlobalOptions } from './session.js';
import { verifyAt } from './verify.js';

export interface ReceiveFlags extends GlobalOptions {
  readonly by: string;
  readonly on?: string;
  readonly number?: string;
  readonly return?: string;
  readonly receipt?: string;
}

/** Verifies a received package and writes a receipt. A package that fails verification can only be returned. */
export async function runReceive(path: string, flags: ReceiveFlags): Promise<void> {
  const date = flags.on ?? systemClock.today();
  if (!isCalendarDate(date)) throw new UsageError(`--on 后面的“${date}”不是日历上有的日期，写成 2026-07-03 的样子。`);
  const verdict = await verifyAt(path);
  const sound = isSound(verdict);
  const reason = flags.return ?? '';
  if (verdict.digest === '' || verdict.id === '' || (!sound && reason === '')) {
    process.stdout.write(writeVerdict(verdict));
    process.stdout.write('没有出回执。要退回，写 --return 和退回的原因。\n');
    process.exitCode = EXIT.content;
    return;
  }
  const receipt = writeReceipt({
    package: verdict.id,
    digest: verdict.digest,
    result: reason === '' ? '接收' : '退回',
    organ: flags.by,
    date,
    number: flags.number ?? '',
    reason,
    items: verdict.items,
    warnings: verdict.findings.filter(({ severity }) => severity === 'warning').length,
  });
  // The package id is untrusted: it is used as a file name only, never as a path.
  const target = flags.receipt ?? `${safeName(verdict.id)}.receipt.json`;
  await writeAtomically(target, encode(receipt)).catch((error: unknown) => {
    throw toIoError(target, error);
  });
  process.stdout.write(
    `${writeVerdict(verdict)}\n备案回执（${reason === '' ? '接收' : '退回'}）写在 ${target}，请送回报送单位。\n`,
  );
  process.exitCode = EXIT.done;
}
