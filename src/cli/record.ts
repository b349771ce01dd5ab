import { appendEvents, stemOf } from '../app/filing/life-files.js';
import { versionOf } from '../app/filing/filing-plan.js';
import { historyOf } from '../app/filing/history.js';
import { openArchiveStore } from '../host/archive-store.js';
import { EMPTY_EVENT, validateEvent } from '../filing/life/event.js';
import { checkOrder } from '../filing/life/order.js';
import { ACTS } from '../filing/metadata/shape.js';
import { systemClock } from '../host/clock.js';
import { resolve } from 'node:path';
import { UsageError } from './failure.js';
import { requireEntry } from './history.js';
import { openSession } from './session.js';
import type { GlobalOptions } from './session.js';

export interface RecordFlags extends GlobalOptions {
  readonly archive: string;
  readonly edition?: number;
  readonly on?: string;
  readonly by?: string;
  readonly person?: string;
  readonly meeting?: string;
  readonly number?: string;
  readonly audience?: string;
  readonly reason?: string;
  readonly note?: string;
}

/** Adds an event to the life-cycle file of a document. Acts that only the register may enter are rejected. */
export async function runRecord(name: string, act: string, flags: RecordFlags): Promise<void> {
  const knownAct = ACTS.find((known) => known === act);
  if (!knownAct) throw new UsageError(`没有“${act}”这个事项。可以写：${ACTS.join('、')}。`);
  const session = await openSession(flags);
  const entry = requireEntry(session, name);
  const event = {
    ...EMPTY_EVENT,
    document: stemOf(entry.id),
    version: flags.edition ?? versionOf(entry),
    act: knownAct,
    date: flags.on ?? systemClock.today(),
    organ: flags.by ?? '',
    person: flags.person ?? '',
    meeting: flags.meeting ?? '',
    number: flags.number ?? '',
    audience: flags.audience ?? '',
    reason: flags.reason ?? '',
    note: flags.note ?? '',
  };
  const fault = validateEvent(event);
  if (typeof fault === 'string') throw new UsageError(`没有记：${fault}。`);
  const archive = await openArchiveStore(resolve(flags.workspace, flags.archive));
  await archive.locked(async () => {
    const { events } = await historyOf(entry, session.disk);
    const contradictions = checkOrder([...events, event], entry.id);
    if (contradictions[0]) throw new UsageError(`没有记：${contradictions[0].message}。`);
    await appendEvents(session.disk, entry.id, [event]);
  });
  process.stdout.write(`已记：${entry.id} 第${event.version}版 ${event.date} ${act}\n`);
}
