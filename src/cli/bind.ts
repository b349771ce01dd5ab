import { join, resolve } from 'node:path';
import type { Format } from '../app/build/formats.js';
import { unknownNames } from '../app/workspace/selection.js';
import { planRequest } from '../app/volumes/volume-request.js';
import { bindSelection } from '../app/volumes/bind-selection.js';
import type { BindResult } from '../app/volumes/bind-selection.js';
import { openDisk } from '../host/disk.js';
import { createToolchain } from '../host/toolchain.js';
import { EXIT, UsageError } from './failure.js';
import { exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions } from './session.js';

export interface BindFlags extends GlobalOptions {
  readonly out: string;
  readonly unit?: readonly string[];
  readonly kind?: readonly string[];
  readonly title?: string;
  readonly organ?: string;
  readonly date?: string;
  readonly draft?: boolean;
  readonly twoSided?: boolean;
  readonly format: readonly Format[];
}

/** Runs `bind`: binds the documents of a selection into one volume. */
export async function runBind(flags: BindFlags): Promise<void> {
  const { disk, loaded } = await openSession(flags);
  const project = loaded.value;
  if (!project) {
    printFindings(loaded.diagnostics, loaded);
    process.exitCode = EXIT.content;
    return;
  }
  const selection = { kinds: flags.kind ?? [], units: flags.unit ?? [] };
  if (selection.kinds.length + selection.units.length === 0) {
    throw new UsageError('没有说明收哪些文件：用 --kind 写文种，用 --unit 写单位，两样可以都写。');
  }
  const misnamed = unknownNames(project, { ...selection, shard: null });
  if (misnamed.length > 0) {
    printFindings(misnamed, project);
    process.exitCode = EXIT.environment;
    return;
  }
  const { title = '', organ = '', date = '', draft = false, twoSided = false } = flags;
  const plan = planRequest({ ...selection, title, organ, date, drafts: draft, twoSided }, project);
  const folder = resolve(flags.workspace, flags.out);
  const disks = { disk, out: await openDisk(folder, { create: true }) };
  const toolchain = createToolchain({ workspace: flags.workspace, jobs: 1 });
  const result = await bindSelection(plan, project, loaded.diagnostics, disks, toolchain, flags.format);
  printFindings(result.diagnostics, project);
  process.stdout.write(summaryOf(result, plan.title, flags.out));
  process.exitCode = result.equipped ? exitCodeOf(result.diagnostics, false) : EXIT.environment;
}

function summaryOf({ paths, documents, pages }: BindResult, title: string, folder: string): string {
  if (paths.length === 0) return '';
  const files = paths.map((path) => join(folder, path)).join('\n');
  return `《${title}》收 ${documents} 份文件，共 ${pages} 页：\n${files}\n`;
}
