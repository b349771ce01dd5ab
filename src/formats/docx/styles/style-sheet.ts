import { type Style } from '../../../model/style.js';
import { twips } from '../../../layout/units.js';
import { paragraphStyles, type StyleInput } from './paragraph-styles.js';
import { type ParagraphStyle } from './style-xml.js';
import { styleIds, type StyleId } from './style-ids.js';
import { paragraphProperties, runProperties, type RunFormat } from './style-xml.js';
import { distinguish, type Named, type Variants } from './style-variants.js';
import { element, part, value } from '../package/xml.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The styles of one or several documents. */
export interface StyleSheet {
  /** `word/styles.xml` */
  readonly part: string;
  /** For each document the ids of its own variants, by the id that it would have alone. */
  readonly variants: readonly Variants[];
}

/**
 * `word/styles.xml`, whole: the grid stands in 正文 (Normal) once, and every other style says only how it differs. What
 * differs between documents that share the file, such as the size of a mark, becomes a style of its own.
 */
export function styleSheet(inputs: readonly [StyleInput, ...StyleInput[]]): StyleSheet {
  const [{ style }] = inputs;
  const paragraphs = distinguish(inputs.map((input) => paragraphStyles(input)));
  const tables = distinguish(inputs.map((input) => [tableLook(input.style)]));
  const characters = characterStyles(style).map(({ id, name, run }) => characterStyle(id, name, run));
  const styles = [
    normalStyle(style),
    ...paragraphs.styles.map(paragraphStyle),
    DEFAULT_CHARACTER,
    ...characters,
    DEFAULT_TABLE,
    ...tables.styles.map(tableStyle),
  ];
  return {
    part: part(element('w:styles', { 'xmlns:w': NAMESPACE }, defaults(style), ...styles)),
    variants: inputs.map((_, index) => new Map([...(paragraphs.ids[index] ?? []), ...(tables.ids[index] ?? [])])),
  };
}

function defaults(style: Style): string {
  const languages = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' });
  const look = { face: style.faces.body, size: style.size.body, spacing: style.grid.letterSpacing };
  const run = runProperties(look).replace('</w:rPr>', `${languages}</w:rPr>`);
  return element('w:docDefaults', {}, element('w:rPrDefault', {}, run), element('w:pPrDefault'));
}

/** Exact pitch, no widow control, no Han–Latin gap, no snapping: what makes 22 lines of 28 cells (5.2.3) come out. */
function normalStyle(style: Style): string {
  const spacing = { 'w:before': 0, 'w:after': 0, 'w:line': twips(style.grid.linePitch), 'w:lineRule': 'exact' };
  const paragraph = element(
    'w:pPr',
    {},
    value('w:widowControl', 0),
    value('w:kinsoku', 1),
    // No mark hangs past the last cell, as in the PDF: Chromium cannot hang one.
    value('w:overflowPunct', 0),
    value('w:autoSpaceDE', 0),
    value('w:autoSpaceDN', 0),
    value('w:adjustRightInd', 0),
    value('w:snapToGrid', 0),
    element('w:spacing', spacing),
  );
  const attributes = { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': styleIds.normal };
  return element('w:style', attributes, value('w:name', 'Normal'), element('w:qFormat'), paragraph);
}

function paragraphStyle(each: ParagraphStyle): string {
  const custom = /^[a-z]/i.test(each.name) ? undefined : 1;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': custom, 'w:styleId': each.id },
    value('w:name', each.name),
    each.alias === undefined ? '' : value('w:aliases', each.alias),
    value('w:basedOn', each.basedOn ?? styleIds.normal),
    each.next === undefined ? '' : value('w:next', each.next),
    element('w:qFormat'),
    paragraphProperties(each.paragraph ?? {}),
    runProperties(each.run ?? {}),
  );
}

interface CharacterStyle {
  readonly id: StyleId;
  readonly name: string;
  readonly run: RunFormat;
}

/** Emphasis changes the face and never the weight: official faces have one weight only. */
function characterStyles(style: Style): readonly CharacterStyle[] {
  return [
    { id: styleIds.strong, name: 'Strong', run: { face: style.faces.heading1 } },
    { id: styleIds.emphasis, name: 'Emphasis', run: { face: style.faces.heading2 } },
    { id: styleIds.missing, name: '未报', run: { colour: style.head.red } },
    { id: styleIds.signer, name: '签发人姓名', run: { face: style.faces.heading2 } },
  ];
}

const DEFAULT_CHARACTER = element(
  'w:style',
  { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
  value('w:name', 'Default Paragraph Font'),
  value('w:uiPriority', 1),
  element('w:semiHidden'),
);

function characterStyle(id: StyleId, name: string, run: RunFormat): string {
  const custom = /^[a-z]/i.test(name) ? undefined : 1;
  return element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': custom, 'w:styleId': id },
    value('w:name', name),
    value('w:basedOn', 'DefaultParagraphFont'),
    element('w:qFormat'),
    runProperties(run),
  );
}

const DEFAULT_TABLE = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  value('w:name', 'Normal Table'),
  value('w:uiPriority', 99),
  element('w:semiHidden'),
  element('w:tblPr', {}, cellMargins(0, 0)),
);

/** Twips that a cell gives at either side, so that a text as wide as its cell is not wrapped for a rounding. */
const ROUNDING = 2;

interface TableFormat extends Named {
  readonly borders: readonly string[];
  readonly margins: string;
}

function tableLook({ table }: Style): TableFormat {
  const rule = eighths(table.rule);
  return {
    id: styleIds.table,
    name: '公文表格',
    borders: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => border(side, rule)),
    margins: cellMargins(twips(table.paddingBlock), twips(table.paddingInline) - ROUNDING),
  };
}

function tableStyle({ id, name, borders, margins }: TableFormat): string {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    value('w:name', name),
    value('w:basedOn', 'TableNormal'),
    element('w:qFormat'),
    element('w:tblPr', {}, element('w:tblBorders', {}, ...borders), margins),
  );
}

function border(side: string, size: number): string {
  return element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': '000000' });
}

function cellMargins(block: number, inline: number): string {
  const margin = (side: string, width: number): string => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });
  const sides = [margin('top', block), margin('left', inline), margin('bottom', block), margin('right', inline)];
  return element('w:tblCellMar', {}, ...sides);
}

function eighths(points: number): number {
  return Math.round(points * 8);
}
