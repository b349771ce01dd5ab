import {
  PDFArray,
  PDFBool,
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { isSpace, tokenEnd } from './tokens.js';

const LENGTH = PDFName.of('Length');
const TYPE = PDFName.of('Type');
const TABLE = 'xref';
const TRAILER = 'trailer';
/** A line of the table: where an object is, or the number of the next one and how many follow. */
const LINE = /^(\d+) (\d+)(?: ([nf]))?\s*$/;
const ESCAPE = /#([\dA-Fa-f]{2})/g;
const HEAD = /\s*\d+\s+\d+\s+obj\b/y;
const REFERENCE = /(\d+)\s+(\d+)\s+R\b/y;
const STREAM = /\s*stream\r?\n/y;
const OFFSET = /startxref\s+(\d+)\s+%%EOF\s*$/;
const TAIL = 64;

/**
 * The objects of a PDF as the browser writes it: whole, with one table of where they are (ISO 32000-1, 7.5.4). The library's
 * own reader goes through all files that are to be found anywhere byte by byte, which takes four times as long. Throws where
 * a file is written otherwise.
 */
export function parsePrint(bytes: Uint8Array): PDFContext {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('latin1');
  const context = PDFContext.create();
  const reader = createReader(text, buffer, context);
  const start = Number(OFFSET.exec(text.slice(-TAIL))?.[1]);
  const end = text.indexOf(TRAILER, start);
  if (!text.startsWith(TABLE, start) || end < 0) throw broken();
  const trailer = reader.readAt(end + TRAILER.length);
  if (!(trailer instanceof PDFDict)) throw broken();
  const [root, info] = [trailer.get(PDFName.of('Root')), trailer.get(PDFName.of('Info'))];
  context.trailerInfo = { ...(root && { Root: root }), ...(info && { Info: info }) };
  for (const [ref, offset] of entriesOf(text.slice(start + TABLE.length, end))) {
    HEAD.lastIndex = offset;
    if (!HEAD.test(text)) throw broken();
    context.assign(ref, reader.readAt(HEAD.lastIndex));
  }
  return context;
}

function* entriesOf(table: string): Generator<readonly [PDFRef, offset: number]> {
  let number = 0;
  for (const line of table.trim().split('\n')) {
    const [, place, count, kind] = LINE.exec(line) ?? [];
    if (kind === 'n') yield [PDFRef.of(number, Number(count)), Number(place)];
    number = kind === undefined ? Number(place) : number + 1;
  }
}

/** As `parsePrint`; a print that is written otherwise, as a browser to come may, is read by the library. */
export async function openPrint(bytes: Uint8Array): Promise<PDFContext> {
  try {
    return parsePrint(bytes);
  } catch (error) {
    if (!(error instanceof UnlikePrint)) throw error;
    return (await PDFDocument.load(bytes, { updateMetadata: false })).context;
  }
}

class UnlikePrint extends Error {}

function broken(): Error {
  return new UnlikePrint('the print is not written as the browser writes it');
}

interface Reader {
  readonly readAt: (offset: number) => PDFObject;
}

function createReader(text: string, bytes: Buffer, context: PDFContext): Reader {
  const names = new Map<string, PDFName>();
  const numbers = new Map<string, PDFNumber>();
  let at = 0;

  const skipSpace = (): void => {
    while (isSpace(text, at)) at += 1;
  };
  const take = (end: number): string => {
    const token = text.slice(at, end);
    at = end;
    return token;
  };
  const name = (): PDFName => {
    if (text[at] !== '/') throw broken();
    const token = take(tokenEnd(text, at)).slice(1);
    const known =
      names.get(token) ?? PDFName.of(token.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
    names.set(token, known);
    return known;
  };
  const word = (): PDFObject => {
    REFERENCE.lastIndex = at;
    const reference = REFERENCE.exec(text);
    if (reference) {
      at = REFERENCE.lastIndex;
      return PDFRef.of(Number(reference[1]), Number(reference[2]));
    }
    const token = take(tokenEnd(text, at));
    if (token === 'true') return PDFBool.True;
    if (token === 'false') return PDFBool.False;
    if (token === 'null') return PDFNull;
    if (token === '' || Number.isNaN(Number(token))) throw broken();
    const known = numbers.get(token) ?? PDFNumber.of(Number(token));
    numbers.set(token, known);
    return known;
  };
  const array = (): PDFArray => {
    const items = PDFArray.withContext(context);
    at += 1;
    for (skipSpace(); text[at] !== ']'; skipSpace()) items.push(object());
    at += 1;
    return items;
  };
  const dictionary = (): PDFObject => {
    const entries = new Map<PDFName, PDFObject>();
    at += 2;
    for (skipSpace(); text[at] !== '>'; skipSpace()) entries.set(name(), object());
    at += 2;
    const dict = dictOf(entries, context);
    STREAM.lastIndex = at;
    if (!STREAM.test(text)) return dict;
    const length = entries.get(LENGTH);
    if (!(length instanceof PDFNumber)) throw broken();
    const start = STREAM.lastIndex;
    at = start + length.asNumber();
    return PDFRawStream.of(dict, bytes.subarray(start, at));
  };
  const object = (): PDFObject => {
    skipSpace();
    if (at >= text.length) throw broken();
    const sign = text[at];
    if (sign === '/') return name();
    if (sign === '[') return array();
    if (sign === '(') return PDFString.of(take(tokenEnd(text, at)).slice(1, -1));
    if (sign !== '<') return word();
    if (text[at + 1] === '<') return dictionary();
    return PDFHexString.of(take(tokenEnd(text, at)).slice(1, -1));
  };
  return {
    readAt: (offset) => {
      at = offset;
      return object();
    },
  };
}

/** Catalog and pages are of classes of their own, as the library reads them. */
function dictOf(entries: Map<PDFName, PDFObject>, context: PDFContext): PDFDict {
  switch (String(entries.get(TYPE))) {
    case '/Catalog':
      return PDFCatalog.fromMapWithContext(entries, context);
    case '/Pages':
      return PDFPageTree.fromMapWithContext(entries, context);
    case '/Page':
      return PDFPageLeaf.fromMapWithContext(entries, context);
    default:
      return PDFDict.fromMapWithContext(entries, context);
  }
}
