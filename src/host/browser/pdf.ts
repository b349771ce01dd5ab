/** The fixed date that replaces the time of printing, so that the same input gives the same bytes. */
const PINNED_DATE = Buffer.from("D:20000101000000+00'00'");
const DATE_KEYS = ['/CreationDate (', '/ModDate ('];
const PAGES_NODE = '/Type /Pages';
const PAGE_COUNT = /^\/Type \/Pages\s+\/Count (\d+)/;
/** Bytes of a page tree node that contain its type and its count. */
const NODE_BYTES = 64;

/**
 * Replaces the time of printing in a PDF from the browser, in place. The pinned dates have the same length as the
 * originals, so the offsets of the cross-reference table stay valid.
 */
export function pinDates(pdf: Buffer): Buffer {
  for (const key of DATE_KEYS) {
    for (const at of offsetsOf(pdf, key)) {
      const date = at + key.length;
      if (pdf.toString('latin1', date, date + 2) === 'D:') PINNED_DATE.copy(pdf, date);
    }
  }
  return pdf;
}

/** The number of pages of a PDF from the browser: the count of the page tree's root, which is the largest. */
export function countPages(pdf: Buffer): number {
  const counts = offsetsOf(pdf, PAGES_NODE).map((at) =>
    Number(PAGE_COUNT.exec(pdf.toString('latin1', at, at + NODE_BYTES))?.[1] ?? 0),
  );
  return Math.max(0, ...counts);
}

function offsetsOf(pdf: Buffer, text: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = pdf.indexOf(text, 0, 'latin1'); at >= 0; at = pdf.indexOf(text, at + 1, 'latin1')) offsets.push(at);
  return offsets;
}
