import type { Browser, Page } from 'puppeteer';
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
  page.setDefaultTimeout(MOST_PATIENCE * timeout);
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = linked?.allowed.has(request.url()) === true ? request.continue() : request.abort();
    answer.catch(() => undefined);
  });
  if (linked) await page.goto(linked.start);
  return {
    print: (job) => {
      const html = withStyles(job.html, linked?.styles ?? '');
      return withTimeout(printPage(page, { ...job, html }), timeout * patienceFor(html));
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

async function printPage(page: Page, job: PrintJob): Promise<Printed> {
  await page.setContent(job.html, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (job.settle !== '') await page.evaluate(job.settle);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
  });
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
