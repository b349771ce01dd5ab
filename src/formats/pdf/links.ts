import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';

const ANNOTATIONS = PDFName.of('Annots');
const CONTENTS = PDFName.of('Contents');
const DESTINATION = PDFName.of('Dest');
const DESTINATIONS = PDFName.of('Dests');

/** Says of every link in words where it leads (ISO 14289-1, 7.18.5). */
export function describeLinks(catalog: PDFDict, pages: readonly PDFRef[]): void {
  const { context } = catalog;
  const numbers = pageNumbers(catalog.lookupMaybe(DESTINATIONS, PDFDict), pages);
  for (const page of pages) {
    const annotations = context.lookup(page, PDFDict).lookupMaybe(ANNOTATIONS, PDFArray)?.asArray() ?? [];
    for (const annotation of annotations) {
      const link = context.lookup(annotation, PDFDict);
      const number = numbers.get(String(link.get(DESTINATION)));
      if (number !== undefined) link.set(CONTENTS, PDFHexString.fromText(`转到第${number}页`));
    }
  }
}

/** The page of each named place, counted from 1. */
function pageNumbers(places: PDFDict | undefined, pages: readonly PDFRef[]): ReadonlyMap<string, number> {
  const numbers = new Map(pages.map((page, index) => [page, index + 1]));
  const found = (places?.entries() ?? []).map(([name]) => {
    const [page] = places?.lookup(name, PDFArray).asArray() ?? [];
    return [String(name), page instanceof PDFRef ? (numbers.get(page) ?? 0) : 0] as const;
  });
  return new Map(found);
}
