import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import type { Annotation, Content, Element, Node } from './structure.js';

/** Entries of an element that are copied; parent, type and kids are rewritten. */
const PRESERVED_ENTRIES = ['Alt', 'ActualText', 'E', 'Lang', 'T'].map((key) => PDFName.of(key));
/** Role map: structure types of PDF 2.0 that the browser writes, mapped to types of PDF 1.7. */
const ROLES = { Strong: 'Span', Em: 'Span' };
const key = {
  attributes: PDFName.of('A'),
  colSpan: PDFName.of('ColSpan'),
  headers: PDFName.of('Headers'),
  kids: PDFName.of('K'),
  mcid: PDFName.of('MCID'),
  object: PDFName.of('Obj'),
  page: PDFName.of('Pg'),
  rowSpan: PDFName.of('RowSpan'),
  structParent: PDFName.of('StructParent'),
  structParents: PDFName.of('StructParents'),
  structure: PDFName.of('StructTreeRoot'),
  type: PDFName.of('S'),
} as const;

/** Reads the structure tree. Throws if the PDF is not tagged. */
export function readStructure(catalog: PDFDict): Element {
  const { context } = catalog;
  const [root] = listAt(catalog.lookup(key.structure, PDFDict), key.kids);
  if (!(root instanceof PDFRef)) throw new Error('the print has no structure tree');
  return readElement(root, context.lookup(root, PDFDict));
}

function readElement(ref: PDFRef, dict: PDFDict): Element {
  const page = dict.get(key.page);
  const kids = listAt(dict, key.kids).flatMap((kid) => readKid(kid, page, dict.context));
  return { kind: 'element', type: dict.lookup(key.type, PDFName).decodeText(), source: { ref, dict }, kids };
}

/** A kid: an element, an annotation, content of the page of the element, or content with a page of its own. */
function readKid(kid: PDFObject, page: PDFObject | undefined, context: PDFContext): readonly Node[] {
  if (kid instanceof PDFNumber) return page instanceof PDFRef ? [{ kind: 'content', page, mcid: kid.asNumber() }] : [];
  const dict = context.lookupMaybe(kid, PDFDict);
  if (!dict) return [];
  const [object, ownPage] = [dict.get(key.object), dict.get(key.page)];
  if (object instanceof PDFRef && ownPage instanceof PDFRef)
    return [{ kind: 'annotation', page: ownPage, ref: object }];
  const mcid = dict.lookupMaybe(key.mcid, PDFNumber);
  if (mcid) return readKid(mcid, ownPage ?? page, context);
  return kid instanceof PDFRef && dict.has(key.type) ? [readElement(kid, dict)] : [];
}

/**
 * The items of an array, or a single object as an array of one. References are not resolved, since the outline refers
 * to elements by reference.
 */
function listAt(dict: PDFDict, name: PDFName): readonly PDFObject[] {
  const object = dict.get(name);
  const array = dict.context.lookup(object);
  if (array instanceof PDFArray) return array.asArray();
  return object === undefined ? [] : [object];
}

/** Writes the structure tree and the parent tree, which maps content of a page to elements (ISO 32000-1, 14.7.4.4). */
export function writeStructure(catalog: PDFDict, root: Element, pages: readonly PDFRef[]): void {
  const { context } = catalog;
  const owners = new Map<PDFRef, PDFRef[]>(pages.map((page) => [page, []]));
  const treeRef = context.nextRef();
  const annotations: (readonly [PDFRef, PDFRef])[] = [];
  const kid = writeElement(context, root, treeRef, (leaf, owner) => {
    if (leaf.kind === 'annotation') annotations.push([leaf.ref, owner]);
    else {
      const ownersByMcid = owners.get(leaf.page);
      if (ownersByMcid) ownersByMcid[leaf.mcid] = owner;
    }
  });
  const numbers = [...owners].flatMap(([page, ownersByMcid], index) => {
    context.lookup(page, PDFDict).set(key.structParents, PDFNumber.of(index));
    return [PDFNumber.of(index), context.register(context.obj(ownersByMcid))];
  });
  const linked = annotations.flatMap(([annotation, owner], index) => {
    context.lookup(annotation, PDFDict).set(key.structParent, PDFNumber.of(pages.length + index));
    return [PDFNumber.of(pages.length + index), owner];
  });
  const parents = context.register(context.obj({ Nums: [...numbers, ...linked] }));
  const table = { ParentTree: parents, ParentTreeNextKey: pages.length + annotations.length };
  context.assign(treeRef, context.obj({ Type: 'StructTreeRoot', K: kid, RoleMap: ROLES, ...table }));
  catalog.set(key.structure, treeRef);
}

type RegisterOwner = (leaf: Content | Annotation, owner: PDFRef) => void;

/** Writes an element under its original object number, since the outline refers to it. */
function writeElement(context: PDFContext, element: Element, parent: PDFRef, registerOwner: RegisterOwner): PDFRef {
  const ref = element.source?.ref ?? context.nextRef();
  const dict = context.obj({ Type: 'StructElem', S: element.type, P: parent });
  const page = element.kids.find((kid) => kid.kind === 'content')?.page;
  const kids = element.kids.map((kid) => {
    if (kid.kind === 'element') return writeElement(context, kid, ref, registerOwner);
    registerOwner(kid, ref);
    if (kid.kind === 'annotation') return context.obj({ Type: 'OBJR', Pg: kid.page, Obj: kid.ref });
    return kid.page === page ? PDFNumber.of(kid.mcid) : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
  });
  const [only] = kids;
  if (page) dict.set(key.page, page);
  if (only) dict.set(key.kids, kids.length === 1 ? only : context.obj(kids));
  if (element.source) copyEntries(element.source.dict, dict);
  context.assign(ref, dict);
  return ref;
}

function copyEntries(from: PDFDict, to: PDFDict): void {
  for (const name of PRESERVED_ENTRIES) {
    const value = from.get(name);
    if (value) to.set(name, value);
  }
  const attributes = listAt(from, key.attributes).filter((item) => isMeaningful(from.context.lookup(item)));
  const [only] = attributes;
  if (only) to.set(key.attributes, attributes.length === 1 ? only : from.context.obj(attributes));
}

/**
 * Whether attributes are meaningful. A span of one is the default, and Headers repeats the information of Scope, with
 * identifiers that are not deterministic, since the browser continues them across documents.
 */
function isMeaningful(attributes: PDFObject | undefined): boolean {
  if (!(attributes instanceof PDFDict)) return false;
  const isOne = (name: PDFName): boolean => attributes.lookupMaybe(name, PDFNumber)?.asNumber() === 1;
  return !attributes.has(key.headers) && !isOne(key.rowSpan) && !isOne(key.colSpan);
}
