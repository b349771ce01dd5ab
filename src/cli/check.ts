import { fixWorkspace, writeFixes } from '../app/check/fix.js';
import type { FileFix } from '../app/check/fix.js';
import { ruleTexts } from '../app/explain/rule-texts.js';
import { selectEntries, unknownNames } from '../app/workspace/selection.js';
import { openDisk } from '../host/disk.js';
import { packageRoot, version } from '../host/package.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import { unifiedDiff } from '../report/diff.js';
import { writeJson } from '../report/json.js';
import { writeSarif } from '../report/sarif.js';
import { EXIT, UsageError } from './failure.js';
import { countFindings, exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions } from './session.js';

interface CheckOptions extends GlobalOptions {
  readonly unit?: readonly string[];
  readonly format: 'pretty' | 'json' | 'sarif';
  readonly strict?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

export async function runCheck(options: CheckOptions): Promise<void> {
  if (options.dryRun === true && options.fix !== true) throw new UsageError('--dry-run 要与 --fix 合用。');
  const units = options.unit ?? [];
  const isIncluded = (path: string): boolean =>
    units.length === 0 || units.some((unit) => path.startsWith(`content/units/${unit}/`));
  if (options.fix === true) await applyFixes(options, isIncluded);
  const { value: project, diagnostics, sources } = (await openSession(options)).loaded;
  // Without a valid campaign file nothing else is checked, and its findings concern every unit.
  if (!project) {
    report(diagnostics, sources, 0, options);
    process.exitCode = exitCodeOf(diagnostics, options.strict === true);
    return;
  }
  const selection = { units, kinds: [], shard: null };
  const misnamed = unknownNames(project, selection);
  const findings = [...misnamed, ...diagnostics.filter(({ span }) => isIncluded(span?.path ?? ''))];
  report(findings, sources, selectEntries(project, selection).length, options);
  process.exitCode = misnamed.length > 0 ? EXIT.environment : exitCodeOf(findings, options.strict === true);
}

function report(
  findings: readonly Diagnostic[],
  sources: Project['sources'],
  documents: number,
  { format }: CheckOptions,
): void {
  switch (format) {
    case 'json':
      process.stdout.write(writeJson(findings, sources));
      return;
    case 'sarif':
      process.stdout.write(writeSarif(findings, sources, { version, rules: ruleTexts }));
      return;
    case 'pretty':
      printFindings(findings, { sources });
      process.stdout.write(`检查完毕：${documents} 份文件，${countFindings(findings)}\n`);
  }
}

/** Applies or shows the fixes. With a machine-readable format they go to standard error. */
async function applyFixes(options: CheckOptions, isIncluded: (path: string) => boolean): Promise<void> {
  const workspace = await openDisk(options.workspace);
  const fixes = await fixWorkspace(workspace, await openDisk(packageRoot), isIncluded);
  const stream = options.format === 'pretty' ? process.stdout : process.stderr;
  if (options.dryRun === true) stream.write(fixes.map((fix) => unifiedDiff(fix.path, fix.before, fix.after)).join(''));
  else await writeFixes(workspace, fixes);
  stream.write(summaryOf(fixes, options.dryRun === true));
}

function summaryOf(fixes: readonly FileFix[], dryRun: boolean): string {
  const places = fixes.reduce((sum, { count }) => sum + count, 0);
  if (places === 0) return '没有可以自动改的地方。\n';
  const lines = fixes.map(({ path, count }) => `  ${path}：${count} 处\n`);
  return `${dryRun ? '可以改（没有写文件）' : '已改好'} ${places} 处：\n${lines.join('')}`;
}
