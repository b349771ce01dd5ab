import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';

/** Marked content of one page, which an element shows. */
export interface Content {
  readonly kind: 'content';
  readonly page: PDFRef;
  readonly mark: number;
}
/** An element of the structure tree (ISO 32000-1, 14.7.2); `source` is what the browser wrote, null for one that was added. */
export interface Element {
  readonly kind: 'element';
  readonly type: string;
  readonly source: { readonly ref: PDFRef; readonly dict: PDFDict } | null;
  readonly kids: readonly Node[];
}
/** An annotation, such as a link, that belongs to an element (ISO 32000-1, 14.7.4.3). */
export interface Annotation {
  readonly kind: 'annotation';
  readonly page: PDFRef;
  readonly ref: PDFRef;
}
export type Node = Element | Content | Annotation;

/** Elements that hold other elements; content right inside them belongs to a paragraph. */
const GROUPING = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote']);
/** Elements that stay where they hold nothing, because a row must keep its columns (ISO 14289-1, 7.5). */
const STAYS_EMPTY = new Set(['TR', 'TH', 'TD']);
const ITEM_PARTS = new Set(['Lbl', 'LBody']);
const HEADING = /^H([1-6])$/;

/**
 * The tree as a reader should meet it: wrappers that mean nothing are gone, loose content is in paragraphs, the heads
 * that a table repeats on later pages are not read again, a figure is whole, items of lists have a body, and no level of
 * heading is skipped (ISO 14289-1, 7.4.2). A list of links is a table of contents.
 */
export function tidyStructure(root: Element): Element {
  return withUnbrokenHeadings(
    withItemBodies(withParagraphs(withPlainFigures(withContents(withoutRepeatedHeads(withoutWrappers(root)))))),
  );
}

/** The tree with only the content that `keeps`, without the elements that are then empty. */
export function pruneStructure(root: Element, keeps: (content: Content) => boolean): Element {
  const kids = root.kids.flatMap((kid): readonly Node[] => {
    if (kid.kind === 'content') return keeps(kid) ? [kid] : [];
    if (kid.kind === 'annotation') return [kid];
    const pruned = pruneStructure(kid, keeps);
    return pruned.kids.length > 0 || STAYS_EMPTY.has(kid.type) ? [pruned] : [];
  });
  return { ...root, kids };
}

/** Calls `visit` for all content with the element that owns it, in reading order. */
export function eachContent(element: Element, visit: (content: Content, owner: Element) => void): void {
  for (const kid of element.kids) {
    if (kid.kind === 'content') visit(kid, element);
    else if (kid.kind === 'element') eachContent(kid, visit);
  }
}

function withoutWrappers(element: Element): Element {
  const lift = (node: Node): readonly Node[] =>
    node.kind === 'element' && node.type === 'NonStruct' ? node.kids.flatMap(lift) : [node];
  const kids = element.kids.flatMap(lift);
  return { ...element, kids: kids.map((kid) => (kid.kind === 'element' ? withoutWrappers(kid) : kid)) };
}

/** ISO 32000-1, 14.8.4.2: entries of contents are TOCI, and each refers to its place by a link. */
function withContents(element: Element): Element {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? withContents(kid) : kid));
  const entries = kids.flatMap((kid) => (kid.kind === 'element' && isEntry(kid) ? [toEntry(kid)] : []));
  const isContents = element.type === 'L' && entries.length === kids.length;
  return isContents ? { ...element, type: 'TOC', kids: entries } : { ...element, kids };
}

function isEntry({ type, kids }: Element): boolean {
  return type === 'LI' && kids.length > 0 && kids.every((kid) => kid.kind === 'element' && kid.type === 'Link');
}

function toEntry(item: Element): Element {
  return { ...item, type: 'TOCI', kids: [added('Reference', item.kids)] };
}

/** A head cell keeps what stands on its first page. */
function withoutRepeatedHeads(element: Element): Element {
  if (element.type !== 'TH') {
    return { ...element, kids: element.kids.map((kid) => (kid.kind === 'element' ? withoutRepeatedHeads(kid) : kid)) };
  }
  const contents: Content[] = [];
  eachContent(element, (content) => contents.push(content));
  const first = contents[0]?.page;
  return pruneStructure(element, ({ page }) => page === first);
}

/** A figure is one picture: what is written in it belongs to it and is no paragraph. */
function withPlainFigures(element: Element): Element {
  if (element.type !== 'Figure') {
    return { ...element, kids: element.kids.map((kid) => (kid.kind === 'element' ? withPlainFigures(kid) : kid)) };
  }
  const contents: Content[] = [];
  eachContent(element, (content) => contents.push(content));
  return { ...element, kids: contents };
}

function withParagraphs(element: Element): Element {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? withParagraphs(kid) : kid));
  if (!GROUPING.has(element.type)) return { ...element, kids };
  return { ...element, kids: runsOf(kids).map((run) => (Array.isArray(run) ? added('P', run) : run)) };
}

function added(type: string, kids: readonly Node[]): Element {
  return { kind: 'element', type, source: null, kids };
}

/** An item may hold only its label and its body (ISO 14289-1, 7.6). */
function withItemBodies(element: Element): Element {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? withItemBodies(kid) : kid));
  if (element.type !== 'LI') return { ...element, kids };
  const isPart = (kid: Node): boolean => kid.kind === 'element' && ITEM_PARTS.has(kid.type);
  const rest = kids.filter((kid) => !isPart(kid));
  return { ...element, kids: [...kids.filter(isPart), ...(rest.length > 0 ? [added('LBody', rest)] : [])] };
}

/** Elements as they are, and content that follows content in one list. */
function runsOf(kids: readonly Node[]): readonly (Element | (Content | Annotation)[])[] {
  const runs: (Element | (Content | Annotation)[])[] = [];
  for (const kid of kids) {
    const last = runs.at(-1);
    if (kid.kind === 'element') runs.push(kid);
    else if (Array.isArray(last)) last.push(kid);
    else runs.push([kid]);
  }
  return runs;
}

function withUnbrokenHeadings(root: Element): Element {
  let level = 0;
  const walk = (element: Element): Element => {
    const heading = HEADING.exec(element.type);
    if (heading) level = Math.min(Number(heading[1]), level + 1);
    const type = heading ? `H${level}` : element.type;
    return { ...element, type, kids: element.kids.map((kid) => (kid.kind === 'element' ? walk(kid) : kid)) };
  };
  return walk(root);
}
