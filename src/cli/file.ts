import { resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { FILED_FORMATS } from '../app/filing/filed-formats.js';
import { createRenderer } from '../app/filing/render.js';
import { fileProject } from '../app/filing/file-documents.js';
import type { FilingResult } from '../app/filing/file-documents.js';
import { planFilings } from '../app/filing/filing-plan.js';
import type { FilingOptions } from '../app/filing/filing-plan.js';
import { buildProject } from '../app/build/build-project.js';
import { selectionOf, unknownNames } from '../app/workspace/selection.js';
import { openDisk } from '../host/disk.js';
import { systemClock } from '../host/clock.js';
import { toIoError } from '../host/io-error.js';
import { openLog } from '../host/log.js';
import { createToolchain } from '../host/toolchain.js';
import { openArchiveStore } from '../host/archive-store.js';
import { readSigningKey } from '../host/signing-keys.js';
import { isCalendarDate } from '../campaign/dates.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SigningKey } from '../model/ports.js';
import { pathsOf } from '../model/project.js';
import type { Entry, Project } from '../model/project.js';
import { styles } from '../layout/styles.js';
import { EXIT, UsageError } from './failure.js';
import { countFindings, exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions, Session } from './session.js';

export interface FileFlags extends GlobalOptions {
  readonly out: string;
  readonly archive: string;
  readonly unit?: readonly string[];
  readonly kind?: readonly string[];
  readonly all?: boolean;
  readonly batch?: boolean;
  readonly to?: string;
  readonly on?: string;
  readonly sign?: string;
}

/** Builds the documents to be filed, then creates and registers their packages. */
export async function runFile(flags: FileFlags): Promise<void> {
  const options = toOptions(flags);
  const signingKey = await readKey(flags.sign);
  const session = await openSession(flags);
  const project = session.loaded.value;
  const misnamed = project ? unknownNames(project, options) : [];
  if (!project || misnamed.length > 0) {
    printFindings(project ? misnamed : session.loaded.diagnostics, project);
    process.exitCode = project ? EXIT.environment : EXIT.content;
    return;
  }
  const result = await buildAndFile(project, session, flags, options, signingKey);
  if (!result) {
    process.exitCode = EXIT.environment;
    return;
  }
  printFindings(result.diagnostics, project);
  process.stdout.write(summaryOf(result));
  process.exitCode = result.failed > 0 ? EXIT.content : exitCodeOf(result.diagnostics, false);
}

function toOptions(flags: FileFlags): FilingOptions {
  const on = flags.on ?? '';
  if (on !== '' && !isCalendarDate(on))
    throw new UsageError(`--on 后面的“${on}”不是日历上有的日期，写成 2026-07-03 的样子。`);
  return {
    units: flags.unit ?? [],
    kinds: flags.kind ?? [],
    shard: null,
    all: flags.all === true,
    batch: flags.batch === true,
    to: flags.to ?? '',
    on,
  };
}

async function readKey(path: string | undefined): Promise<SigningKey | null> {
  if (path === undefined) return null;
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    throw toIoError(path, error);
  });
  const key = readSigningKey(pem);
  if (key) return key;
  throw new UsageError(`${path} 里没有 Ed25519 私钥。可以这样做一把：openssl genpkey -algorithm ed25519 -out 私钥.pem`);
}

async function buildAndFile(
  project: Project,
  { disk, loaded }: Session,
  flags: FileFlags,
  options: FilingOptions,
  signingKey: SigningKey | null,
): Promise<FilingResult | null> {
  const jobs = availableParallelism();
  const log = openLog();
  const toolchain = createToolchain({ workspace: flags.workspace, jobs, log });
  const out = await openDisk(resolve(flags.workspace, flags.out), { create: true });
  const archive = await openArchiveStore(resolve(flags.workspace, flags.archive), {
    onWait: (holder) => log.line(`另一个备案正在进行（${holder}），等它做完……`),
  });
  const entries = planFilings(project, options).flatMap((plan) => plan.entries);
  const ports = { disk, out, clock: systemClock, log };
  if (entries.length > 0) {
    const built = await buildProject(project, loaded.diagnostics, ports, toolchain, {
      ...selectionOf(entries),
      formats: FILED_FORMATS,
      jobs,
      force: false,
    });
    printFindings([...blockingErrors(entries, loaded.diagnostics), ...built.diagnostics], project);
    if (!built.equipped) return null;
  }
  const renderer = createRenderer(project, styles[project.campaign.layout.geometry], toolchain);
  try {
    const today = (): string => systemClock.today();
    return await fileProject(
      project,
      { disk, out, archive, render: renderer.render, renderStamps: renderer.renderStamps, today, signingKey },
      options,
    );
  } finally {
    await renderer.close();
  }
}

/** Errors in the files of the documents to be filed: the reasons why a document was not built. */
function blockingErrors(entries: readonly Entry[], findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const paths = new Set(entries.flatMap(pathsOf));
  return findings.filter(({ severity, span }) => severity === 'error' && paths.has(span?.path ?? ''));
}

function summaryOf(result: FilingResult): string {
  const lines = [
    ...result.filed.map(({ id, items, date, digest }) => `已报出 ${id}（${items} 件，${date}）\n  包摘要 ${digest}`),
    ...result.alreadyFiled.map((id) => `以前已报出 ${id}，没有再做`),
    `报出 ${result.filed.length} 包，以前已报 ${result.alreadyFiled.length} 包，失败 ${result.failed} 包，涉密只登记文号 ${result.classified} 份；${countFindings(result.diagnostics)}`,
  ];
  return `${lines.join('\n')}\n`;
}
