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
  const isAbout = (path: string): boolean =>
    units.length === 0 || units.some((unit) => path.startsWith(`content/units/${unit}/`));
  if (options.fix === true) await applyFixes(options, isAbout);
  const { value: project, diagnostics, sources } = (await openSession(options)).loaded;
  // Without a sound campaign nothing was looked at, and what is wrong with it concerns every unit.
  if (!project) {
    report(diagnostics, sources, 0, options);
    process.exitCode = exitCodeOf(diagnostics, options.strict === true);
    return;
  }
  const selection = { units, kinds: [], shard: null };
  const misnamed = unknownNames(project, selection);
  const findings = [...misnamed, ...diagnostics.filter(({ span }) => isAbout(span?.path ?? ''))];
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

/** What was or would be mended goes to standard error where standard output is for programs. */
async function applyFixes(options: CheckOptions, isAbout: (path: string) => boolean): Promise<void> {
  const workspace = await openDisk(options.workspace);
  const mends = await fixWorkspace(workspace, await openDisk(packageRoot), isAbout);
  const stream = options.format === 'pretty' ? process.stdout : process.stderr;
  if (options.dryRun === true) stream.write(mends.map((one) => unifiedDiff(one.path, one.before, one.after)).join(''));
  else await writeFixes(workspace, mends);
  stream.write(summaryOf(mends, options.dryRun === true));
}

function summaryOf(mends: readonly FileFix[], dryRun: boolean): string {
  const places = mends.reduce((sum, { count }) => sum + count, 0);
  if (places === 0) return '没有可以自动改的地方。\n';
  const lines = mends.map(({ path, count }) => `  ${path}：${count} 处\n`);
  return `${dryRun ? '可以改（没有写文件）' : '已改好'} ${places} 处：\n${lines.join('')}`;
}
