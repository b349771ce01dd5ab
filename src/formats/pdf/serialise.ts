import { PDFCatalog, PDFHexString, PDFPageLeaf, PDFPageTree, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { sha256 } from '../../runtime/digest.js';
import { dropUnreachable } from './unreachable.js';

/** Placeholder for the file identifier, which is the digest of the file with this placeholder. */
const IDENTIFIER_PLACEHOLDER = '00000000000000000000000000000000';
/** The second line marks the file as binary for transfer programs (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';
/** Objects per object stream; a reader decompresses the whole stream to read one of them. */
const STREAM_SIZE = 400;

type Numbered = readonly [PDFRef, PDFObject];
/** A cross-reference entry (ISO 32000-1, 7.5.8): kind 1 is at a file offset, kind 2 at an index of an object stream. */
type Entry = readonly [number: number, kind: 1 | 2, where: number, index: number];

/** Writes the file; its identifier is the digest of the rest of the file (ISO 32000-1, 14.4). */
export function writeContext(context: PDFContext): Uint8Array {
  const identifier = PDFHexString.of(IDENTIFIER_PLACEHOLDER);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  dropUnreachable(context);
  const bytes = serialise(context);
  const text = Buffer.from(sha256(bytes).slice(0, IDENTIFIER_PLACEHOLDER.length).toUpperCase());
  for (let at = bytes.indexOf(IDENTIFIER_PLACEHOLDER); at >= 0; at = bytes.indexOf(IDENTIFIER_PLACEHOLDER, at + 1))
    text.copy(bytes, at);
  return bytes;
}

/** Writes streams, catalog and pages directly, other objects in object streams, and the cross-reference stream last. */
function serialise(context: PDFContext): Buffer {
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  const addObject = (number: number, object: PDFObject): void => {
    entries.push([number, 1, offset, 0]);
    for (const bytes of objectBytes(number, object)) add(bytes);
  };
  add(latin1(HEADER));
  const objects = context.enumerateIndirectObjects();
  for (const [ref, object] of objects) if (isDirectlyWritten(object)) addObject(ref.objectNumber, object);
  for (const chunk of chunksOf(objects.filter(([, object]) => !isDirectlyWritten(object)))) {
    const { objectNumber } = context.nextRef();
    chunk.forEach(([ref], index) => entries.push([ref.objectNumber, 2, objectNumber, index]));
    addObject(objectNumber, objectStream(context, chunk));
  }
  const { objectNumber } = context.nextRef();
  const start = offset;
  entries.push([objectNumber, 1, start, 0]);
  for (const bytes of objectBytes(objectNumber, crossReferenceStream(context, entries))) add(bytes);
  add(latin1(`startxref\n${start}\n%%EOF`));
  return Buffer.concat(parts);
}

function isDirectlyWritten(object: PDFObject): boolean {
  return [PDFStream, PDFCatalog, PDFPageTree, PDFPageLeaf].some((kind) => object instanceof kind);
}

function* chunksOf(objects: readonly Numbered[]): Generator<readonly Numbered[]> {
  for (let start = 0; start < objects.length; start += STREAM_SIZE) yield objects.slice(start, start + STREAM_SIZE);
}

function objectBytes(number: number, object: PDFObject): readonly Uint8Array[] {
  const open = `${number} 0 obj\n`;
  if (!(object instanceof PDFStream)) return [latin1(`${open}${object.toString()}\nendobj\n\n`)];
  object.updateDict();
  const contents = object.getContents();
  return [latin1(`${open}${object.dict.toString()}\nstream\n`), contents, latin1('\nendstream\nendobj\n\n')];
}

/** ISO 32000-1, 7.5.7. */
function objectStream(context: PDFContext, objects: readonly Numbered[]): PDFStream {
  let index = '';
  let body = '';
  for (const [ref, object] of objects) {
    index += `${ref.objectNumber} ${body.length} `;
    body += `${object.toString()}\n`;
  }
  return context.flateStream(latin1(index + body), { Type: 'ObjStm', N: objects.length, First: index.length });
}

function crossReferenceStream(context: PDFContext, entries: readonly Entry[]): PDFStream {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const rows = Buffer.alloc(sorted.length * 7);
  const sections: [first: number, count: number][] = [];
  sorted.forEach(([number, kind, where, index], row) => {
    rows.writeUInt8(kind, row * 7);
    rows.writeUInt32BE(where, row * 7 + 1);
    rows.writeUInt16BE(index, row * 7 + 5);
    const last = sections.at(-1);
    if (last && number === last[0] + last[1]) last[1] += 1;
    else sections.push([number, 1]);
  });
  const { Root, Info, ID } = context.trailerInfo;
  const size = context.largestObjectNumber + 1;
  const table = { Type: 'XRef', Size: size, W: [1, 4, 2], Index: sections.flat() };
  return context.flateStream(rows, { ...table, Root, Info, ID });
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
