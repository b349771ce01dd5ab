import { Document, SectionType, type ISectionOptions } from 'docx';
import { type Style } from '../../../model/style.js';
import { withTableSize } from '../../../layout/styles.js';
import { type Cover, type Volume, type VolumePart } from '../../../model/volume.js';
import { type Paging } from '../../../layout/paging.js';
import { coverSpacing, coverTitleSize } from '../../../layout/cover.js';
import { blocksFlow } from '../body/blocks.js';
import type { ChartImages } from '../context.js';
import { contentsFlow, withContentsEntry } from './contents.js';
import { blankLines, type FlowItem } from '../flow.js';
import { mastheadFormat, redRule } from '../head/head-metrics.js';
import { textRun } from '../body/inlines.js';
import { FIRST_HEADING_LIST, headingCounter, numberingOptions } from '../styles/numbering.js';
import { reviseSections } from '../package/docx-gaps.js';
import { packDocument } from '../package/package.js';
import { pageFooters } from '../page-number.js';
import type { StyleInput } from '../styles/paragraph-styles.js';
import { applicationPart, corePart, settingsPart } from '../package/properties.js';
import { documentPageSequences, section, type PageSequence } from '../sections.js';
import { type DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';
import { styleSheet } from '../styles/style-sheet.js';
import { revisedSections, volumeTables, type VolumeSection } from './volume-sections.js';

/**
 * Writes a volume as DOCX: cover, preface, contents and documents are sections of one file, and each document is
 * formatted as in a file of its own. `paging` contains the page numbers of the contents. The same input gives the same
 * bytes.
 */
export async function writeVolumeDocx(
  volume: Volume,
  style: Style,
  images: ReadonlyMap<string, Uint8Array>,
  paging: Paging,
  charts: ChartImages = new Map(),
): Promise<Uint8Array> {
  const headings = headingCounter();
  const context: DocxContext = { style, images, charts, headings, inVolume: true };
  const front = frontSequences(volume, context, paging);
  const parts = volume.groups.flatMap(({ title, parts }) =>
    parts.map((part, index) => ({ part, group: index === 0 ? title : '' })),
  );
  const volumeSections = [
    ...front.map((sequence, index): VolumeSection => ({ sequence, part: null, startsPart: index === 1 })),
    ...parts.flatMap(({ part, group }, index) => partSections(part, group, index, context)),
  ];
  const headingList = headings.used() ? FIRST_HEADING_LIST : null;
  const titleSize = coverTitleSize(volume.cover, style);
  const inputs = parts.map(({ part }): StyleInput => styleInput(part, headingList, titleSize, style));
  const [first, ...others] = inputs;
  if (first === undefined) throw new Error('a volume without documents');
  const { part, variants } = styleSheet([first, ...others]);
  const document = new Document({
    sections: sectionsOf(volumeSections, volume.twoSided, style),
    numbering: numberingOptions(style, true),
    evenAndOddHeaderAndFooters: true,
  });
  const files = {
    'word/styles.xml': part,
    'word/settings.xml': settingsPart(),
    'docProps/core.xml': corePart(volume.properties),
    'docProps/app.xml': applicationPart(),
  };
  return packDocument(document, files, volumeTables(volumeSections, variants), (body) =>
    reviseSections(body, revisedSections(volumeSections, variants)),
  );
}

function styleInput(
  { doc, tableSize }: VolumePart,
  headingList: number | null,
  titleSize: number,
  style: Style,
): StyleInput {
  const { head } = doc();
  return {
    style: withTableSize(style, tableSize),
    masthead: mastheadFormat(head, style),
    headingList,
    redRule: redRule(head, style),
    cover: { titleSize },
  };
}

/** Cover, preface and contents. */
function frontSequences(volume: Volume, context: DocxContext, { first }: Paging): readonly PageSequence[] {
  const { style } = context;
  const preface = blocksFlow(volume.preface, { ...context, orientation: 'portrait', quoted: false });
  const flows = [coverFlow(volume.cover, style), preface, contentsFlow(volume, style, first)];
  return flows.filter((flow) => flow.length > 0).map((flow) => ({ orientation: 'portrait', flow }));
}

function coverFlow(cover: Cover, style: Style): readonly FlowItem[] {
  const spacing = coverSpacing(cover, style);
  const line = (text: string, id: string): FlowItem => ({ style: id, children: [textRun(text)] });
  return [
    ...blankLines(spacing.above),
    ...(cover.line === '' ? [] : [line(cover.line, styleIds.draftLine)]),
    ...cover.title.map((text) => line(text, styleIds.coverTitle)),
    { style: styleIds.coverRule },
    ...blankLines(spacing.below),
    ...cover.organ.map((text) => line(text, styleIds.centre)),
    line(cover.date, styleIds.centre),
  ];
}

function partSections(part: VolumePart, group: string, index: number, context: DocxContext): readonly VolumeSection[] {
  context.headings.restart();
  const sequences = documentPageSequences(part.doc(), {
    ...context,
    style: withTableSize(context.style, part.tableSize),
  });
  return sequences.map((sequence, at) => ({
    sequence: at === 0 ? { ...sequence, flow: withContentsEntry(sequence.flow, part, index, group) } : sequence,
    part: index,
    startsPart: at === 0,
  }));
}

/** Footers are written once for each orientation; the other sections refer to them. */
function sectionsOf(
  volumeSections: readonly VolumeSection[],
  twoSided: boolean,
  style: Style,
): readonly ISectionOptions[] {
  const isFirst = (at: number): boolean =>
    at > 0 &&
    volumeSections.findIndex(
      ({ sequence }, other) => other > 0 && sequence.orientation === volumeSections[at]?.sequence.orientation,
    ) === at;
  return volumeSections.map(({ sequence, startsPart }, at) => {
    const { properties, children } = section(sequence, null, style);
    const type = twoSided && startsPart ? { type: SectionType.ODD_PAGE } : {};
    const footers = isFirst(at) ? { footers: pageFooters(style, sequence.orientation) } : {};
    return { properties: { ...properties, ...type }, children, ...footers };
  });
}
