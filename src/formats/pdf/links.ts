import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';

const ANNOTATIONS = PDFName.of('Annots');
const CONTENTS = PDFName.of('Contents');
const DESTINATION = PDFName.of('Dest');
const DESTINATIONS = PDFName.of('Dests');

/** Adds a description of its target to every link (ISO 14289-1, 7.18.5). */
export function describeLinks(catalog: PDFDict, pages: readonly PDFRef[]): void {
  const { context } = catalog;
  const numbers = destinationPages(catalog.lookupMaybe(DESTINATIONS, PDFDict), pages);
  for (const page of pages) {
    const annotations = context.lookup(page, PDFDict).lookupMaybe(ANNOTATIONS, PDFArray)?.asArray() ?? [];
    for (const annotation of annotations) {
      const link = context.lookup(annotation, PDFDict);
      const number = numbers.get(String(link.get(DESTINATION)));
      if (number !== undefined) link.set(CONTENTS, PDFHexString.fromText(`转到第${number}页`));
    }
  }
}

/** The page of each named destination, counted from 1. */
function destinationPages(destinations: PDFDict | undefined, pages: readonly PDFRef[]): ReadonlyMap<string, number> {
  const numbers = new Map(pages.map((page, index) => [page, index + 1]));
  const entries = (destinations?.entries() ?? []).map(([name]) => {
    const [page] = destinations?.lookup(name, PDFArray).asArray() ?? [];
    return [String(name), page instanceof PDFRef ? (numbers.get(page) ?? 0) : 0] as const;
  });
  return new Map(entries);
}
