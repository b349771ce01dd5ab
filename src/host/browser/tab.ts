import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { PrintJob, Printed } from '../../model/ports.js';
import type { LinkedFaces } from './linked-faces.js';
import { countPages, pinDates } from './pdf.js';

/** A page of so many characters may take as long as is allowed; a longer one, such as a volume, in proportion. */
const USUAL_LENGTH = 400_000;
/** How many times as long the longest may take. */
export const MOST_PATIENCE = 10;

/** A page of the browser in which one document after another is laid out. */
export interface Tab {
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/**
 * Opens a tab in which the page's scripts are off and every request but those for `linked` faces is refused; `data:`
 * URLs make no request.
 */
export async function openTab(browser: Browser, linked: LinkedFaces | null, timeout: number): Promise<Tab> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  page.setDefaultTimeout(MOST_PATIENCE * timeout);
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
      return withTimeout(printPage(page, session, { ...job, html }), timeout * patienceFor(html));
    },
    close: () => page.close().catch(() => undefined),
  };
}

function patienceFor(html: string): number {
  return Math.min(MOST_PATIENCE, Math.max(1, html.length / USUAL_LENGTH));
}

/** After the doctype, which must stay first: without it the page falls into quirks mode. */
function withStyles(html: string, styles: string): string {
  return styles === '' ? html : html.replace(/^\s*(<!doctype[^>]*>)?/i, (doctype) => doctype + styles);
}

/**
 * The PDF comes in one answer: as a stream, which is the driver's only way, the browser writes it to a file, and reads that
 * once more in pieces.
 */
const PRINT = {
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
  // One message for both: each is an answer to be waited for while the processors have other work.
  await page.evaluate(`document.fonts.ready.then(() => (${job.afterLoad || 'undefined'}))`);
  const { data } = await session.send('Page.printToPDF', PRINT);
  const pdf = Buffer.from(data, 'base64');
  return { pdf: pinDates(pdf), pages: countPages(pdf) };
}

async function withTimeout<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`超过 ${Math.round(timeout / 1000)} 秒没有完成`));
    }, timeout);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
