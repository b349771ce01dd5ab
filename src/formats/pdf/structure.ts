import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';

/** Marked content of a page. */
export interface Content {
  readonly kind: 'content';
  readonly page: PDFRef;
  readonly mcid: number;
}
/**
 * An element of the structure tree (ISO 32000-1, 14.7.2); `source` is the original object; null for an added element.
 */
export interface Element {
  readonly kind: 'element';
  readonly type: string;
  readonly source: { readonly ref: PDFRef; readonly dict: PDFDict } | null;
  readonly kids: readonly Node[];
}
/** An annotation, such as a link, of an element (ISO 32000-1, 14.7.4.3). */
export interface Annotation {
  readonly kind: 'annotation';
  readonly page: PDFRef;
  readonly ref: PDFRef;
}
export type Node = Element | Content | Annotation;

/** Grouping elements; their direct content is wrapped in paragraphs. */
const GROUPING = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote']);
/** Elements that are kept even if empty, because all rows must have the same columns (ISO 14289-1, 7.5). */
const ALLOWED_EMPTY = new Set(['TR', 'TH', 'TD']);
const ITEM_PARTS = new Set(['Lbl', 'LBody']);
const HEADING = /^H([1-6])$/;

/**
 * Normalises the structure tree: removes NonStruct wrappers and repeated table headers, wraps loose content in
 * paragraphs, flattens figures, adds bodies to list items, avoids skipped heading levels (ISO 14289-1, 7.4.2), and
 * turns a list of links into a table of contents.
 */
export function tidyStructure(root: Element): Element {
  return withUnbrokenHeadings(
    withItemBodies(withParagraphs(withPlainFigures(withTablesOfContents(withoutRepeatedHeads(withoutWrappers(root)))))),
  );
}

/** Removes content for which `keeps` is false, and the elements that are then empty. */
export function pruneStructure(root: Element, keeps: (content: Content) => boolean): Element {
  const kids = root.kids.flatMap((kid): readonly Node[] => {
    if (kid.kind === 'content') return keeps(kid) ? [kid] : [];
    if (kid.kind === 'annotation') return [kid];
    const pruned = pruneStructure(kid, keeps);
    return pruned.kids.length > 0 || ALLOWED_EMPTY.has(kid.type) ? [pruned] : [];
  });
  return { ...root, kids };
}

/** Calls `visit` for all content with its parent element, in reading order. */
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

/** Turns lists of links into tables of contents: each TOCI has a Reference with the link (ISO 32000-1, 14.8.4.2). */
function withTablesOfContents(element: Element): Element {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? withTablesOfContents(kid) : kid));
  const entries = kids.flatMap((kid) => (kid.kind === 'element' && isContentsEntry(kid) ? [toContentsEntry(kid)] : []));
  const isContents = element.type === 'L' && entries.length === kids.length;
  return isContents ? { ...element, type: 'TOC', kids: entries } : { ...element, kids };
}

function isContentsEntry({ type, kids }: Element): boolean {
  return type === 'LI' && kids.length > 0 && kids.every((kid) => kid.kind === 'element' && kid.type === 'Link');
}

function toContentsEntry(item: Element): Element {
  return { ...item, type: 'TOCI', kids: [newElement('Reference', item.kids)] };
}

/** Keeps only the content of header cells on their first page. */
function withoutRepeatedHeads(element: Element): Element {
  if (element.type !== 'TH') {
    return { ...element, kids: element.kids.map((kid) => (kid.kind === 'element' ? withoutRepeatedHeads(kid) : kid)) };
  }
  const contents: Content[] = [];
  eachContent(element, (content) => contents.push(content));
  const first = contents[0]?.page;
  return pruneStructure(element, ({ page }) => page === first);
}

/** Flattens figures: text in a figure is direct content, not a paragraph. */
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
  return {
    ...element,
    kids: groupLooseContent(kids).map((group) => (Array.isArray(group) ? newElement('P', group) : group)),
  };
}

function newElement(type: string, kids: readonly Node[]): Element {
  return { kind: 'element', type, source: null, kids };
}

/** A list item may contain only a label and a body (ISO 14289-1, 7.6). */
function withItemBodies(element: Element): Element {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? withItemBodies(kid) : kid));
  if (element.type !== 'LI') return { ...element, kids };
  const isPart = (kid: Node): boolean => kid.kind === 'element' && ITEM_PARTS.has(kid.type);
  const rest = kids.filter((kid) => !isPart(kid));
  return { ...element, kids: [...kids.filter(isPart), ...(rest.length > 0 ? [newElement('LBody', rest)] : [])] };
}

/** Groups consecutive kids that are not elements; elements are returned unchanged. */
function groupLooseContent(kids: readonly Node[]): readonly (Element | (Content | Annotation)[])[] {
  const groups: (Element | (Content | Annotation)[])[] = [];
  for (const kid of kids) {
    const last = groups.at(-1);
    if (kid.kind === 'element') groups.push(kid);
    else if (Array.isArray(last)) last.push(kid);
    else groups.push([kid]);
  }
  return groups;
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
