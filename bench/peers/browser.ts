import { homedir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser } from 'puppeteer-core';
import { toHtml } from '../reference.js';
import type { Reference } from '../reference.js';
import type { Faces } from './faces.js';

interface Launch {
  readonly launchBrowser: (options: object) => Promise<{ readonly browser: Browser }>;
}
interface Fontconfig {
  readonly writeFontconfig: (cache: string, folders: readonly string[]) => Promise<string>;
}

/** Milliseconds per document, PDF only, with a new browser for each; browser and fonts are those of the program. */
export async function measureBrowsers(documents: readonly Reference[], faces: Faces): Promise<number> {
  const { launchBrowser } = (await import(new URL('../../host/browser/launch.js', import.meta.url).href)) as Launch;
  const { writeFontconfig } = (await import(
    new URL('../../host/browser/fontconfig.js', import.meta.url).href
  )) as Fontconfig;
  const cache = process.env['HONGTOU_CACHE'] ?? join(homedir(), '.cache', 'hongtou');
  const fontconfig = await writeFontconfig(cache, faces.folders);
  const pages = documents.map((document) => toHtml(document, faces.song, faces.fang, faces.hei));
  const started = performance.now();
  for (const html of pages) {
    const { browser } = await launchBrowser({ cache, fontconfig, timeout: 60_000 });
    const page = await browser.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    await page.pdf({ preferCSSPageSize: true });
    await browser.close();
  }
  return (performance.now() - started) / documents.length;
}
