import { PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import type { Properties } from '../../model/doc.js';
import { writeMetadata } from './metadata.js';
import { openPrint } from './parse.js';
import { tagPage, pagesOf, createPageReader, type MarkedContentIds } from './pages.js';
import { correctToUnicodeMaps } from './replacement-text.js';
import { describeLinks } from './links.js';
import { writeContext } from './serialise.js';
import { eachContent, pruneStructure, tidyStructure, type Content, type Element } from './structure.js';
import { readStructure, writeStructure } from './structure-tree.js';

/**
 * Converts a PDF printed by the browser to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). Deterministic. Throws if
 * the PDF is not tagged.
 */
export async function archivePdf(print: Uint8Array, properties: Properties): Promise<Uint8Array> {
  const context = await openPrint(print);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  tagDocument(catalog);
  writeMetadata(catalog, properties);
  return writeContext(context);
}

/** Rewrites the marked content of every page and the structure tree. */
function tagDocument(catalog: PDFDict): void {
  const { context } = catalog;
  const refs = pagesOf(catalog);
  const reader = createPageReader(context, refs);
  const applyReplacementText = correctToUnicodeMaps(context, refs, reader);
  const tree = tidyStructure(readStructure(catalog));
  const owners = ownersByPage(tree);
  const tagPageOf = (ref: PDFRef): MarkedContentIds =>
    tagPage(applyReplacementText(reader.read(ref)), (mcid) => owners.get(ref)?.get(mcid));
  const mcidsByPage = new Map(refs.map((ref) => [ref, tagPageOf(ref)]));
  writeStructure(catalog, renumber(tree, mcidsByPage), refs);
  describeLinks(catalog, refs);
}

/** The structure type of the element that owns each marked-content identifier (MCID), by page. */
function ownersByPage(tree: Element): ReadonlyMap<PDFRef, ReadonlyMap<number, string>> {
  const owners = new Map<PDFRef, Map<number, string>>();
  eachContent(tree, ({ page, mcid }, { type }) => {
    owners.set(page, (owners.get(page) ?? new Map<number, string>()).set(mcid, type));
  });
  return owners;
}

/** The tree with only the remaining marked content, under its new MCIDs. */
function renumber(tree: Element, mcidsByPage: ReadonlyMap<PDFRef, MarkedContentIds>): Element {
  const newMcid = ({ page, mcid }: Content): number | undefined => mcidsByPage.get(page)?.get(mcid);
  const pruned = pruneStructure(tree, (content) => newMcid(content) !== undefined);
  const walk = (element: Element): Element => ({
    ...element,
    kids: element.kids.map((kid) => {
      if (kid.kind === 'element') return walk(kid);
      return kid.kind === 'annotation' ? kid : { ...kid, mcid: newMcid(kid) ?? kid.mcid };
    }),
  });
  return walk(pruned);
}
