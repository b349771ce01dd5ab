import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';
import { markContent, marksShown, withoutMarks, type MarkingContext } from './marking.js';
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

/** The new number of each mark that is left on a page. */
export type MarkedContentIds = ReadonlyMap<number, number>;

/** The pages of a document in order. */
export function pagesOf(catalog: PDFDict): readonly PDFRef[] {
  const { context } = catalog;
  const below = (ref: PDFRef): readonly PDFRef[] => {
    const kids = context.lookup(ref, PDFDict).lookupMaybe(KIDS, PDFArray);
    return kids ? kids.asArray().flatMap((kid) => (kid instanceof PDFRef ? below(kid) : [])) : [ref];
  };
  const root = catalog.get(PAGES);
  return root instanceof PDFRef ? below(root) : [];
}

/** A page with its content as operators. */
export interface Page {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly parts: readonly Part[];
}

/** Reads a page. Throws where its content is not one stream. */
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

/** Pages of which the operators are kept; those of a longer document would fill the memory, and are read once more. */
const KEPT = 100;

export interface PageReader {
  /** Whether text anywhere has replacement text, without which texts are read whole. */
  readonly replaces: boolean;
  readonly read: (ref: PDFRef) => Page;
}

/** Reads the pages of a document. */
export function pageReader(context: PDFContext, refs: readonly PDFRef[]): PageReader {
  const contents = new Map(refs.map((ref) => [ref, contentOf(context, ref)]));
  const replaces = [...contents.values()].some((content) => content.includes('/ActualText'));
  const kept = new Map<PDFRef, Page>();
  const read = (ref: PDFRef): Page => {
    const page = kept.get(ref) ?? pageOf(context, ref, contents.get(ref) ?? '', !replaces);
    if (replaces && refs.length <= KEPT) kept.set(ref, page);
    return page;
  };
  return { replaces, read };
}

/** Tags the content of a page for the elements that own it; `ownerOf` gives the structure type for a mark. */
export function markPage({ dict, parts }: Page, ownerOf: MarkingContext['ownerOf']): MarkedContentIds {
  const { context } = dict;
  const { text, marks } = markContent(parts, { ownerOf, formMarks: formsOf(dict) });
  dict.set(CONTENTS, context.register(context.flateStream(Buffer.from(text, 'latin1'))));
  return marks;
}

/** The font that a page calls `name`. */
export function fontOf({ dict }: Page, name: string): PDFRef | undefined {
  const font = dict.lookupMaybe(RESOURCES, PDFDict)?.lookupMaybe(FONT, PDFDict)?.get(PDFName.of(name));
  return font instanceof PDFRef ? font : undefined;
}

/** The forms that a page or a form draws, each freed of its marks the first time it is asked for. */
function formsOf(holder: PDFDict): MarkingContext['formMarks'] {
  const { context } = holder;
  const forms = holder.lookupMaybe(RESOURCES, PDFDict)?.lookupMaybe(XOBJECT, PDFDict);
  const known = new Map<string, readonly number[] | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const ref = forms?.get(PDFName.of(name));
    const form = context.lookup(ref);
    const isForm = ref instanceof PDFRef && form instanceof PDFRawStream && form.dict.get(SUBTYPE) === FORM;
    const marks = isForm ? freeForm(context, ref, form) : null;
    known.set(name, marks);
    return marks;
  };
}

/** Takes the marks out of a form, whose place in the tree no reader finds, and returns those that show something. */
function freeForm(context: PDFContext, ref: PDFRef, form: PDFRawStream): readonly number[] {
  const parts = readOperators(decodeStream(form), true);
  const marks = marksShown(parts, { ownerOf: () => undefined, formMarks: formsOf(form.dict) });
  const freed = context.flateStream(Buffer.from(writeOperators(withoutMarks(parts)), 'latin1'));
  for (const [name, value] of form.dict.entries()) {
    if (!freed.dict.has(name) && name !== GROUP) freed.dict.set(name, value);
  }
  context.assign(ref, freed);
  return marks;
}

/** The content of a stream, one character for each byte. */
export function decodeStream({ dict, contents }: PDFRawStream): string {
  const filter = dict.lookup(FILTER);
  if (filter !== undefined && filter !== DEFLATED)
    throw new Error(`the print has a stream that is packed by ${filter.toString()}`);
  return Buffer.from(filter === undefined ? contents : unzlibSync(contents)).toString('latin1');
}
