import {
  PDFDict,
  PDFHeader,
  PDFHexString,
  PDFParser,
  PDFStreamWriter,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { sha256 } from '../../model/digest.js';
import type { Properties } from '../../model/doc.js';
import { describe } from './metadata.js';
import { markPage, pagesOf, readPage, type Marks } from './pages.js';
import { settleText } from './replacement-text.js';
import { dropUnreachable } from './reach.js';
import { eachContent, pruneStructure, tidyStructure, type Content, type Element } from './structure.js';
import { readStructure, writeStructure } from './structure-tree.js';

/** Stands where the file identifier will, until the bytes that it is made from are known. */
const NO_IDENTIFIER = '00000000000000000000000000000000';

/**
 * The print of the browser as an archival document: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). The same print
 * and properties give the same bytes. Throws where the print is not a tagged PDF.
 */
export async function archivePdf(print: Uint8Array, properties: Properties): Promise<Uint8Array> {
  const context = await PDFParser.forBytesWithOptions(print, Infinity, true).parseDocument();
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  tagDocument(catalog);
  describe(catalog, properties);
  return serialise(context);
}

/** Tags every page anew and writes the structure tree to it. */
function tagDocument(catalog: PDFDict): void {
  const { context } = catalog;
  const pages = settleText(
    context,
    pagesOf(catalog).map((ref) => readPage(context, ref)),
  );
  const tree = tidyStructure(readStructure(catalog));
  const owners = ownersByPage(tree);
  const marks = new Map(pages.map((page) => [page.ref, markPage(page, (mark) => owners.get(page.ref)?.get(mark))]));
  const refs = pages.map((page) => page.ref);
  writeStructure(catalog, renumber(tree, marks), refs);
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
function renumber(tree: Element, marks: ReadonlyMap<PDFRef, Marks>): Element {
  const numberOf = ({ page, mark }: Content): number | undefined => marks.get(page)?.get(mark);
  const pruned = pruneStructure(tree, (content) => numberOf(content) !== undefined);
  const walk = (element: Element): Element => ({
    ...element,
    kids: element.kids.map((kid) => (kid.kind === 'element' ? walk(kid) : { ...kid, mark: numberOf(kid) ?? kid.mark })),
  });
  return walk(pruned);
}

/** Writes the file; its identifier is the digest of everything else in it (ISO 32000-1, 14.4). */
async function serialise(context: PDFContext): Promise<Uint8Array> {
  const identifier = PDFHexString.of(NO_IDENTIFIER);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  dropUnreachable(context);
  const bytes = await PDFStreamWriter.forContext(context, Infinity).serializeToBuffer();
  const text = sha256(bytes).slice(0, NO_IDENTIFIER.length).toUpperCase();
  return replaceAll(bytes, new TextEncoder().encode(NO_IDENTIFIER), new TextEncoder().encode(text));
}

/** Overwrites every occurrence of `from` with bytes of the same length. */
function replaceAll(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = view.lastIndexOf(from); at >= 0; at = at === 0 ? -1 : view.lastIndexOf(from, at - 1)) view.set(to, at);
  return bytes;
}
