import { findEntry, historyOf } from '../app/filing/history.js';
import type { LifeEvent } from '../filing/life/event.js';
import type { Entry } from '../model/project.js';
import { alignColumns } from '../encoding/columns.js';
import { UsageError } from './failure.js';
import { exitCodeOf, openSession, printFindings, requireProject } from './session.js';
import type { GlobalOptions, Session } from './session.js';

export interface HistoryFlags extends GlobalOptions {
  readonly format: 'pretty' | 'json';
}

/** Shows the events of a document, from draft to receipt. */
export async function runHistory(name: string, flags: HistoryFlags): Promise<void> {
  const session = await openSession(flags);
  const entry = requireEntry(session, name);
  const { events, diagnostics } = await historyOf(entry, session.disk);
  printFindings(diagnostics, session.loaded.value);
  if (flags.format === 'json') process.stdout.write(`${JSON.stringify(events, null, 2)}\n`);
  else process.stdout.write(`${entry.id}　${entry.kind.label}\n\n${table(events)}`);
  process.exitCode = exitCodeOf(diagnostics, false);
}

/** The document with this name. Throws `UsageError` if there is none. */
export function requireEntry(session: Session, name: string): Entry {
  const entry = findEntry(requireProject(session), name);
  if (entry) return entry;
  throw new UsageError(`没有“${name}”这份文件。写成 units/单位/文件名 的样子，例如 units/luwan/plan。`);
}

function table(events: readonly LifeEvent[]): string {
  if (events.length === 0) return '还没有经过。用 hongtou record 来记。\n';
  const rows = events.map((event) => [
    `第${event.version}版`,
    event.date,
    event.act,
    [event.organ, event.person, event.meeting, event.number, event.audience].filter((text) => text !== '').join('，'),
    [event.reason, event.note].filter((text) => text !== '').join('；'),
    event.register,
  ]);
  const header = ['版本', '日期', '事项', '何人、何处', '说明', '登记号'];
  return `${alignColumns([header, ...rows]).join('\n')}\n`;
}
