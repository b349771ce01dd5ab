import { FileChild, Packer, type Document } from 'docx';
import { unzipSync } from 'fflate';
import type { Orientation } from '../geometry.js';
import type { Variants } from '../styles/style-variants.js';

/**
 * What the library `docx` cannot write. This is the only module that looks into the markup that it generates.
 *
 * - Tables row by row: as objects, a roll-up of ten thousand rows takes gigabytes, and even a short table takes most of
 *   the time of its document. The library writes a placeholder, which the packer replaces (`StreamedTable`).
 * - Reproducible numbers: drawings are numbered per process (`reviseParts`).
 * - Final list levels: all levels are marked as tentative, and Word may replace such levels when a user edits the list.
 * - Shared footers: it writes footers for each section, and a volume would have hundreds of equal ones.
 * - Several sets of styles: the documents of a volume differ in a few of them (`reviseSections`).
 * - Parts without a ZIP (`generatedFiles`).
 */

/** The files of a package by path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Generates the XML of a table in pieces. */
export type TableXml = () => Iterable<string>;

const TABLE_PLACEHOLDER = '<streamed-table/>';

/** A table whose XML is generated row by row while the file is packed. */
export class StreamedTable extends FileChild {
  readonly xml: TableXml;

  constructor(xml: TableXml) {
    super('streamed-table');
    this.xml = xml;
  }
}

/** The body in pieces, with its tables in order in place of their placeholders. */
export function* withTables(body: string, tables: readonly TableXml[]): Generator<string> {
  for (const [index, piece] of body.split(TABLE_PLACEHOLDER).entries()) {
    if (index > 0) yield* tables[index - 1]?.() ?? [];
    yield piece;
  }
}

/**
 * The files that `docx` generates for a document; those in `overridden` are empty, because they are written elsewhere. The
 * public packer compresses what is unpacked again here; a private compiler would save 8 % of the time of a build of DOCX.
 */
export async function generatedFiles(document: Document, overridden: readonly string[]): Promise<Files> {
  const overrides = overridden.map((path) => ({ path, data: '' }));
  const zip = await Packer.toArrayBuffer(document, undefined, overrides);
  const files = Object.entries(unzipSync(new Uint8Array(zip)));
  return new Map(files.map(([path, bytes]) => [path, isText(path) ? new TextDecoder().decode(bytes) : bytes]));
}

function isText(path: string): boolean {
  return path.endsWith('.xml') || path.endsWith('.rels');
}

const NUMBERING = 'word/numbering.xml';
const WITH_DRAWINGS = /^word\/(?:document|footer\d+)\.xml$/;

/** A function that revises a part. Drawings are numbered from 1 in the order in which the parts are revised. */
export function partReviser(): (path: string, xml: string) => string {
  let drawings = 0;
  return (path, xml) => {
    if (path === NUMBERING) return withFinalListLevels(xml);
    return WITH_DRAWINGS.test(path) ? xml.replace(/(?<=<wp:docPr id=)"\d+"/g, () => `"${(drawings += 1)}"`) : xml;
  };
}

function withFinalListLevels(xml: string): string {
  return xml.replaceAll(' w:tentative="1"', '').replaceAll('"hybridMultilevel"', '"multilevel"');
}

/** A section of a body that is revised. */
export interface RevisedSection {
  readonly orientation: Orientation;
  /** The styles of its document; undefined if they are those of the first document. */
  readonly variants: Variants | undefined;
}

const SECTION_END = '</w:sectPr>';
const FOOTERS = /(?:<w:footerReference [^>]*\/>)+/;
const STYLE_REFERENCE = /(<w:(?:pStyle|tblStyle) w:val=")([^"]+)"/g;

/** Adds the footers of its orientation to every section after the first, and replaces style ids by their variants. */
export function reviseSections(body: string, sections: readonly RevisedSection[]): string {
  const pieces = body.split(SECTION_END);
  const footers = new Map<Orientation, string>();
  for (const [at, { orientation }] of sections.entries()) {
    const found = FOOTERS.exec(pieces[at] ?? '')?.[0];
    if (found !== undefined) footers.set(orientation, found);
  }
  const revised = pieces.map((piece, at) => {
    const section = sections[at];
    if (section === undefined || at === 0) return piece;
    const styled = withVariants(piece, section.variants);
    return FOOTERS.test(styled) ? styled : withFooters(styled, footers.get(section.orientation) ?? '');
  });
  return revised.join(SECTION_END);
}

/** A piece of markup with its style ids replaced by variants. */
export function withVariants(piece: string, variants: Variants | undefined): string {
  if (variants === undefined) return piece;
  return piece.replace(STYLE_REFERENCE, (_, open: string, id: string) => `${open}${variants.get(id) ?? id}"`);
}

/** References to footers must be the first children of `w:sectPr`. */
function withFooters(piece: string, footers: string): string {
  const at = piece.lastIndexOf('<w:sectPr');
  const open = piece.indexOf('>', at) + 1;
  return piece.slice(0, open) + footers + piece.slice(open);
}
