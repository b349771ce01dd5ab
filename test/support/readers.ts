import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What an independent reader finds in a PDF: its pages as text, without white space, which no two readers agree on. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly string[]; readonly title: string }> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      pages.push(compact(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
    }
    const { info } = await document.getMetadata();
    return { pages, title: (info as { readonly Title?: string }).Title ?? '' };
  } finally {
    await document.destroy();
  }
}

/** An entry of the contents of a PDF: what it says, without white space, and the page that its link leads to. */
export interface ContentsEntry {
  readonly text: string;
  readonly page: number;
}

/** The links of a PDF in reading order. */
export async function readContents(bytes: Uint8Array): Promise<readonly ContentsEntry[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const entries: ContentsEntry[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const links = ((await page.getAnnotations()) as readonly Link[]).filter(({ subtype }) => subtype === 'Link');
      if (links.length === 0) continue;
      const { items } = await page.getTextContent();
      for (const { dest, rect } of links) {
        const [, low = 0, , high = 0] = rect;
        const within = items.filter((item) => 'str' in item && item.transform[5] > low && item.transform[5] < high);
        const [target] = ((await document.getDestination(dest)) ?? []) as readonly unknown[];
        const text = compact(within.map((item) => ('str' in item ? item.str : '')).join(''));
        entries.push({ text, page: 1 + (await document.getPageIndex(target as { num: number; gen: number })) });
      }
    }
    return entries;
  } finally {
    await document.destroy();
  }
}

interface Link {
  readonly subtype: string;
  readonly dest: string;
  readonly rect: readonly number[];
}

/** What an independent reader finds in a DOCX: the text of its body, without white space. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  return compact((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
}

export function compact(text: string): string {
  return text.replace(/\s+/gu, '');
}
