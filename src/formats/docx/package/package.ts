import type { Document } from 'docx';
import { zipParts, type Part } from '../../zip/streamed-zip.js';
import { compileDocument } from './compile.js';
import { PLACE } from '../body/table-xml.js';

/** Parts that are written here instead of by `docx`, by their path in the package. */
export type Parts = Readonly<Record<string, string>>;

/** The text of a table, in pieces. */
export type TableText = () => Iterable<string>;

const CONTENT_TYPES = '[Content_Types].xml';
const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const FOOTER = /^word\/footer\d+\.xml$/;

/**
 * The bytes of a document, the same for the same document: entries in a fixed order, with fixed dates and ids. `tables`
 * take their places in its body in order, after `revise` has had the last word on the rest of it.
 */
export async function packDocument(
  document: Document,
  parts: Parts,
  tables: readonly TableText[],
  revise: (body: string) => string = (body) => body,
): Promise<Uint8Array> {
  const files = await compileDocument(document, Object.keys(parts));
  const renumber = drawingCounter();
  const revised = (path: string): Part => {
    const file = parts[path] ?? files.get(path) ?? '';
    if (typeof file !== 'string') return file;
    if (path === BODY) return bodyText(revise(renumber(file)), tables);
    if (path === NUMBERING) return settledLevels(file);
    return FOOTER.test(path) ? renumber(file) : file;
  };
  return zipParts([...files.keys()].sort(byCodeUnit).map((path) => [path, revised(path)]));
}

function* bodyText(body: string, tables: readonly TableText[]): Generator<string> {
  for (const [index, piece] of body.split(PLACE).entries()) {
    if (index > 0) yield* tables[index - 1]?.() ?? [];
    yield piece;
  }
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
