import { checked, collectDiagnostics } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { recordsAt, textAt } from '../../model/data.js';
import type { Entry } from '../../model/project.js';
import { EMPTY_EVENT, compareEvents, readLife, writeEvent } from '../../filing/life/event.js';
import type { LifeEvent } from '../../filing/life/event.js';
import { checkOrder } from '../../filing/life/order.js';
import { versionOf } from './filing-plan.js';

/** The life-cycle file of a document, beside its content file. */
export function lifePath(documentId: string): string {
  return `content/${documentId.slice(0, documentId.lastIndexOf('/') + 1)}life.jsonl`;
}

export function stemOf(documentId: string): string {
  return documentId.slice(documentId.lastIndexOf('/') + 1);
}

/** The recorded events of all documents in the folder of a document. */
export async function loadLife(disk: Disk, documentId: string): Promise<Checked<readonly LifeEvent[]>> {
  const path = lifePath(documentId);
  const bytes = await disk.read(path);
  if (!bytes) return checked([]);
  const diagnostics: Diagnostic[] = [];
  const events = collectDiagnostics(diagnostics, readLife({ path, text: new TextDecoder().decode(bytes) }));
  return checked(events, [...diagnostics, ...checkOrder(events, path)]);
}

/** Appends events to the life-cycle file of a document. Events that it already contains are not added again. */
export async function appendEvents(disk: Disk, documentId: string, events: readonly LifeEvent[]): Promise<void> {
  const path = lifePath(documentId);
  const bytes = await disk.read(path);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  const known = new Set(text.split('\n'));
  const added = events.map(writeEvent).filter((line) => !known.has(line.trimEnd()));
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  if (added.length > 0) await disk.write(path, new TextEncoder().encode(before + added.join('')));
}

/** The events of a document: recorded events, and those stated in its front matter. */
export function eventsOf(entry: Entry, recorded: readonly LifeEvent[]): readonly LifeEvent[] {
  const documentEvents = recorded.filter(({ document }) => document === stemOf(entry.id));
  const stated = statedEvents(entry).filter((event) => !documentEvents.some((other) => isSameAct(other, event)));
  return [...documentEvents, ...stated].sort(compareEvents);
}

/** 公布 may occur once for each audience; every other act occurs once for a version. */
function isSameAct(a: LifeEvent, b: LifeEvent): boolean {
  return a.act === b.act && a.version === b.version && (a.act !== '公布' || a.audience === b.audience);
}

/** The events that follow from dates in the front matter. They need not be recorded separately. */
function statedEvents(entry: Entry): readonly LifeEvent[] {
  const { data } = entry;
  const base = { ...EMPTY_EVENT, document: stemOf(entry.id), version: versionOf(entry) };
  const on = (key: string): string => textAt(data, key);
  const events: readonly LifeEvent[] = [
    { ...base, act: '起草', date: on('issuedOn'), note: '成文' },
    { ...base, act: '审阅', date: on('reviewedOn') },
    { ...base, act: '批准', date: on('approvedOn'), meeting: on('approvedBy') },
    {
      ...base,
      act: '印发',
      date: on('docNumber') === '' ? '' : on('printedOn') || on('issuedOn'),
      number: on('docNumber'),
    },
  ];
  return [...events, ...announcements(entry).map((event) => ({ ...base, ...event }))].filter(({ date }) => date !== '');
}

/** The announcements stated in the front matter. */
function announcements(entry: Entry): readonly Pick<LifeEvent, 'act' | 'date' | 'audience' | 'note'>[] {
  return recordsAt(entry.data, 'announcements').map((record) => ({
    act: '公布',
    date: textAt(record, 'on'),
    audience: textAt(record, 'audience'),
    note: textAt(record, 'form'),
  }));
}
