import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/** Removes objects that are not reachable from the trailer. */
export function dropUnreachable(context: PDFContext): void {
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<PDFObject>();
  const pending: (PDFObject | undefined)[] = [Root, Info];
  for (let object = pending.pop(); object !== undefined || pending.length > 0; object = pending.pop()) {
    if (object === undefined || reached.has(object)) continue;
    if (object instanceof PDFRef) reached.add(object);
    pending.push(...childrenOf(object, context));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function childrenOf(object: PDFObject, context: PDFContext): readonly (PDFObject | undefined)[] {
  if (object instanceof PDFRef) return [context.lookup(object)];
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
