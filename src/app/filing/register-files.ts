import type { Disk } from '../../model/ports.js';
import { EMPTY_EVENT } from '../../filing/life/event.js';
import type { LifeEvent } from '../../filing/life/event.js';
import { appendRecords, readRegister } from '../../filing/register.js';
import type { RegisterReading, RegisterRecord } from '../../filing/register.js';
import type { Act } from '../../filing/metadata/shape.js';
import { appendEvents, lifePath, loadLife, stemOf } from './life-files.js';

/** The register of filings (备案登记) of this office. */
export const REGISTER = 'content/register/filings.jsonl';

export async function loadRegister(disk: Disk): Promise<RegisterReading> {
  return readRegister(await readText(disk));
}

/** Appends records in one write: after a crash all of them are in the register, or none. */
export async function enterRecords(disk: Disk, records: readonly Omit<RegisterRecord, 'no'>[]): Promise<void> {
  if (records.length === 0) return;
  const text = appendRecords(await readText(disk), records);
  await disk.write(REGISTER, new TextEncoder().encode(text));
}

async function readText(disk: Disk): Promise<string> {
  const bytes = await disk.read(REGISTER);
  return bytes ? new TextDecoder().decode(bytes) : '';
}

/**
 * Adds missing events of the register to the life-cycle files. The register is written first and in one step; after an
 * interruption the life-cycle files may be behind it.
 */
export async function updateLifeFiles(disk: Disk): Promise<void> {
  const { records } = await loadRegister(disk);
  const byFile = new Map<string, RegisterRecord[]>();
  for (const record of records.filter(({ document }) => document !== '')) {
    const path = lifePath(record.document);
    byFile.set(path, [...(byFile.get(path) ?? []), record]);
  }
  for (const fileRecords of byFile.values()) {
    const document = fileRecords[0]?.document ?? '';
    const known = new Set((await loadLife(disk, document)).value.map(({ register }) => register));
    await appendEvents(disk, document, fileRecords.filter(({ no }) => !known.has(no)).map(toEvent));
  }
}

function toEvent(record: RegisterRecord): LifeEvent {
  return {
    ...EMPTY_EVENT,
    document: stemOf(record.document),
    version: record.version,
    act: record.act as Act,
    date: record.date,
    organ: record.recipient,
    number: record.receipt,
    reason: record.reason,
    note: record.daysLate > 0 ? `迟报${record.daysLate}天` : '',
    register: record.no,
  };
}

/** Register numbers in life-cycle files that the register lacks: lines were cut from its end. */
export async function missingRegisterNumbers(disk: Disk, folders: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await loadRegister(disk)).records.map(({ no }) => no));
  const lost: string[] = [];
  for (const folder of folders) {
    const { value } = await loadLife(disk, `${folder}/`);
    lost.push(...value.map(({ register }) => register).filter((no) => no !== '' && !known.has(no)));
  }
  return [...new Set(lost)].sort();
}
