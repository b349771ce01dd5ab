import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed program, with its templates and schemas. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

export const version = manifest.version;

/** The folders beside the program's own that a repository compiles, and that make no artifact. */
const OTHERS = new Set(['bench', 'conformance']);

/**
 * Tells one state of the program from another: its version, and a digest of its code, because whoever changes the
 * program does not change its version each time, and would be shown what the program before made.
 */
export function programState(): string {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const digest = createHash('sha256');
  for (const file of programFiles(folder)) digest.update(readFileSync(join(folder, file)));
  return `${version}+${digest.digest('hex').slice(0, 16)}`;
}

function programFiles(folder: string): readonly string[] {
  const top = readdirSync(folder).filter((name) => !OTHERS.has(name));
  const below = top.flatMap((name) =>
    name.includes('.')
      ? [name]
      : readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  );
  return below.filter((path) => /\.[jt]s$/.test(path)).sort();
}
