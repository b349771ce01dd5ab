import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { prepareImport, writeImport } from '../app/import/import-file.js';
import type { PreparedImport } from '../app/import/import-file.js';
import { openDisk } from '../host/disk.js';
import { toIoError } from '../host/io-error.js';
import { packageRoot } from '../host/package.js';
import { coloured, plain, writePretty } from '../report/pretty.js';
import { EXIT, UsageError } from './failure.js';
import { countFindings, exitCodeOf, openSession, printFindings, requireProject } from './session.js';
import type { GlobalOptions } from './session.js';

interface ImportOptions extends GlobalOptions {
  readonly unit: string;
  readonly kind?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Limits high enough to show all findings, so that the table can be corrected in one pass. */
const SHOW_ALL = { perFile: 1000, inAll: 5000 } as const;

/** Imports a workbook or a CSV file into a unit's content. Existing lists are replaced only with `--force`. */
export async function runImport(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw toIoError(file, error);
  });
  const session = await openSession(options);
  const [project, disk] = [requireProject(session), session.disk];
  const request = { file: basename(file), bytes, unit: options.unit, kind: options.kind ?? '' };
  const result = await prepareImport(project, disk, await openDisk(packageRoot), request);
  if (typeof result === 'string') throw new UsageError(result);
  report(result);
  await applyImport(result, disk, options);
}

function report({ findings, checks, sources }: PreparedImport): void {
  const paint = process.stderr.isTTY && !process.env['NO_COLOR'] ? coloured : plain;
  if (findings.length > 0) process.stderr.write(`${writePretty(findings, new Map(), paint, SHOW_ALL)}\n\n`);
  // Warnings about a new draft's missing fields are omitted here: they would hide the problems of the table.
  printFindings(
    checks.filter(({ severity, span }) => severity === 'error' || span?.path.endsWith('.csv')),
    { sources },
  );
}

type Workspace = Parameters<typeof writeImport>[0];

async function applyImport(result: PreparedImport, disk: Workspace, { force, dryRun }: ImportOptions): Promise<void> {
  const { lists, files, replaced, findings, checks } = result;
  if (lists.length === 0) throw new UsageError('没有可以导入的内容，什么也没有写。');
  const summary = lists.map(({ list, sheets, records }) => {
    return `  ${list.kind.label}的“${list.label}”：${records.length}条，取自“${sheets.join('”“')}”表\n`;
  });
  process.stdout.write(`读到：\n${summary.join('')}`);
  const verdict = `没有导入的和要核对的：${countFindings([...findings, ...checks])}\n`;
  if (dryRun === true) {
    for (const { path, before, text } of files)
      process.stdout.write(
        `${before === null ? '会新建' : '会改动'} ${path}：\n${text.replace(/^/gm, '  ').trimEnd()}\n`,
      );
    process.stdout.write(`${files.length === 0 ? '与现有内容相同，不用写。\n' : ''}${verdict}`);
  } else if (replaced.length > 0 && force !== true) {
    process.stdout.write(`已经有了，没有改动任何文件：\n${replaced.map((name) => `  ${name}\n`).join('')}`);
    process.stdout.write('确认要用表里的内容替换，加上 --force 再运行一次。\n');
    process.exitCode = EXIT.environment;
    return;
  } else {
    await writeImport(disk, files);
    const lines = files.map(({ path, before }) => `  ${before === null ? '新建' : '改写'} ${path}\n`);
    process.stdout.write(
      `${lines.length === 0 ? '与现有内容相同，不用写。\n' : `已写入：\n${lines.join('')}`}${verdict}`,
    );
  }
  process.exitCode = exitCodeOf([...findings, ...checks], false);
}
