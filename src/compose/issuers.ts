import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type { Attachment } from '../model/doc.js';
import type { ComposeContext } from './compose-context.js';

/** Renders one line of a kind's front matter. */
export type FillLine = (template: string) => string;

/** The organs that issue the document, the lead organ first. */
export function organsOf({ entry, unit }: ComposeContext, fillLine: FillLine): readonly string[] {
  if (entry.kind.organs.length > 0 || !unit) return entry.kind.organs.map(fillLine);
  const lead = textAt(unit.data, 'mark') || textAt(unit.data, 'fullName');
  return [lead, ...recordsAt(unit.data, 'partners').map((partner) => textAt(partner, 'fullName'))];
}

export function recipientsOf({ entry }: ComposeContext, fillLine: FillLine): readonly string[] {
  const names = textsAt(entry.data, 'recipients');
  return names.length > 0 ? names : entry.kind.recipients.map(fillLine).filter((name) => name !== '');
}

/** Separate files sent with the document: listed in 附件说明, but not part of the document. */
export function enclosuresOf(data: Data): readonly Omit<Attachment, 'number'>[] {
  return recordsAt(data, 'enclosures').map((enclosure) => ({
    title: textAt(enclosure, 'title'),
    lines: [],
    blocks: [],
    remark: textAt(enclosure, 'remark') || '（另附）',
    orientation: 'portrait',
  }));
}

/** 印发机关: that of the kind, else the office of the unit, else the lead organ. */
export function printerOf({ entry, unit }: ComposeContext, organs: readonly string[], fillLine: FillLine): string {
  return fillLine(entry.kind.printer) || (unit ? textAt(unit.data, 'office') : '') || (organs[0] ?? '');
}
