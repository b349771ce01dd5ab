import type { Markings } from '../../../model/doc.js';
import type { Flow } from '../flow.js';
import { textRun } from '../body/inlines.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/** The marks that a document bears, from the top, and the style of each. */
export function presentMarkings(marks: Markings): readonly (readonly [string, StyleId])[] {
  const all = [
    [marks.copyNumber, styleIds.copyNumber],
    [marks.classification, styleIds.classification],
    [marks.urgency, styleIds.classification],
  ] as const;
  return all.filter(([text]) => text !== '');
}

/** 份号, 密级 and 紧急程度, one line each, in this order (7.2.1–7.2.3). */
export function markingsFlow(marks: Markings): readonly Flow[] {
  return presentMarkings(marks).map(([text, style]) => ({ style, children: [textRun(text)] }));
}
