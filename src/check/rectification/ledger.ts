import { findSet } from '../../model/campaign.js';
import { scalarText, textAt } from '../../model/data.js';
import { documentOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt } from '../record.js';
import type { PlacedRecord } from '../record.js';

/** The example document of the rules about ledgers. */
export const EXAMPLE_FILE = 'units/qiaodong/ledger.md';

/** The fields of a closed entry in an example, as YAML. */
export const EXAMPLE_CLOSED_ENTRY = '状态: 已完成, 进展: 已印发';

/** The entries of an example; `rest` is the YAML of the first one, without its number. */
export const exampleEntries = (rest: string): string =>
  `进展:\n  - { 序号: 1, ${rest} }\n  - { 序号: 2, 状态: 推进中, 进展: 正在轮值 }`;

/** A ledger entry with the item that it reports on. */
export interface LedgerEntry {
  readonly entry: PlacedRecord;
  readonly item: PlacedRecord | undefined;
  readonly closed: boolean;
  /** The date of the ledger. */
  readonly asOf: string;
}

export function ledgerEntriesOf(unitDocuments: UnitDocuments): readonly LedgerEntry[] {
  const ledger = documentOf(unitDocuments, 'ledger');
  const closing = findSet(unitDocuments.project.campaign, 'ledgerStates')?.closing ?? [];
  const items = new Map(
    recordsOf(unitDocuments, 'rectification', 'items').map((item) => [scalarText(item.data['id']), item]),
  );
  return recordsOf(unitDocuments, 'ledger', 'entries').map((entry) => ({
    entry,
    item: items.get(scalarText(entry.data['item'])),
    closed: closing.includes(textAt(entry.data, 'state')),
    asOf: ledger ? dateAt(ledger, 'asOf') : '',
  }));
}
