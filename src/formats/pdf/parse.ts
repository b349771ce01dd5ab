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
import { decodeLatin1 } from '../../runtime/bytes.js';
import { isSpace, tokenEnd } from './tokens.js';

const LENGTH = PDFName.of('Length');
const TYPE = PDFName.of('Type');
const XREF = 'xref';
const TRAILER = 'trailer';
/** A line of the cross-reference table: an entry with the offset of an object, or the header of a subsection. */
const XREF_LINE = /^(\d+) (\d+)(?: ([nf]))?\s*$/;
const ESCAPE = /#([\dA-Fa-f]{2})/g;
const OBJECT_HEADER = /\s*\d+\s+\d+\s+obj\b/y;
const REFERENCE = /(\d+)\s+(\d+)\s+R\b/y;
const STREAM = /\s*stream\r?\n/y;
const OFFSET = /startxref\s+(\d+)\s+%%EOF\s*$/;
const TAIL_LENGTH = 64;

/**
 * Parses a PDF in the syntax of the browser: one section with a single cross-reference table (ISO 32000-1, 7.5.4). The
 * parser of the library supports all PDF files, scans them byte by byte and takes four times as long. Throws on any
 * other syntax.
 */
export function parsePrint(bytes: Uint8Array): PDFContext {
  const text = decodeLatin1(bytes);
  const context = PDFContext.create();
  const reader = createReader(text, bytes, context);
  const start = Number(OFFSET.exec(text.slice(-TAIL_LENGTH))?.[1]);
  const end = text.indexOf(TRAILER, start);
  if (!text.startsWith(XREF, start) || end < 0) throw unexpectedSyntax();
  const trailer = reader.readAt(end + TRAILER.length);
  if (!(trailer instanceof PDFDict)) throw unexpectedSyntax();
  const [root, info] = [trailer.get(PDFName.of('Root')), trailer.get(PDFName.of('Info'))];
  context.trailerInfo = { ...(root && { Root: root }), ...(info && { Info: info }) };
  for (const [ref, offset] of entriesOf(text.slice(start + XREF.length, end))) {
    OBJECT_HEADER.lastIndex = offset;
    if (!OBJECT_HEADER.test(text)) throw unexpectedSyntax();
    context.assign(ref, reader.readAt(OBJECT_HEADER.lastIndex));
  }
  return context;
}

function* entriesOf(table: string): Generator<readonly [PDFRef, offset: number]> {
  let number = 0;
  for (const line of table.trim().split('\n')) {
    const [, start, count, kind] = XREF_LINE.exec(line) ?? [];
    if (kind === 'n') yield [PDFRef.of(number, Number(count)), Number(start)];
    number = kind === undefined ? Number(start) : number + 1;
  }
}

/** As `parsePrint`, but a PDF with other syntax, such as of a future browser version, is parsed by the library. */
export async function openPrint(bytes: Uint8Array): Promise<PDFContext> {
  try {
    return parsePrint(bytes);
  } catch (error) {
    if (!(error instanceof UnexpectedSyntax)) throw error;
    return (await PDFDocument.load(bytes, { updateMetadata: false })).context;
  }
}

class UnexpectedSyntax extends Error {}

function unexpectedSyntax(): Error {
  return new UnexpectedSyntax('the print does not have the expected syntax of the browser');
}

interface Reader {
  readonly readAt: (offset: number) => PDFObject;
}

function createReader(text: string, bytes: Uint8Array, context: PDFContext): Reader {
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
    if (text[at] !== '/') throw unexpectedSyntax();
    const token = take(tokenEnd(text, at)).slice(1);
    const parsed =
      names.get(token) ?? PDFName.of(token.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
    names.set(token, parsed);
    return parsed;
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
    if (token === '' || Number.isNaN(Number(token))) throw unexpectedSyntax();
    const number = numbers.get(token) ?? PDFNumber.of(Number(token));
    numbers.set(token, number);
    return number;
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
    if (!(length instanceof PDFNumber)) throw unexpectedSyntax();
    const start = STREAM.lastIndex;
    at = start + length.asNumber();
    return PDFRawStream.of(dict, bytes.subarray(start, at));
  };
  const object = (): PDFObject => {
    skipSpace();
    if (at >= text.length) throw unexpectedSyntax();
    const first = text[at];
    if (first === '/') return name();
    if (first === '[') return array();
    if (first === '(') return PDFString.of(take(tokenEnd(text, at)).slice(1, -1));
    if (first !== '<') return word();
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

/** Catalog and page objects have subclasses of their own, as in the parser of the library. */
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
