import { dirname } from 'node:path';
import type { Browser } from 'puppeteer';
import { IoError, type Printer, type PrintJob, type Printed } from '../model/ports.js';
import { writeFontconfig } from './browser/fontconfig.js';
import { launchBrowser } from './browser/launch.js';
import { linkFaces, type LinkedFaces } from './browser/linked-faces.js';
import { openTab, type Tab } from './browser/tab.js';
import { cacheFolder } from './cache.js';
import type { FaceSet } from './fonts.js';
import { ROLES } from './font/roles.js';

export interface PrinterOptions {
  readonly faces: FaceSet;
  /** Documents that are printed at a time. */
  readonly jobs: number;
  /** Path of a browser; without it the environment's `HONGTOU_BROWSER`, then what is found. */
  readonly browser?: string | undefined;
  readonly cache?: string;
  /** How long one document may take, in milliseconds. */
  readonly timeout?: number;
  /** Names the faces' files in every page, for a browser that does not read fontconfig. */
  readonly linkFaces?: boolean;
}

const TIMEOUT = 120_000;
/** A crash may be the machine's bad moment; the second one is the document's fault. */
const ATTEMPTS = 2;

/**
 * Starts a browser that sees only the chosen faces, with as many tabs as there are jobs; each prints one document after
 * another. A browser or a tab that dies is replaced once for a document. Throws `IoError` where no browser starts.
 */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const launch = await prepareLaunch(options);
  let running = launch.start();
  await running;
  const idle: Tab[] = [];
  const waiting: (() => void)[] = [];
  let free = Math.max(1, options.jobs);

  const connected = async (): Promise<Browser> => {
    const current = running;
    if ((await current).connected) return current;
    if (running === current) {
      idle.length = 0;
      running = launch.start();
    }
    return running;
  };
  const attempt = async (job: PrintJob): Promise<Printed> => {
    const browser = await connected();
    const tab = idle.pop() ?? (await openTab(browser, launch.linked, launch.timeout));
    try {
      const printed = await tab.print(job);
      idle.push(tab);
      return printed;
    } catch (error) {
      void tab.close();
      throw error;
    }
  };
  return {
    print: async (job) => {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else free -= 1;
      try {
        return await retried(() => attempt(job));
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
    close: async () => {
      await (await running).close().catch(() => undefined);
    },
  };
}

interface Launch {
  readonly linked: LinkedFaces | null;
  readonly timeout: number;
  start(): Promise<Browser>;
}

async function prepareLaunch(options: PrinterOptions): Promise<Launch> {
  const cache = options.cache ?? cacheFolder();
  const timeout = options.timeout ?? TIMEOUT;
  const { table, files } = options.faces;
  const byFile = options.linkFaces ?? process.platform !== 'linux';
  const folders = [...new Set(ROLES.map((role) => dirname(files[role])))];
  const fontconfig = byFile ? '' : await writeFontconfig(cache, folders);
  const families = new Map(ROLES.map((role) => [table[role].family, files[role]]));
  const linked = byFile ? await linkFaces(cache, families) : null;
  return {
    linked,
    timeout,
    start: async () => (await launchBrowser({ explicit: options.browser, cache, fontconfig, timeout })).browser,
  };
}

async function retried(work: () => Promise<Printed>): Promise<Printed> {
  let failure: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof IoError) throw error;
      failure = error;
    }
  }
  const reason = failure instanceof Error ? failure.message.split('\n')[0] : String(failure);
  throw new IoError(
    '',
    `浏览器没能排出这份文件：${reason ?? ''}。请再运行一次；仍不行，运行 hongtou doctor 查看浏览器。`,
    {
      cause: failure,
    },
  );
}
