import { findSet } from '../../model/campaign.js';
import { knownCount, textAt } from '../../model/data.js';
import { total } from '../../campaign/arithmetic.js';
import type { Span } from '../../model/span.js';
import { tally } from '../../campaign/tally.js';
import { documentOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';

/** A figure as the document that owns it states it. */
export interface Figure {
  readonly value: number;
  readonly span: Span;
}

type FigureReader = (unitDocuments: UnitDocuments) => Figure | null;

/** Where each figure of the campaign's `statistics` is at home. */
export const figureReaders: Readonly<Record<string, FigureReader>> = {
  征求意见: fieldFigure('problems', 'opinionsTotal'),
  归并意见: fieldFigure('problems', 'opinionsMerged'),
  问题: listLength('problems', 'problems'),
  走访户数: (unitDocuments) => {
    const visits = recordsOf(unitDocuments, 'problems', 'visits');
    const households = visits.map(({ data }) => knownCount(data, 'households'));
    const document = documentOf(unitDocuments, 'problems');
    if (!document || households.length === 0 || households.includes(null)) return null;
    return { value: total(households.map((count) => count ?? 0)), span: spanAt(document, 'visits') };
  },
  谈心: fieldFigure('meeting', 'heartTalks'),
  整改建议: fieldFigure('rectification', 'suggestions'),
  整改事项: listLength('rectification', 'items'),
  完成事项: (dossier) => {
    const closing = findSet(dossier.project.campaign, 'ledgerStates')?.closing ?? [];
    return countRecords(dossier, 'ledger', 'entries', ({ data }) => closing.includes(textAt(data, 'state')));
  },
  制度: listLength('rectification', 'institutions'),
  评议有效票: fieldFigure('evaluation', 'valid'),
  首轮有效票: (dossier) => roundFigure(dossier, 'first', 'valid'),
  末轮有效票: (dossier) => roundFigure(dossier, 'last', 'valid'),
  末轮满意票: (dossier) => roundFigure(dossier, 'last', 'favourable'),
  党员: ({ unit }) => figureAt(placedRecord(unit), 'members'),
  专题课: (dossier) => countRecords(dossier, 'plan', 'study', ({ data }) => textAt(data, 'lecture') !== ''),
};

function figureAt(record: PlacedRecord, key: string): Figure | null {
  const value = knownCount(record.data, key);
  return value === null ? null : { value, span: spanAt(record, key) };
}

function fieldFigure(kind: string, key: string): FigureReader {
  return (unitDocuments) => {
    const document = documentOf(unitDocuments, kind);
    return document ? figureAt(document, key) : null;
  };
}

function listLength(kind: string, key: string): FigureReader {
  return (unitDocuments) => countRecords(unitDocuments, kind, key, () => true);
}

function countRecords(
  unitDocuments: UnitDocuments,
  kind: string,
  key: string,
  counts: (record: PlacedRecord) => boolean,
): Figure | null {
  const document = documentOf(unitDocuments, kind);
  const rows = recordsOf(unitDocuments, kind, key);
  return document && rows.length > 0 ? { value: rows.filter(counts).length, span: spanAt(document, key) } : null;
}

function roundFigure(
  unitDocuments: UnitDocuments,
  which: 'first' | 'last',
  part: 'valid' | 'favourable',
): Figure | null {
  const rows = recordsOf(unitDocuments, 'survey', 'rounds');
  const numbers = rows.map(({ data }) => knownCount(data, 'round') ?? 0);
  const no = which === 'first' ? Math.min(...numbers) : Math.max(...numbers);
  const chosen = rows.filter(({ data }) => data['round'] === no);
  const [first] = chosen;
  if (!first) return null;
  const sum = tally(
    chosen.map(({ data }) => data),
    'surveyGrades',
    unitDocuments.project.campaign,
  );
  return { value: sum[part], span: spanAt(first, 'valid') };
}
