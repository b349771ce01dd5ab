import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The root folder of the installed program. It is searched for, since its distance depends on bundling. */
export const packageRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly version: string };

export const version = manifest.version;

/** Compiled folders of the repository that do not affect artifacts. */
const EXCLUDED_FOLDERS = new Set(['bench', 'conformance']);
/** The folder of the bundled command. If it exists, the unbundled modules beside it are ignored. */
const CHUNKS = 'chunks';

/**
 * Identifies the program for cache keys: its version and a digest of its code, since the code may change without a new
 * version.
 */
export function programVersion(): string {
  const [top = ''] = relative(packageRoot, import.meta.dirname).split(sep);
  const folder = join(packageRoot, top);
  const digest = createHash('sha256');
  for (const file of programFiles(folder)) digest.update(readFileSync(join(folder, file)));
  return `${version}+${digest.digest('hex').slice(0, 16)}`;
}

function programFiles(folder: string): readonly string[] {
  const names = readdirSync(folder);
  const top = names.includes(CHUNKS) ? ['cli.js', CHUNKS] : names.filter((name) => !EXCLUDED_FOLDERS.has(name));
  const below = top.flatMap((name) =>
    name.includes('.')
      ? [name]
      : readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  );
  return below.filter((path) => /\.[jt]s$/.test(path)).sort();
}
