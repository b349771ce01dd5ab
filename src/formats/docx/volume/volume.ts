import { Document, SectionType, type ISectionOptions } from 'docx';
import { type Style } from '../../../model/style.js';
import { withTableSize } from '../../../layout/styles.js';
import { type Cover, type Volume, type VolumePart } from '../../../model/volume.js';
import { type Paging } from '../../../layout/paging.js';
import { coverRoom, coverTitleSize } from '../../../layout/cover.js';
import { blocksFlow } from '../body/blocks.js';
import type { ChartImages } from '../context.js';
import { contentsFlow, markPart } from './contents.js';
import { blankLines, type Flow } from '../flow.js';
import { mastheadLook, redRule } from '../head/head-metrics.js';
import { textRun } from '../body/inlines.js';
import { FIRST_HEADING_LIST, headingCounter, numberingOptions } from '../styles/numbering.js';
import { packDocument } from '../package/package.js';
import { pageFooters } from '../page-number.js';
import type { StyleInput } from '../styles/paragraph-styles.js';
import { applicationPart, corePart, settingsPart } from '../package/properties.js';
import { documentPageSequences, section, type PageSequence } from '../sections.js';
import { type DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';
import { styleSheet } from '../styles/style-sheet.js';
import { reviseSections, tablesOf, type BoundDocument } from './volume-sections.js';

/**
 * Writes a volume as DOCX: cover, preface, contents and documents, each of them as it is on its own, in sections of one
 * file. `paging` tells the numbers that stand in the contents. The same input gives the same bytes.
 */
export async function writeVolumeDocx(
  volume: Volume,
  style: Style,
  images: ReadonlyMap<string, Uint8Array>,
  paging: Paging,
  charts: ChartImages = new Map(),
): Promise<Uint8Array> {
  const headings = headingCounter();
  const context: DocxContext = { style, images, charts, headings, bound: true };
  const front = frontRuns(volume, context, paging);
  const parts = volume.groups.flatMap(({ title, parts }) =>
    parts.map((part, index) => ({ part, group: index === 0 ? title : '' })),
  );
  const bound = [
    ...front.map((sequence, index): BoundDocument => ({ run: sequence, part: null, opens: index === 1 })),
    ...parts.flatMap(({ part, group }, index) => partRuns(part, group, index, context)),
  ];
  const headingList = headings.used() ? FIRST_HEADING_LIST : null;
  const titleSize = coverTitleSize(volume.cover, style);
  const inputs = parts.map(({ part }): StyleInput => styleInput(part, headingList, titleSize, style));
  const [first, ...others] = inputs;
  if (first === undefined) throw new Error('a volume without documents');
  const { part, variants } = styleSheet([first, ...others]);
  const document = new Document({
    sections: sectionsOf(bound, volume.twoSided, style),
    numbering: numberingOptions(style, true),
    evenAndOddHeaderAndFooters: true,
  });
  const files = {
    'word/styles.xml': part,
    'word/settings.xml': settingsPart(),
    'docProps/core.xml': corePart(volume.properties),
    'docProps/app.xml': applicationPart(),
  };
  return packDocument(document, files, tablesOf(bound, variants), (body) => reviseSections(body, bound, variants));
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
    mark: mastheadLook(head, style),
    headingList,
    redRule: redRule(head, style),
    cover: { titleSize },
  };
}

/** Cover, preface and contents. */
function frontRuns(volume: Volume, context: DocxContext, { first }: Paging): readonly PageSequence[] {
  const { style } = context;
  const preface = blocksFlow(volume.preface, { ...context, orientation: 'portrait', quoted: false });
  const flows = [coverFlow(volume.cover, style), preface, contentsFlow(volume, style, first)];
  return flows.filter((flow) => flow.length > 0).map((flow) => ({ orientation: 'portrait', flow }));
}

function coverFlow(cover: Cover, style: Style): readonly Flow[] {
  const room = coverRoom(cover, style);
  const line = (text: string, id: string): Flow => ({ style: id, children: [textRun(text)] });
  return [
    ...blankLines(room.above),
    ...(cover.line === '' ? [] : [line(cover.line, styleIds.draftLine)]),
    ...cover.title.map((text) => line(text, styleIds.coverTitle)),
    { style: styleIds.coverRule },
    ...blankLines(room.below),
    ...cover.organ.map((text) => line(text, styleIds.centre)),
    line(cover.date, styleIds.centre),
  ];
}

function partRuns(part: VolumePart, group: string, index: number, context: DocxContext): readonly BoundDocument[] {
  context.headings.restart();
  const runs = documentPageSequences(part.doc(), { ...context, style: withTableSize(context.style, part.tableSize) });
  return runs.map((sequence, at) => ({
    run: at === 0 ? { ...sequence, flow: markPart(sequence.flow, part, index, group) } : sequence,
    part: index,
    opens: at === 0,
  }));
}

/** Footers are written once for each way a sheet lies; the other sections refer to those. */
function sectionsOf(bound: readonly BoundDocument[], twoSided: boolean, style: Style): readonly ISectionOptions[] {
  const isFirst = (at: number): boolean =>
    at > 0 &&
    bound.findIndex(({ run: sequence }, other) => other > 0 && sequence.orientation === bound[at]?.run.orientation) ===
      at;
  return bound.map(({ run, opens }, at) => {
    const { properties, children } = section(run, null, style);
    const type = twoSided && opens ? { type: SectionType.ODD_PAGE } : {};
    const footers = isFirst(at) ? { footers: pageFooters(style, run.orientation) } : {};
    return { properties: { ...properties, ...type }, children, ...footers };
  });
}
