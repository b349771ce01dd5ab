/** The date that stands in for the moment of printing: same input, same bytes. */
const PINNED = Buffer.from("D:20000101000000+00'00'");
const DATES = ['/CreationDate (', '/ModDate ('];
const PAGES = '/Type /Pages';
const COUNT = /^\/Type \/Pages\s+\/Count (\d+)/;
/** Far enough behind the type of a node to see its count. */
const NODE = 64;

/**
 * Replaces the moment of printing in a PDF that the browser made, where it stands. The pinned dates are as long as the ones
 * they replace, so no offset of the cross-reference table moves.
 */
export function pinDates(pdf: Buffer): Buffer {
  for (const key of DATES) {
    for (const at of places(pdf, key)) {
      const date = at + key.length;
      if (pdf.toString('latin1', date, date + 2) === 'D:') PINNED.copy(pdf, date);
    }
  }
  return pdf;
}

/** Pages of a PDF that the browser made: the count at the root of its page tree, which is the largest. */
export function countPages(pdf: Buffer): number {
  const counts = places(pdf, PAGES).map((at) => Number(COUNT.exec(pdf.toString('latin1', at, at + NODE))?.[1] ?? 0));
  return Math.max(0, ...counts);
}

function places(pdf: Buffer, text: string): readonly number[] {
  const found: number[] = [];
  for (let at = pdf.indexOf(text, 0, 'latin1'); at >= 0; at = pdf.indexOf(text, at + 1, 'latin1')) found.push(at);
  return found;
}
