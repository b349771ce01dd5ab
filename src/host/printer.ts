import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import type { Printer } from '../model/ports.js';
import { writeFontconfig } from './browser/fontconfig.js';
import { launchBrowser } from './browser/launch.js';
import { linkFaces } from './browser/linked-faces.js';
import { superviseBrowser, type RunningBrowser } from './browser/supervise.js';
import { MAX_TIMEOUT_FACTOR, openTab, type Tab } from './browser/tab.js';
import { cacheFolder } from './cache.js';
import type { FaceSet } from './fonts.js';

export interface PrinterOptions {
  readonly faces: FaceSet;
  /** Number of documents printed in parallel. */
  readonly jobs: number;
  /** Path of a browser. Default: `HONGTOU_BROWSER`, then the first browser found. */
  readonly browser?: string | undefined;
  readonly cache?: string;
  /** Timeout for a document of usual length, in milliseconds. */
  readonly timeout?: number;
  /** Links the font files in every page, for browsers that do not use fontconfig. */
  readonly linkFaces?: boolean;
}

const TIMEOUT_MS = 120_000;
/** Additional tabs, which use the processor while another tab transfers data. */
const SPARE_TABS = 1;
/** Timeout of the check whether a browser still responds. */
const RESPONSE_TIMEOUT_MS = 5_000;

/**
 * Starts a browser that sees only the chosen faces, with one tab more than jobs. Throws `IoError` if no browser starts.
 */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const cache = options.cache ?? cacheFolder();
  const timeout = options.timeout ?? TIMEOUT_MS;
  const { families } = options.faces;
  const linksFaces = options.linkFaces ?? process.platform !== 'linux';
  const folders = [...new Set([...families.values()].map((path) => dirname(path)))];
  const fontconfig = linksFaces ? '' : await writeFontconfig(cache, folders);
  const linked = linksFaces ? await linkFaces(cache, families) : null;
  const start = async (): Promise<RunningBrowser> => {
    const maxTimeout = MAX_TIMEOUT_FACTOR * timeout;
    const { browser } = await launchBrowser({ explicit: options.browser, cache, fontconfig, timeout: maxTimeout });
    return toRunning(browser, () => openTab(browser, linked, timeout));
  };
  return superviseBrowser(start, options.jobs + SPARE_TABS);
}

function toRunning(browser: Browser, open: () => Promise<Tab>): RunningBrowser {
  // Without this, opening a tab while the browser crashes would wait half a minute for a response.
  const disconnected = new Promise<never>((_, reject) => {
    browser.once('disconnected', () => {
      reject(new Error('浏览器退出了'));
    });
  });
  disconnected.catch(() => undefined);
  // The first tab is opened early, while the first page is being written.
  let first: Promise<Tab> | null = open();
  first.catch(() => undefined);
  const takeTab = (): Promise<Tab> => {
    const tab = first ?? open();
    first = null;
    return tab;
  };
  return {
    isConnected: () => browser.connected,
    answers: () => Promise.race([browser.version().then(yes, no), wait(RESPONSE_TIMEOUT_MS, false, { ref: false })]),
    openTab: () => Promise.race([takeTab(), disconnected]),
    close: () => browser.close().catch(() => undefined),
    kill: () => void browser.process()?.kill('SIGKILL'),
  };
}

const yes = (): boolean => true;
const no = (): boolean => false;
