import type { Document } from 'docx';
import { zipParts, type Part } from '../../zip/streamed-zip.js';
import { generatedFiles, partReviser, withTables, type TableXml } from './docx-gaps.js';

/** Parts that replace those of `docx`, by their path in the package. */
export type Parts = Readonly<Record<string, string>>;

const CONTENT_TYPES = '[Content_Types].xml';
const BODY = 'word/document.xml';

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
  const files = await generatedFiles(document, Object.keys(parts));
  const revisePart = partReviser();
  const finalPart = (path: string): Part => {
    const file = parts[path] ?? files.get(path) ?? '';
    if (typeof file !== 'string') return file;
    const revised = revisePart(path, file);
    return path === BODY ? withTables(revise(revised), tables) : revised;
  };
  return zipParts([...files.keys()].sort(byCodeUnit).map((path) => [path, finalPart(path)]));
}

/** Sorts the content types first, as streaming readers expect, and the other paths by code unit. */
function byCodeUnit(a: string, b: string): number {
  const rank = (path: string): string => (path === CONTENT_TYPES ? '' : path);
  return rank(a) < rank(b) ? -1 : 1;
}
