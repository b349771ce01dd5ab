import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provision } from '../cache.js';

/**
 * Writes a fontconfig file that lists only the given folders of faces, and returns its path. The browser then sees only
 * the chosen faces, so pages are the same on every machine, and no page has to load font files.
 */
export async function writeFontconfig(cache: string, folders: readonly string[]): Promise<string> {
  const fontCache = join(cache, 'fontconfig-sums');
  await mkdir(fontCache, { recursive: true });
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(fontCache)}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
  const key = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const folder = await provision(cache, `fontconfig-${key}`, (target) => writeFile(join(target, 'fonts.conf'), text));
  return join(folder, 'fonts.conf');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
