import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { pagesOf } from './pages.js';
import { openPrint } from './parse.js';

const DESTINATIONS = PDFName.of('Dests');

/** The page of each named destination in a PDF, counted from 1. Throws if a destination does not exist. */
export async function firstPages(print: Uint8Array, names: readonly string[]): Promise<readonly number[]> {
  const context = await openPrint(print);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const destinations = catalog.lookup(DESTINATIONS, PDFDict);
  const pages = pagesOf(catalog);
  return names.map((name) => {
    const [page] = destinations.lookup(PDFName.of(name), PDFArray).asArray();
    const number = 1 + pages.findIndex((ref) => ref === page);
    if (number === 0) throw new Error(`the print has no destination ${name}`);
    return number;
  });
}
