import type { UnitDocuments } from '../unit-documents.js';
import {
  dateOf,
  documentRecord,
  hasField,
  numberOf,
  recordsIn,
  recordsWith,
  scalarOf,
  setOf,
  textOf,
} from '../role-record.js';
import type { RoleRecord } from '../role-record.js';

/** The example document of the rules about ledgers. */
export const EXAMPLE_FILE = 'units/qiaodong/ledger.md';

/** The fields of a closed entry in an example, as YAML. */
export const EXAMPLE_CLOSED_ENTRY = '状态: 已完成, 进展: 已印发';

/** The entries of an example; `rest` is the YAML of the first one, without its number. */
export const exampleEntries = (rest: string): string =>
  `进展:\n  - { 序号: 1, ${rest} }\n  - { 序号: 2, 状态: 推进中, 进展: 正在轮值 }`;

/** A report on the progress of an item, with the item. */
export interface LedgerEntry {
  readonly entry: RoleRecord;
  /** The item itself if it states its own progress. */
  readonly item: RoleRecord | undefined;
  readonly number: string;
  readonly closed: boolean;
  /** The date of the ledger. */
  readonly asOf: string;
}

export function ledgerEntriesOf(unitDocuments: UnitDocuments): readonly LedgerEntry[] {
  const items = new Map(plannedItemsOf(unitDocuments).map((item) => [scalarOf(item, 'number'), item]));
  return unitDocuments.entries.map(documentRecord).flatMap((ledger) => {
    const asOf = dateOf(ledger, 'asOf');
    const common = (entry: RoleRecord): Pick<LedgerEntry, 'entry' | 'closed' | 'asOf'> => ({
      entry,
      closed: isClosed(entry, unitDocuments),
      asOf,
    });
    const reports = recordsIn(ledger, 'progress').map((entry) => ({
      ...common(entry),
      item: items.get(scalarOf(entry, 'itemNumber')),
      number: numberOf(entry, 'itemNumber'),
    }));
    const tracked = recordsIn(ledger, 'item').filter(isTracked);
    return [...reports, ...tracked.map((item) => ({ ...common(item), item, number: numberOf(item, 'number') }))];
  });
}

/** The items whose progress another list reports. */
export function plannedItemsOf(unitDocuments: UnitDocuments): readonly RoleRecord[] {
  return recordsWith(unitDocuments, 'item').filter((item) => !isTracked(item));
}

/** Whether an item states its own progress. */
function isTracked(item: RoleRecord): boolean {
  return hasField(item, 'state') || hasField(item, 'closedOn');
}

/** Whether the state of a record is one of those that close an item. */
export function isClosed(record: RoleRecord, unitDocuments: UnitDocuments): boolean {
  return setOf(record, 'state', unitDocuments)?.closing.includes(textOf(record, 'state')) ?? false;
}
