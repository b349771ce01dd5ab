import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';
import { decodeLatin1, encodeLatin1 } from '../../runtime/bytes.js';
import { tagContent, shownMcids, withoutMcids, type TaggingContext } from './tagging.js';
import { readOperators, writeOperators, type Part } from './operators.js';

const CONTENTS = PDFName.of('Contents');
const DEFLATED = PDFName.of('FlateDecode');
const FILTER = PDFName.of('Filter');
const GROUP = PDFName.of('Group');
const KIDS = PDFName.of('Kids');
const PAGES = PDFName.of('Pages');
const RESOURCES = PDFName.of('Resources');
const SUBTYPE = PDFName.of('Subtype');
const FONT = PDFName.of('Font');
const FORM = PDFName.of('Form');
const XOBJECT = PDFName.of('XObject');

/** The new number of each remaining marked-content identifier (MCID) of a page. */
export type MarkedContentIds = ReadonlyMap<number, number>;

/** The pages of a document in order. */
export function pagesOf(catalog: PDFDict): readonly PDFRef[] {
  const { context } = catalog;
  const leavesOf = (ref: PDFRef): readonly PDFRef[] => {
    const kids = context.lookup(ref, PDFDict).lookupMaybe(KIDS, PDFArray);
    return kids ? kids.asArray().flatMap((kid) => (kid instanceof PDFRef ? leavesOf(kid) : [])) : [ref];
  };
  const root = catalog.get(PAGES);
  return root instanceof PDFRef ? leavesOf(root) : [];
}

/** A page with its content as operators. */
export interface Page {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly parts: readonly Part[];
}

/** Reads a page. Throws if its content is not a single stream. */
export function readPage(context: PDFContext, ref: PDFRef): Page {
  return pageOf(context, ref, contentOf(context, ref), false);
}

function pageOf(context: PDFContext, ref: PDFRef, content: string, wholeTexts: boolean): Page {
  return { ref, dict: context.lookup(ref, PDFDict), parts: readOperators(content, wholeTexts) };
}

function contentOf(context: PDFContext, ref: PDFRef): string {
  const stream = context.lookup(ref, PDFDict).lookup(CONTENTS);
  if (!(stream instanceof PDFRawStream)) throw new Error('the print has a page without content');
  return decodeStream(stream);
}

/** Maximum number of pages whose operators are cached; pages of longer documents are parsed again to save memory. */
const MAX_CACHED_PAGES = 100;

export interface PageReader {
  /** Whether any page has replacement text; if not, text objects are read as one operator. */
  readonly hasReplacementText: boolean;
  readonly read: (ref: PDFRef) => Page;
}

/** Reads the pages of a document. */
export function createPageReader(context: PDFContext, refs: readonly PDFRef[]): PageReader {
  const contents = new Map(refs.map((ref) => [ref, contentOf(context, ref)]));
  const hasReplacementText = [...contents.values()].some((content) => content.includes('/ActualText'));
  const cache = new Map<PDFRef, Page>();
  const read = (ref: PDFRef): Page => {
    const page = cache.get(ref) ?? pageOf(context, ref, contents.get(ref) ?? '', !hasReplacementText);
    if (hasReplacementText && refs.length <= MAX_CACHED_PAGES) cache.set(ref, page);
    return page;
  };
  return { hasReplacementText, read };
}

/** Rewrites the marked content of a page; `ownerOf` returns the structure type for an MCID. */
export function tagPage({ dict, parts }: Page, ownerOf: TaggingContext['ownerOf']): MarkedContentIds {
  const { context } = dict;
  const { text, mcids } = tagContent(parts, { ownerOf, formMcids: formMcidsOf(dict) });
  dict.set(CONTENTS, context.register(context.flateStream(encodeLatin1(text))));
  return mcids;
}

/** The font resource of a page with a name. */
export function fontOf({ dict }: Page, name: string): PDFRef | undefined {
  const font = dict.lookupMaybe(RESOURCES, PDFDict)?.lookupMaybe(FONT, PDFDict)?.get(PDFName.of(name));
  return font instanceof PDFRef ? font : undefined;
}

/** Returns the MCIDs of a form XObject of a page or form, and removes them from it on the first call. */
function formMcidsOf(holder: PDFDict): TaggingContext['formMcids'] {
  const { context } = holder;
  const forms = holder.lookupMaybe(RESOURCES, PDFDict)?.lookupMaybe(XOBJECT, PDFDict);
  const cache = new Map<string, readonly number[] | null>();
  return (name) => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const ref = forms?.get(PDFName.of(name));
    const form = context.lookup(ref);
    const isForm = ref instanceof PDFRef && form instanceof PDFRawStream && form.dict.get(SUBTYPE) === FORM;
    const mcids = isForm ? removeFormMcids(context, ref, form) : null;
    cache.set(name, mcids);
    return mcids;
  };
}

/** Removes the MCIDs from a form, which readers cannot resolve there, and returns those with visible content. */
function removeFormMcids(context: PDFContext, ref: PDFRef, form: PDFRawStream): readonly number[] {
  const parts = readOperators(decodeStream(form), true);
  const mcids = shownMcids(parts, { ownerOf: () => undefined, formMcids: formMcidsOf(form.dict) });
  const rewritten = context.flateStream(encodeLatin1(writeOperators(withoutMcids(parts))));
  for (const [name, value] of form.dict.entries()) {
    if (!rewritten.dict.has(name) && name !== GROUP) rewritten.dict.set(name, value);
  }
  context.assign(ref, rewritten);
  return mcids;
}

/** The decoded content of a stream, with one character per byte. */
export function decodeStream({ dict, contents }: PDFRawStream): string {
  const filter = dict.lookup(FILTER);
  if (filter !== undefined && filter !== DEFLATED)
    throw new Error(`the print has a stream with the unsupported filter ${filter.toString()}`);
  return decodeLatin1(filter === undefined ? contents : unzlibSync(contents));
}
