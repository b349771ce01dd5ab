import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import type { Printer } from '../model/ports.js';
import { writeFontconfig } from './browser/fontconfig.js';
import { launchBrowser } from './browser/launch.js';
import { linkFaces } from './browser/linked-faces.js';
import { superviseBrowser, type RunningBrowser } from './browser/supervise.js';
import { MOST_PATIENCE, openTab, type Tab } from './browser/tab.js';
import { cacheFolder } from './cache.js';
import type { FaceSet } from './fonts.js';

export interface PrinterOptions {
  readonly faces: FaceSet;
  /** Documents that are printed at a time. */
  readonly jobs: number;
  /** Path of a browser; without it the environment's `HONGTOU_BROWSER`, then what is found. */
  readonly browser?: string | undefined;
  readonly cache?: string;
  /** How long one document of usual length may take, in milliseconds. */
  readonly timeout?: number;
  /** Names the faces' files in every page, for a browser that does not read fontconfig. */
  readonly linkFaces?: boolean;
}

const TIMEOUT = 120_000;
/** A tab that is handing over its print, or is being given the next page, leaves its processor to another. */
const SPARE = 1;
/** How long a browser may take to say that it is still there, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Starts a browser that sees only the chosen faces, with a tab more than there are jobs. Throws `IoError` where no
 * browser starts.
 */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const cache = options.cache ?? cacheFolder();
  const timeout = options.timeout ?? TIMEOUT;
  const { families } = options.faces;
  const byFile = options.linkFaces ?? process.platform !== 'linux';
  const folders = [...new Set([...families.values()].map((path) => dirname(path)))];
  const fontconfig = byFile ? '' : await writeFontconfig(cache, folders);
  const linked = byFile ? await linkFaces(cache, families) : null;
  const start = async (): Promise<RunningBrowser> => {
    const longest = MOST_PATIENCE * timeout;
    const { browser } = await launchBrowser({ explicit: options.browser, cache, fontconfig, timeout: longest });
    return toRunning(browser, () => openTab(browser, linked, timeout));
  };
  return superviseBrowser(start, options.jobs + SPARE);
}

function toRunning(browser: Browser, open: () => Promise<Tab>): RunningBrowser {
  // A tab that is being opened when the browser dies would wait half a minute for an answer.
  const gone = new Promise<never>((_, reject) => {
    browser.once('disconnected', () => {
      reject(new Error('浏览器退出了'));
    });
  });
  gone.catch(() => undefined);
  // Whoever starts a browser prints soon: the first tab opens while the page is written.
  let first: Promise<Tab> | null = open();
  first.catch(() => undefined);
  const takeTab = (): Promise<Tab> => {
    const tab = first ?? open();
    first = null;
    return tab;
  };
  return {
    isConnected: () => browser.connected,
    answers: () => Promise.race([browser.version().then(yes, no), wait(PATIENCE, false, { ref: false })]),
    openTab: () => Promise.race([takeTab(), gone]),
    close: () => browser.close().catch(() => undefined),
    kill: () => void browser.process()?.kill('SIGKILL'),
  };
}

const yes = (): boolean => true;
const no = (): boolean => false;
