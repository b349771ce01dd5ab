import { PDFHeader, PDFHexString, PDFStreamWriter, type PDFContext } from '@cantoo/pdf-lib';
import { sha256 } from '../../model/digest.js';
import { dropUnreachable } from './reach.js';

/** Stands where the file identifier will, until the bytes that it is made from are known. */
const NO_IDENTIFIER = '00000000000000000000000000000000';

/** Writes the file; its identifier is the digest of everything else in it (ISO 32000-1, 14.4). */
export async function writeContext(context: PDFContext): Promise<Uint8Array> {
  const identifier = PDFHexString.of(NO_IDENTIFIER);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
  dropUnreachable(context);
  const bytes = await PDFStreamWriter.forContext(context, Infinity).serializeToBuffer();
  const text = sha256(bytes).slice(0, NO_IDENTIFIER.length).toUpperCase();
  return replaceAll(bytes, new TextEncoder().encode(NO_IDENTIFIER), new TextEncoder().encode(text));
}

/** Overwrites every occurrence of `from` with bytes of the same length. */
function replaceAll(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = view.lastIndexOf(from); at >= 0; at = at === 0 ? -1 : view.lastIndexOf(from, at - 1)) view.set(to, at);
  return bytes;
}
