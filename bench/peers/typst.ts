import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { runNode } from '../measure.js';
import { toTypst } from '../reference.js';
import type { Reference } from '../reference.js';
import type { Faces } from './faces.js';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

interface Compiler {
  pdf(source: { readonly mainFileContent: string }): Uint8Array;
  evictCache(age: number): void;
}
interface Typst {
  readonly NodeCompiler: { create(args: object): Compiler };
}

/** Loads the compiler from the folder in BENCH_TYPST or from this project's packages; null if it is in neither. */
export function loadTypst(): Typst | null {
  for (const from of [process.env['BENCH_TYPST'] ?? '', import.meta.dirname].filter((folder) => folder !== '')) {
    try {
      return createRequire(join(from, 'x.js'))(PACKAGE) as Typst;
    } catch {
      continue;
    }
  }
  return null;
}

/** Milliseconds per document, PDF only, in two processes with half of the documents each. Null if Typst is missing. */
export async function measureTypst(
  documents: readonly Reference[],
  faces: Faces,
  folder: string,
): Promise<number | null> {
  if (!loadTypst()) return null;
  await mkdir(folder, { recursive: true });
  const lists = [0, 1].map((half) => documents.filter((_, index) => index % 2 === half));
  const jobs = await Promise.all(
    lists.map(async (list, half) => {
      const job = join(folder, `typst-${half}.json`);
      const sources = list.map((document) => toTypst(document, faces.song, faces.fang, faces.hei));
      await writeFile(job, JSON.stringify({ folders: faces.folders, sources }));
      return job;
    }),
  );
  const started = performance.now();
  await Promise.all(jobs.map((job) => runNode(import.meta.filename, job)));
  return (performance.now() - started) / documents.length;
}

async function compileAll(job: string): Promise<void> {
  const { folders, sources } = JSON.parse(await readFile(job, 'utf8')) as { folders: string[]; sources: string[] };
  const compiler = loadTypst()?.NodeCompiler.create({ fontArgs: [{ fontPaths: folders }] });
  for (const [index, mainFileContent] of sources.entries()) {
    const pdf = compiler?.pdf({ mainFileContent });
    if (pdf) await writeFile(`${job}-${index}.pdf`, pdf);
    compiler?.evictCache(0);
  }
}

if (process.argv[1] === import.meta.filename) await compileAll(process.argv[2] ?? '');
