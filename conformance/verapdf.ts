import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { allMustPass, pathsOf, type Built, type Judge, type Row } from './judge.js';
import { jar, verapdfMissing } from './setup.js';

/** The parts of veraPDF's JSON report that this module reads. */
interface Report {
  readonly report: { readonly jobs: readonly Job[] };
}
interface Job {
  readonly itemDetails: { readonly name: string };
  /** One for each standard that the file declares; absent if the file could not be read. */
  readonly validationResult?: readonly Validation[];
}
interface Validation {
  readonly profileName: string;
  readonly compliant: boolean;
  readonly details: { readonly ruleSummaries: readonly RuleSummary[] };
}
interface RuleSummary {
  readonly clause: string;
  readonly testNumber: number;
  readonly failedChecks: number;
  readonly description: string;
}

/** For each row, the prefix of the name of veraPDF's profile. */
const PROFILES = { 'PDF/A-2a': 'PDF/A-2A ', 'PDF/UA-1': 'PDF/UA-1 ' } as const;
const names = Object.keys(PROFILES) as readonly (keyof typeof PROFILES)[];

/** Validates all PDFs in one run of veraPDF. Each file must declare and meet both standards. */
export const verapdf: Judge = {
  names,
  format: 'pdf',
  slow: false,
  missing: verapdfMissing,
  judge: async (built) => {
    const { report } = await validate(pathsOf(built, 'pdf'));
    return names.map((name) => profileRow(name, report.jobs, built));
  },
};

function profileRow(name: keyof typeof PROFILES, jobs: readonly Job[], built: Built): Row {
  const verdicts = jobs.map((job) => ({
    path: relative(built.folder, job.itemDetails.name),
    validation: job.validationResult?.find(({ profileName }) => profileName.startsWith(PROFILES[name])),
  }));
  const passed = verdicts.filter(({ validation }) => validation?.compliant === true).length;
  return allMustPass(name, passed, pathsOf(built, 'pdf').length, findingsOf(verdicts));
}

interface Verdict {
  readonly path: string;
  readonly validation: Validation | undefined;
}

/** The findings by clause: number of files, number of violations, and the first file. */
function findingsOf(verdicts: readonly Verdict[]): readonly string[] {
  const byClause = new Map<string, { paths: string[]; checks: number }>();
  const addFinding = (clause: string, path: string, checks: number): void => {
    const found = byClause.get(clause) ?? { paths: [], checks: 0 };
    byClause.set(clause, { paths: [...found.paths, path], checks: found.checks + checks });
  };
  for (const { path, validation } of verdicts) {
    if (!validation) addFinding('没有写明符合这个标准，或者读不出来', path, 1);
    for (const { clause, testNumber, failedChecks, description } of validation?.details.ruleSummaries ?? []) {
      addFinding(`${clause}-${testNumber} ${description}`, path, failedChecks);
    }
  }
  return [...byClause].map(
    ([clause, { paths, checks }]) => `${paths.length} 份、${checks} 处（如 ${paths[0] ?? ''}）：${clause}`,
  );
}

/** Ignores the exit code: 1 means that a file does not conform, which the report describes in detail. */
async function validate(paths: readonly string[]): Promise<Report> {
  const options = ['--flavour', '0', '--format', 'json', '--maxfailuresdisplayed', '1'];
  const command = ['-cp', await jar(), 'org.verapdf.apps.GreenfieldCliWrapper', ...options, ...paths];
  return JSON.parse(await output('java', command)) as Report;
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
