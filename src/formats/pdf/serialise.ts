import { PDFCatalog, PDFHexString, PDFPageLeaf, PDFPageTree, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { concatBytes, decodeLatin1, encodeLatin1 } from '../../runtime/bytes.js';
import { sha256 } from '../../runtime/digest.js';
import { dropUnreachable } from './unreachable.js';

/** Placeholder for the file identifier, which is the digest of the file with this placeholder. */
const IDENTIFIER_PLACEHOLDER = '00000000000000000000000000000000';
/** The second line marks the file as binary for transfer programs (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';
/** Objects per object stream; a reader decompresses the whole stream to read one of them. */
const STREAM_SIZE = 400;
/** Bytes of one entry of the cross-reference table; `W` gives the widths of its three fields. */
const ROW_BYTES = 7;

type Numbered = readonly [PDFRef, PDFObject];
/** A cross-reference entry (ISO 32000-1, 7.5.8): kind 1 is at a file offset, kind 2 at an index of an object stream. */
type Entry = readonly [number: number, kind: 1 | 2, where: number, index: number];

/** Writes the file; its identifier is the digest of the rest of the file (ISO 32000-1, 14.4). */
export function writeContext(context: PDFContext): Uint8Array {
  const identifier = PDFHexString.of(IDENTIFIER_PLACEHOLDER);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  dropUnreachable(context);
  const { bytes, tableStart } = serialise(context);
  const text = encodeLatin1(sha256(bytes).slice(0, IDENTIFIER_PLACEHOLDER.length).toUpperCase());
  const table = decodeLatin1(bytes.subarray(tableStart));
  for (const { index } of table.matchAll(new RegExp(IDENTIFIER_PLACEHOLDER, 'g'))) bytes.set(text, tableStart + index);
  return bytes;
}

interface Serialised {
  readonly bytes: Uint8Array;
  /** Offset of the cross-reference stream, whose dictionary contains the identifier. */
  readonly tableStart: number;
}

/** Writes streams, catalog and pages directly, other objects in object streams, and the cross-reference stream last. */
function serialise(context: PDFContext): Serialised {
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
  add(encodeLatin1(HEADER));
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
  add(encodeLatin1(`startxref\n${start}\n%%EOF`));
  return { bytes: concatBytes(parts), tableStart: start };
}

function isDirectlyWritten(object: PDFObject): boolean {
  return [PDFStream, PDFCatalog, PDFPageTree, PDFPageLeaf].some((kind) => object instanceof kind);
}

function* chunksOf(objects: readonly Numbered[]): Generator<readonly Numbered[]> {
  for (let start = 0; start < objects.length; start += STREAM_SIZE) yield objects.slice(start, start + STREAM_SIZE);
}

function objectBytes(number: number, object: PDFObject): readonly Uint8Array[] {
  const open = `${number} 0 obj\n`;
  if (!(object instanceof PDFStream)) return [encodeLatin1(`${open}${object.toString()}\nendobj\n\n`)];
  object.updateDict();
  const contents = object.getContents();
  return [
    encodeLatin1(`${open}${object.dict.toString()}\nstream\n`),
    contents,
    encodeLatin1('\nendstream\nendobj\n\n'),
  ];
}

/** ISO 32000-1, 7.5.7. */
function objectStream(context: PDFContext, objects: readonly Numbered[]): PDFStream {
  let index = '';
  let body = '';
  for (const [ref, object] of objects) {
    index += `${ref.objectNumber} ${body.length} `;
    body += `${object.toString()}\n`;
  }
  return context.flateStream(encodeLatin1(index + body), { Type: 'ObjStm', N: objects.length, First: index.length });
}

function crossReferenceStream(context: PDFContext, entries: readonly Entry[]): PDFStream {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const rows = new DataView(new ArrayBuffer(sorted.length * ROW_BYTES));
  const sections: [first: number, count: number][] = [];
  sorted.forEach(([number, kind, where, index], row) => {
    rows.setUint8(row * ROW_BYTES, kind);
    rows.setUint32(row * ROW_BYTES + 1, where);
    rows.setUint16(row * ROW_BYTES + 5, index);
    const last = sections.at(-1);
    if (last && number === last[0] + last[1]) last[1] += 1;
    else sections.push([number, 1]);
  });
  const { Root, Info, ID } = context.trailerInfo;
  const size = context.largestObjectNumber + 1;
  const table = { Type: 'XRef', Size: size, W: [1, 4, 2], Index: sections.flat() };
  return context.flateStream(new Uint8Array(rows.buffer), { ...table, Root, Info, ID });
}
