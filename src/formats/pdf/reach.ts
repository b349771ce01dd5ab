import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Removes the objects that nothing in the document leads to any more. */
export function dropUnreachable(context: PDFContext): void {
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [Root, Info];
  for (let object = open.pop(); object !== undefined || open.length > 0; object = open.pop()) {
    if (object === undefined || reached.has(object)) continue;
    if (object instanceof PDFRef) reached.add(object);
    open.push(...within(object, context));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function within(object: PDFObject, context: PDFContext): readonly (PDFObject | undefined)[] {
  if (object instanceof PDFRef) return [context.lookup(object)];
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
