import { Packer, type Document } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Parts that are written here instead of by `docx`, by their path in the package. */
export type Parts = Readonly<Record<string, string>>;

const CONTENT_TYPES = '[Content_Types].xml';
const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const DRAWN_PART = /^word\/(?:document|footer\d+)\.xml$/;
/** Local time: what a ZIP stores has no time zone, so this is the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);

/**
 * The bytes of a document, the same for the same document: entries in a fixed order, with fixed dates and ids. `revise`
 * has the last word on its body.
 */
export async function packDocument(
  document: Document,
  parts: Parts,
  revise: (body: string) => string = (body) => body,
): Promise<Uint8Array> {
  const overrides = Object.entries(parts).map(([path, data]) => ({ path, data }));
  const packed = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides)));
  const renumber = drawingCounter();
  const entries: Zippable = {};
  for (const path of Object.keys(packed).sort(byCodeUnit)) {
    const bytes = packed[path] ?? new Uint8Array();
    if (path === BODY) entries[path] = strToU8(revise(renumber(strFromU8(bytes))));
    else if (DRAWN_PART.test(path)) entries[path] = strToU8(renumber(strFromU8(bytes)));
    else entries[path] = path === NUMBERING ? strToU8(settledLevels(strFromU8(bytes))) : bytes;
  }
  return zipSync(entries, { level: 6, mtime: EPOCH });
}

/** The list of content types first, as readers that stream the package expect, then by code unit. */
function byCodeUnit(a: string, b: string): number {
  const rank = (path: string): string => (path === CONTENT_TYPES ? '' : path);
  return rank(a) < rank(b) ? -1 : 1;
}

/** `docx` counts drawings through the whole life of the process; here they count from 1 in every document. */
function drawingCounter(): (xml: string) => string {
  let count = 0;
  return (xml) => xml.replace(/(?<=<wp:docPr id=)"\d+"/g, () => `"${(count += 1)}"`);
}

/** `docx` marks every list level as a proposal, which Word may replace by its own when someone edits the list. */
function settledLevels(xml: string): string {
  return xml.replaceAll(' w:tentative="1"', '').replaceAll('"hybridMultilevel"', '"multilevel"');
}
