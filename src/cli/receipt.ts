import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { enterReceipt } from '../app/filing/receipts.js';
import { openDisk } from '../host/disk.js';
import { toIoError } from '../host/io-error.js';
import { openArchiveStore } from '../host/archive-store.js';
import { printable } from '../encoding/terminal.js';
import { EXIT } from './failure.js';
import type { GlobalOptions } from './session.js';

export interface ReceiptFlags extends GlobalOptions {
  readonly archive: string;
}

/** Enters a receipt from a superior into the register. */
export async function runReceipt(file: string, flags: ReceiptFlags): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw toIoError(file, error);
  });
  const disk = await openDisk(flags.workspace);
  const outcome = await enterReceipt(text, disk, await openArchiveStore(resolve(flags.workspace, flags.archive)));
  if (outcome.kind === 'refused') {
    process.stdout.write(`没有登记：${printable(outcome.reason)}。\n`);
    process.exitCode = EXIT.content;
    return;
  }
  const { receipt } = outcome;
  const summary = `${receipt.organ} ${receipt.date} ${receipt.result} ${receipt.package}`;
  const count = outcome.kind === 'known' ? '以前已登记，没有再记' : `登记 ${outcome.documents} 条`;
  process.stdout.write(`${printable(summary)}；${count}\n`);
}
