import { Document } from 'docx';
import type { Doc } from '../../model/doc.js';
import type { Style } from '../../model/style.js';
import type { ChartImages } from './context.js';
import { mastheadFormat, redRule } from './head/head-metrics.js';
import { FIRST_HEADING_LIST, headingCounter, numberingOptions } from './styles/numbering.js';
import { packDocument } from './package/package.js';
import { applicationPart, corePart, settingsPart } from './package/properties.js';
import { streamedTables } from './flow.js';
import { documentPageSequences, documentSections } from './sections.js';
import { styleSheet } from './styles/style-sheet.js';

/**
 * Writes a document as DOCX with the layout of `style`. `images` contains the bytes of the pictures by their path in
 * the workspace, `charts` those of the charts; the description of a missing picture is printed in its place. The same
 * input gives the same bytes.
 */
export async function writeDocx(
  doc: Doc,
  style: Style,
  images: ReadonlyMap<string, Uint8Array>,
  charts: ChartImages = new Map(),
): Promise<Uint8Array> {
  const headings = headingCounter();
  const sequences = documentPageSequences(doc, { style, images, charts, headings, inVolume: false });
  const document = new Document({
    sections: documentSections(doc, sequences, style),
    numbering: numberingOptions(style, false),
    evenAndOddHeaderAndFooters: true,
  });
  const styleInput = {
    style,
    masthead: mastheadFormat(doc.head, style),
    headingList: headings.used() ? FIRST_HEADING_LIST : null,
    redRule: redRule(doc.head, style),
    cover: null,
  };
  const parts = {
    'word/styles.xml': styleSheet([styleInput]).part,
    'word/settings.xml': settingsPart(),
    'docProps/core.xml': corePart(doc.properties),
    'docProps/app.xml': applicationPart(),
  };
  const tables = sequences.flatMap(({ flow }) => streamedTables(flow)).map(({ xml }) => xml);
  return packDocument(document, parts, tables);
}
