import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provision } from '../cache.js';

/** Access to faces by `@font-face` rules, for browsers that do not use fontconfig (macOS, Windows). */
export interface LinkedFaces {
  /** URL of a blank page on disk, since only a `file:` page may load `file:` fonts. */
  readonly start: string;
  /** The only URLs that may be requested: the blank page and the faces. */
  readonly allowed: ReadonlySet<string>;
  readonly styles: string;
}

/** Lays out all content before printing, so that the browser loads every face that it needs in time. */
const LAY_OUT_ALL = '* { content-visibility: visible !important; }';

/** Writes `@font-face` rules for families. Slower than fontconfig, since every page loads its faces. */
export async function linkFaces(cache: string, files: ReadonlyMap<string, string>): Promise<LinkedFaces> {
  const folder = await provision(cache, 'blank-page', (target) =>
    writeFile(join(target, 'blank.html'), '<!doctype html>'),
  );
  const start = pathToFileURL(join(folder, 'blank.html')).href;
  const urls = [...files].map(([family, path]) => [family, pathToFileURL(path).href] as const);
  const rules = urls.map(([family, url]) => `@font-face { font-family: "${family}"; src: url("${url}"); }`);
  return {
    start,
    allowed: new Set([start, ...urls.map(([, url]) => url)]),
    styles: `<style>${[...rules, LAY_OUT_ALL].join('\n')}</style>`,
  };
}
