import { checked, collect } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { recordsAt, textAt } from '../../model/data.js';
import type { Entry } from '../../model/project.js';
import { NO_EVENT, byTime, readLife, writeEvent } from '../../filing/life/event.js';
import type { LifeEvent } from '../../filing/life/event.js';
import { checkOrder } from '../../filing/life/order.js';
import { versionOf } from './filing-plan.js';

/** Where the events of a document stand: beside its content file. */
export function lifePath(documentId: string): string {
  return `content/${documentId.slice(0, documentId.lastIndexOf('/') + 1)}life.jsonl`;
}

export function stemOf(documentId: string): string {
  return documentId.slice(documentId.lastIndexOf('/') + 1);
}

/** What is recorded of all documents of one folder. */
export async function loadLife(disk: Disk, documentId: string): Promise<Checked<readonly LifeEvent[]>> {
  const path = lifePath(documentId);
  const bytes = await disk.read(path);
  if (!bytes) return checked([]);
  const diagnostics: Diagnostic[] = [];
  const events = collect(diagnostics, readLife({ path, text: new TextDecoder().decode(bytes) }));
  return checked(events, [...diagnostics, ...checkOrder(events, path)]);
}

/** Adds events at the end of the files that they belong to; what is there already is not added again. */
export async function appendEvents(disk: Disk, documentId: string, events: readonly LifeEvent[]): Promise<void> {
  const path = lifePath(documentId);
  const bytes = await disk.read(path);
  const text = bytes ? new TextDecoder().decode(bytes) : '';
  const known = new Set(text.split('\n'));
  const added = events.map(writeEvent).filter((line) => !known.has(line.trimEnd()));
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  if (added.length > 0) await disk.write(path, new TextEncoder().encode(before + added.join('')));
}

/** The events of one document: those recorded, and those that its own front matter states. */
export function eventsOf(entry: Entry, recorded: readonly LifeEvent[]): readonly LifeEvent[] {
  const own = recorded.filter(({ document }) => document === stemOf(entry.id));
  const stated = statedEvents(entry).filter((event) => !own.some((other) => isSameAct(other, event)));
  return [...own, ...stated].sort(byTime);
}

/** A document may be announced more than once, to different people; every other act befalls a version once. */
function isSameAct(a: LifeEvent, b: LifeEvent): boolean {
  return a.act === b.act && a.version === b.version && (a.act !== '公布' || a.audience === b.audience);
}

/** Days that the document states of itself; what it states, nobody has to record a second time. */
function statedEvents(entry: Entry): readonly LifeEvent[] {
  const { data } = entry;
  const base = { ...NO_EVENT, document: stemOf(entry.id), version: versionOf(entry) };
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

/** To whom the document says that it was made known, and when. */
function announcements(entry: Entry): readonly Pick<LifeEvent, 'act' | 'date' | 'audience' | 'note'>[] {
  return recordsAt(entry.data, 'announcements').map((record) => ({
    act: '公布',
    date: textAt(record, 'on'),
    audience: textAt(record, 'audience'),
    note: textAt(record, 'form'),
  }));
}
