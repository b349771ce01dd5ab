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

/** What an independent reader finds in a DOCX: the text of its body, without white space. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  return compact((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
}

export function compact(text: string): string {
  return text.replace(/\s+/gu, '');
}
