import { findSet } from '../../model/campaign.js';
import { numberAt, textAt } from '../../model/data.js';
import { sum } from '../../campaign/arithmetic.js';
import type { Span } from '../../model/span.js';
import { tally } from '../../campaign/tally.js';
import { documentOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';

/** A figure with its place in the document that it comes from. */
export interface Figure {
  readonly value: number;
  readonly span: Span;
}

type FigureReader = (unitDocuments: UnitDocuments) => Figure | null;

/** How to read each figure that the campaign's `statistics` may name from the document that it comes from. */
export const figureReaders: Readonly<Record<string, FigureReader>> = {
  征求意见: fieldFigure('problems', 'opinionsTotal'),
  归并意见: fieldFigure('problems', 'opinionsMerged'),
  问题: listLength('problems', 'problems'),
  走访户数: (unitDocuments) => {
    const visits = recordsOf(unitDocuments, 'problems', 'visits');
    const households = visits.map(({ data }) => numberAt(data, 'households'));
    const document = documentOf(unitDocuments, 'problems');
    if (!document || households.length === 0 || households.includes(null)) return null;
    return { value: sum(households.map((count) => count ?? 0)), span: spanAt(document, 'visits') };
  },
  谈心: fieldFigure('meeting', 'heartTalks'),
  整改建议: fieldFigure('rectification', 'suggestions'),
  整改事项: listLength('rectification', 'items'),
  完成事项: (unitDocuments) => {
    const closing = findSet(unitDocuments.project.campaign, 'ledgerStates')?.closing ?? [];
    return countRecords(unitDocuments, 'ledger', 'entries', ({ data }) => closing.includes(textAt(data, 'state')));
  },
  制度: listLength('rectification', 'institutions'),
  评议有效票: fieldFigure('evaluation', 'valid'),
  首轮有效票: (unitDocuments) => roundFigure(unitDocuments, 'first', 'valid'),
  末轮有效票: (unitDocuments) => roundFigure(unitDocuments, 'last', 'valid'),
  末轮满意票: (unitDocuments) => roundFigure(unitDocuments, 'last', 'favourable'),
  党员: ({ unit }) => figureAt(placedRecord(unit), 'members'),
  专题课: (unitDocuments) => countRecords(unitDocuments, 'plan', 'study', ({ data }) => textAt(data, 'lecture') !== ''),
};

function figureAt(record: PlacedRecord, key: string): Figure | null {
  const value = numberAt(record.data, key);
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
  const records = recordsOf(unitDocuments, kind, key);
  return document && records.length > 0 ? { value: records.filter(counts).length, span: spanAt(document, key) } : null;
}

function roundFigure(
  unitDocuments: UnitDocuments,
  which: 'first' | 'last',
  part: 'valid' | 'favourable',
): Figure | null {
  const records = recordsOf(unitDocuments, 'survey', 'rounds');
  const numbers = records.map(({ data }) => numberAt(data, 'round') ?? 0);
  const no = which === 'first' ? Math.min(...numbers) : Math.max(...numbers);
  const chosen = records.filter(({ data }) => data['round'] === no);
  const [first] = chosen;
  if (!first) return null;
  const sum = tally(
    chosen.map(({ data }) => data),
    'surveyGrades',
    unitDocuments.project.campaign,
  );
  return { value: sum[part], span: spanAt(first, 'valid') };
}
