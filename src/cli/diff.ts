import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compareVersions } from '../app/filing/history.js';
import { writeDiffPage } from '../filing/diff/page.js';
import type { Change, Segment } from '../filing/diff/changes.js';
import { openDisk } from '../host/disk.js';
import { toIoError } from '../host/io-error.js';
import { UsageError } from './failure.js';
import { requireEntry } from './history.js';
import { openSession, requireProject } from './session.js';
import type { GlobalOptions } from './session.js';

export interface DiffFlags extends GlobalOptions {
  readonly archive: string;
  readonly html?: string;
}

/** Shows the changes between two versions of a document, in the terminal or as a web page. */
export async function runDiff(name: string, before: string, after: string, flags: DiffFlags): Promise<void> {
  const session = await openSession(flags);
  const entry = requireEntry(session, name);
  const archive = await openDisk(resolve(flags.workspace, flags.archive));
  const [from, to] = [versionNo(before), versionNo(after)];
  const changes = await compareVersions(requireProject(session), entry, archive, from, to);
  if (typeof changes === 'string') throw new UsageError(`${changes}。`);
  const title = `${entry.kind.label}：第${from}版与第${to}版`;
  if (flags.html === undefined) {
    process.stdout.write(`${title}，改动 ${changes.length} 处\n\n${changes.map(changeText).join('\n\n')}\n`);
    return;
  }
  const page = writeDiffPage(title, `第${from}版`, `第${to}版`, changes);
  await writeFile(flags.html, page).catch((error: unknown) => {
    throw toIoError(flags.html ?? '', error);
  });
  process.stdout.write(`${title}，改动 ${changes.length} 处，写在 ${flags.html}\n`);
}

function versionNo(text: string): number {
  const no = Number(/^[vV第]?(\d+)版?$/.exec(text)?.[1]);
  if (no >= 1) return no;
  throw new UsageError(`版本“${text}”写成 1 或 v1 的样子。`);
}

function changeText(change: Change): string {
  switch (change.kind) {
    case 'removed':
      return paint('removed', `- ${change.before}`);
    case 'added':
      return paint('added', `+ ${change.after}`);
    case 'changed':
      return `${line('-', change.stretches, 'added')}\n${line('+', change.stretches, 'removed')}`;
  }
}

/** One side of a change. Without colour, brackets show the changes within a passage. */
function line(sign: string, stretches: readonly Segment[], hidden: Segment['kind']): string {
  const text = stretches
    .filter(({ kind }) => kind !== hidden)
    .map((stretch) => (stretch.kind === 'same' ? stretch.text : bracket(stretch)))
    .join('');
  return `${sign} ${text}`;
}

function bracket({ kind, text }: Segment): string {
  return isColoured() ? paint(kind, text) : `【${text}】`;
}

function paint(kind: Segment['kind'], text: string): string {
  return isColoured() ? `\u001b[${kind === 'removed' ? 31 : 32}m${text}\u001b[0m` : text;
}

function isColoured(): boolean {
  return process.stdout.isTTY && !process.env['NO_COLOR'];
}
