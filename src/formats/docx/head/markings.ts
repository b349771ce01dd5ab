import type { Markings } from '../../../model/doc.js';
import type { FlowItem } from '../flow.js';
import { textRun } from '../body/inlines.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';

/** The markings that a document has, from the top, and the style of each. */
export function presentMarkings(markings: Markings): readonly (readonly [string, StyleId])[] {
  const all = [
    [markings.copyNumber, styleIds.copyNumber],
    [markings.classification, styleIds.classification],
    [markings.urgency, styleIds.classification],
  ] as const;
  return all.filter(([text]) => text !== '');
}

/** 份号, 密级 and 紧急程度, one line each, in this order (7.2.1–7.2.3). */
export function markingsFlow(markings: Markings): readonly FlowItem[] {
  return presentMarkings(markings).map(([text, style]) => ({ style, children: [textRun(text)] }));
}
