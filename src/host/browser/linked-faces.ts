import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provision } from '../cache.js';

/** How a page reaches faces by their files, where the browser does not read fontconfig (macOS, Windows). */
export interface LinkedFaces {
  /** A blank page from disk: only a page that is a file itself may load files. */
  readonly start: string;
  /** The only requests that are answered: the blank page and the faces. */
  readonly allowed: ReadonlySet<string>;
  readonly styles: string;
}

/** A face from a file is fetched when something that is shown asks for it, and must be there before the page is printed. */
const SHOWN = '* { content-visibility: visible !important; }';

/** Style rules for families that are files. Slower by what it takes to load a face for every page, but the same faces. */
export async function linkFaces(cache: string, files: ReadonlyMap<string, string>): Promise<LinkedFaces> {
  const folder = await provision(cache, 'blank-page', (into) => writeFile(join(into, 'blank.html'), '<!doctype html>'));
  const start = pathToFileURL(join(folder, 'blank.html')).href;
  const urls = [...files].map(([family, path]) => [family, pathToFileURL(path).href] as const);
  const rules = urls.map(([family, url]) => `@font-face { font-family: "${family}"; src: url("${url}"); }`);
  return {
    start,
    allowed: new Set([start, ...urls.map(([, url]) => url)]),
    styles: `<style>${[...rules, SHOWN].join('\n')}</style>`,
  };
}
