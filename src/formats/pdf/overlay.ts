import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFObjectCopier,
  PDFParser,
  PDFRawStream,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { withoutMcids } from './tagging.js';
import { writeOperators } from './operators.js';
import { decodeStream, pagesOf, readPage } from './pages.js';
import { writeContext } from './serialise.js';

/** The lower left corner of a layer, in points from the lower left corner of the page. */
export interface LayerPosition {
  readonly x: number;
  readonly y: number;
}

/** Width and height of a page in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

const CONTENTS = PDFName.of('Contents');
const MEDIA_BOX = PDFName.of('MediaBox');
const FORM_NAME = PDFName.of('OverlaidForm');

/**
 * Draws one page of another PDF over the first page of an archival PDF, as an artifact (ISO 32000-1, 14.8.2.2), so that
 * the PDF still conforms to PDF/A and PDF/UA. Deterministic.
 */
export async function overlayFirstPage(
  pdf: Uint8Array,
  layers: Uint8Array,
  layer: number,
  placeOn: (page: PageSize) => LayerPosition,
): Promise<Uint8Array> {
  const context = await PDFParser.forBytesWithOptions(pdf, Infinity, true).parseDocument();
  const form = await copyAsForm(layers, layer, context);
  const [first] = pagesOf(catalogOf(context));
  const page = first && context.lookup(first, PDFDict);
  const content = page?.lookup(CONTENTS);
  if (!page || !(content instanceof PDFRawStream)) throw new Error('the PDF has no first page with content');
  const { width, height } = page.lookup(MEDIA_BOX, PDFArray).asRectangle();
  const place = placeOn({ width, height });
  const drawn = `/Artifact <</Type /Layout>> BDC\nq 1 0 0 1 ${number(place.x)} ${number(place.y)} cm /${FORM_NAME.decodeText()} Do Q\nEMC\n`;
  page.set(CONTENTS, context.register(context.flateStream(`q\n${decodeStream(content)}\nQ\n${drawn}`)));
  xObjectsOf(page).set(FORM_NAME, form);
  return writeContext(context);
}

/** Copies one page of a PDF as a form XObject without its marked-content identifiers. */
async function copyAsForm(print: Uint8Array, index: number, into: PDFContext): Promise<PDFRef> {
  const from = await PDFParser.forBytesWithOptions(print, Infinity, true).parseDocument();
  const ref = pagesOf(catalogOf(from))[index];
  if (!ref) throw new Error('the print has no such page');
  const { dict, parts } = readPage(from, ref);
  const resources = dict.lookup(PDFName.of('Resources'), PDFDict);
  const form = into.flateStream(writeOperators(withoutMcids(parts)), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: PDFObjectCopier.for(from, into).copy(dict.lookup(MEDIA_BOX) as PDFDict),
  });
  form.dict.set(PDFName.of('Resources'), PDFObjectCopier.for(from, into).copy(resources));
  return into.register(form);
}

function catalogOf(context: PDFContext): PDFDict {
  return context.lookup(context.trailerInfo.Root, PDFDict);
}

function xObjectsOf(page: PDFDict): PDFDict {
  const [RESOURCES, XOBJECT] = [PDFName.of('Resources'), PDFName.of('XObject')];
  const resources = page.lookup(RESOURCES, PDFDict);
  const existing = resources.lookupMaybe(XOBJECT, PDFDict);
  if (existing) return existing;
  const xObjects = page.context.obj({});
  resources.set(XOBJECT, xObjects);
  return xObjects;
}

function number(value: number): string {
  return String(Number(value.toFixed(3)));
}
