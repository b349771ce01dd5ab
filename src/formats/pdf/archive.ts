import { PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import type { Properties } from '../../model/doc.js';
import { describe } from './metadata.js';
import { openPrint } from './parse.js';
import { markPage, pagesOf, pageReader, type MarkedContentIds } from './pages.js';
import { addReplacementText } from './replacement-text.js';
import { describeLinks } from './links.js';
import { writeContext } from './serialise.js';
import { eachContent, pruneStructure, tidyStructure, type Content, type Element } from './structure.js';
import { readStructure, writeStructure } from './structure-tree.js';

/**
 * The print of the browser as an archival document: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). The same print
 * and properties give the same bytes. Throws where the print is not a tagged PDF.
 */
export async function archivePdf(print: Uint8Array, properties: Properties): Promise<Uint8Array> {
  const context = await openPrint(print);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  tagDocument(catalog);
  describe(catalog, properties);
  return writeContext(context);
}

/** Tags every page anew and writes the structure tree to it. */
function tagDocument(catalog: PDFDict): void {
  const { context } = catalog;
  const refs = pagesOf(catalog);
  const reader = pageReader(context, refs);
  const settle = addReplacementText(context, refs, reader);
  const tree = tidyStructure(readStructure(catalog));
  const owners = ownersByPage(tree);
  const mark = (ref: PDFRef): MarkedContentIds =>
    markPage(settle(reader.read(ref)), (number) => owners.get(ref)?.get(number));
  const marks = new Map(refs.map((ref) => [ref, mark(ref)]));
  writeStructure(catalog, renumber(tree, marks), refs);
  describeLinks(catalog, refs);
}

/** The structure type of the element that owns each mark of each page. */
function ownersByPage(tree: Element): ReadonlyMap<PDFRef, ReadonlyMap<number, string>> {
  const owners = new Map<PDFRef, Map<number, string>>();
  eachContent(tree, ({ page, mark }, { type }) => {
    owners.set(page, (owners.get(page) ?? new Map<number, string>()).set(mark, type));
  });
  return owners;
}

/** The tree with the marks that are left, under their new numbers. */
function renumber(tree: Element, marks: ReadonlyMap<PDFRef, MarkedContentIds>): Element {
  const numberOf = ({ page, mark }: Content): number | undefined => marks.get(page)?.get(mark);
  const pruned = pruneStructure(tree, (content) => numberOf(content) !== undefined);
  const walk = (element: Element): Element => ({
    ...element,
    kids: element.kids.map((kid) => {
      if (kid.kind === 'element') return walk(kid);
      return kid.kind === 'annotation' ? kid : { ...kid, mark: numberOf(kid) ?? kid.mark };
    }),
  });
  return walk(pruned);
}
