import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The folder of the installed program, with its templates and schemas; how deep below it this code lies, bundling decides. */
export const packageRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly version: string };

export const version = manifest.version;

/** The folders beside the program's own that a repository compiles, and that make no artifact. */
const OTHERS = new Set(['bench', 'conformance']);
/** Where the command lies as it is shipped; the single modules beside it then do not count. */
const CHUNKS = 'chunks';

/**
 * Tells one state of the program from another: its version, and a digest of its code, because whoever changes the
 * program does not change its version each time, and would be shown what the program before made.
 */
export function programState(): string {
  const [top = ''] = relative(packageRoot, import.meta.dirname).split(sep);
  const folder = join(packageRoot, top);
  const digest = createHash('sha256');
  for (const file of programFiles(folder)) digest.update(readFileSync(join(folder, file)));
  return `${version}+${digest.digest('hex').slice(0, 16)}`;
}

function programFiles(folder: string): readonly string[] {
  const names = readdirSync(folder);
  const top = names.includes(CHUNKS) ? ['cli.js', CHUNKS] : names.filter((name) => !OTHERS.has(name));
  const below = top.flatMap((name) =>
    name.includes('.')
      ? [name]
      : readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  );
  return below.filter((path) => /\.[jt]s$/.test(path)).sort();
}
