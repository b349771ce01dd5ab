import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the installed program, with its templates and schemas. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

export const version = manifest.version;
