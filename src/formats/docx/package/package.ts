import type { Document } from 'docx';
import { zipParts, type Part } from '../../zip/streamed-zip.js';
import { compileDocument } from './compile.js';
import { TABLE_PLACEHOLDER } from '../body/table-xml.js';

/** Parts that replace those of `docx`, by their path in the package. */
export type Parts = Readonly<Record<string, string>>;

/** Generates the XML of a table in pieces. */
export type TableXml = () => Iterable<string>;

const CONTENT_TYPES = '[Content_Types].xml';
const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const FOOTER = /^word\/footer\d+\.xml$/;

/**
 * The bytes of a document. The output is reproducible: entries have a fixed order, fixed dates and fixed ids. `tables`
 * replace their placeholders in the body in order, after `revise` has been applied to the rest of the body.
 */
export async function packDocument(
  document: Document,
  parts: Parts,
  tables: readonly TableXml[],
  revise: (body: string) => string = (body) => body,
): Promise<Uint8Array> {
  const files = await compileDocument(document, Object.keys(parts));
  const renumber = createDrawingRenumberer();
  const finalPart = (path: string): Part => {
    const file = parts[path] ?? files.get(path) ?? '';
    if (typeof file !== 'string') return file;
    if (path === BODY) return bodyPieces(revise(renumber(file)), tables);
    if (path === NUMBERING) return withFinalListLevels(file);
    return FOOTER.test(path) ? renumber(file) : file;
  };
  return zipParts([...files.keys()].sort(byCodeUnit).map((path) => [path, finalPart(path)]));
}

function* bodyPieces(body: string, tables: readonly TableXml[]): Generator<string> {
  for (const [index, piece] of body.split(TABLE_PLACEHOLDER).entries()) {
    if (index > 0) yield* tables[index - 1]?.() ?? [];
    yield piece;
  }
}

/** Sorts the content types first, as streaming readers expect, and the other paths by code unit. */
function byCodeUnit(a: string, b: string): number {
  const rank = (path: string): string => (path === CONTENT_TYPES ? '' : path);
  return rank(a) < rank(b) ? -1 : 1;
}

/** `docx` numbers drawings per process; here the numbers begin at 1 in every document. */
function createDrawingRenumberer(): (xml: string) => string {
  let count = 0;
  return (xml) => xml.replace(/(?<=<wp:docPr id=)"\d+"/g, () => `"${(count += 1)}"`);
}

/** `docx` marks every list level as tentative, and Word may replace such levels when a user edits the list. */
function withFinalListLevels(xml: string): string {
  return xml.replaceAll(' w:tentative="1"', '').replaceAll('"hybridMultilevel"', '"multilevel"');
}
