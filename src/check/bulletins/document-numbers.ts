import { textAt } from '../../model/data.js';
import type { Entry, Project } from '../../model/project.js';
import { documentsOfUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Finding } from '../rule.js';

/** A document number split into the organ's prefix, the year and the serial number. */
export interface NumberedDocument {
  readonly entry: Entry;
  readonly text: string;
  readonly prefix: string;
  readonly year: string;
  readonly serial: number;
}

const DOCUMENT_NUMBER = /^(.+)〔(\d{4})〕(\d+)号$/;

/** Every document that has a number of the standard form. */
export function numberedDocuments(project: Project): readonly NumberedDocument[] {
  return project.entries.flatMap((entry) => {
    // A folder without unit.md is reported elsewhere; the owner of its numbers is unknown.
    if (entry.unit !== '' && !documentsOfUnit(project, entry.unit)) return [];
    const text = textAt(entry.data, 'docNumber');
    const [, prefix = '', year = '', serial = ''] = DOCUMENT_NUMBER.exec(text) ?? [];
    return prefix === '' ? [] : [{ entry, text, prefix, year, serial: Number(serial) }];
  });
}

/** The span of a field of a document. */
export const fieldSpan = (entry: Entry, field: string): NonNullable<Finding['span']> =>
  spanAt(placedRecord(entry), field);

/** Compares texts by their code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
