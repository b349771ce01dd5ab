/** The date that stands in for the moment of printing: same input, same bytes. */
const PINNED = "D:20000101000000+00'00'";
const DATE = /\/(CreationDate|ModDate) \((D:\d{14}[+-]\d\d'\d\d')\)/g;
const PAGES = /\/Type \/Pages\s+\/Count (\d+)/g;

/**
 * Replaces the moment of printing in a PDF that the browser made. The pinned dates are as long as the ones they replace,
 * so no offset of the cross-reference table moves.
 */
export function pinDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Buffer.from(
    text.replace(DATE, (_, key: string) => `/${key} (${PINNED})`),
    'latin1',
  );
}

/** Pages of a PDF that the browser made: the count at the root of its page tree, which is the largest. */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Math.max(0, ...[...text.matchAll(PAGES)].map((match) => Number(match[1])));
}
