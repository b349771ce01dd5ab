import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { PrintJob, Printed } from '../../model/ports.js';
import type { LinkedFaces } from './linked-faces.js';
import { countPages, pinDates } from './pdf.js';

/** Length of HTML, in characters, up to which the base timeout applies. Longer pages get a proportional timeout. */
const BASE_LENGTH = 400_000;
/** The maximum factor by which a long page extends the timeout. */
export const MAX_TIMEOUT_FACTOR = 10;

/** A browser tab that prints one document after another. */
export interface Tab {
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/**
 * Opens a tab with the page's scripts disabled and all requests blocked except those for `linked` faces. `data:` URLs
 * make no requests.
 */
export async function openTab(browser: Browser, linked: LinkedFaces | null, timeout: number): Promise<Tab> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  page.setDefaultTimeout(MAX_TIMEOUT_FACTOR * timeout);
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = linked?.allowed.has(request.url()) === true ? request.continue() : request.abort();
    answer.catch(() => undefined);
  });
  if (linked) await page.goto(linked.start);
  return {
    print: (job) => {
      const html = withStyles(job.html, linked?.styles ?? '');
      return withTimeout(printPage(page, session, { ...job, html }), timeout * timeoutFactor(html));
    },
    close: () => page.close().catch(() => undefined),
  };
}

function timeoutFactor(html: string): number {
  return Math.min(MAX_TIMEOUT_FACTOR, Math.max(1, html.length / BASE_LENGTH));
}

/** Inserts styles after the doctype, which must come first to avoid quirks mode. */
function withStyles(html: string, styles: string): string {
  return styles === '' ? html : html.replace(/^\s*(<!doctype[^>]*>)?/i, (doctype) => doctype + styles);
}

/**
 * Options of `Page.printToPDF`. The PDF is returned in one response. The driver's own method uses a stream, for which
 * the browser writes a file and reads it back in chunks.
 */
const PRINT_OPTIONS = {
  transferMode: 'ReturnAsBase64',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
} as const;

async function printPage(page: Page, session: CDPSession, job: PrintJob): Promise<Printed> {
  await page.setContent(job.html, { waitUntil: 'load' });
  // One message for both, since each round trip costs time while the processors are busy.
  await page.evaluate(`document.fonts.ready.then(() => (${job.afterLoad || 'undefined'}))`);
  const { data } = await session.send('Page.printToPDF', PRINT_OPTIONS);
  const pdf = Buffer.from(data, 'base64');
  return { pdf: pinDates(pdf), pages: countPages(pdf) };
}

async function withTimeout<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`超过 ${Math.round(timeout / 1000)} 秒没有完成`));
    }, timeout);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
