import { type Style } from '../../../model/style.js';
import { pointsToTwips } from '../../../layout/units.js';
import { paragraphStyles, type StyleInput } from './paragraph-styles.js';
import { type ParagraphStyle } from './style-xml.js';
import { styleIds, type StyleId } from './style-ids.js';
import { paragraphProperties, runProperties, type RunFormat } from './style-xml.js';
import { mergeStyles, type NamedStyle, type Variants } from './style-variants.js';
import { element, xmlPart, valElement } from '../../xml.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The styles of one or several documents. */
export interface StyleSheet {
  /** `word/styles.xml` */
  readonly part: string;
  /** For each document, the ids of its styles in the file by their ids in a file of its own. */
  readonly variants: readonly Variants[];
}

/**
 * Writes `word/styles.xml`. The grid is set in 正文 (Normal) only, and every other style contains only its differences.
 * Where documents that share the file differ, such as in the size of the masthead, each variant is a separate style.
 */
export function styleSheet(inputs: readonly [StyleInput, ...StyleInput[]]): StyleSheet {
  const [{ style }] = inputs;
  const paragraphs = mergeStyles(inputs.map((input) => paragraphStyles(input)));
  const tables = mergeStyles(inputs.map((input) => [tableFormat(input.style)]));
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
    part: xmlPart(element('w:styles', { 'xmlns:w': NAMESPACE }, documentDefaults(style), ...styles)),
    variants: inputs.map((_, index) => new Map([...(paragraphs.ids[index] ?? []), ...(tables.ids[index] ?? [])])),
  };
}

function documentDefaults(style: Style): string {
  const languages = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' });
  const format = { face: style.faces.body, size: style.size.body, spacing: style.grid.letterSpacing };
  const run = runProperties(format).replace('</w:rPr>', `${languages}</w:rPr>`);
  return element('w:docDefaults', {}, element('w:rPrDefault', {}, run), element('w:pPrDefault'));
}

/**
 * Exact line pitch, no widow control, no Han–Latin spacing, no snapping to the grid: this gives 22 lines of 28 cells
 * (5.2.3).
 */
function normalStyle(style: Style): string {
  const spacing = { 'w:before': 0, 'w:after': 0, 'w:line': pointsToTwips(style.grid.linePitch), 'w:lineRule': 'exact' };
  const paragraph = element(
    'w:pPr',
    {},
    valElement('w:widowControl', 0),
    valElement('w:kinsoku', 1),
    // No hanging punctuation, as in the PDF: Chromium does not support it.
    valElement('w:overflowPunct', 0),
    valElement('w:autoSpaceDE', 0),
    valElement('w:autoSpaceDN', 0),
    valElement('w:adjustRightInd', 0),
    valElement('w:snapToGrid', 0),
    element('w:spacing', spacing),
  );
  const attributes = { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': styleIds.normal };
  return element('w:style', attributes, valElement('w:name', 'Normal'), element('w:qFormat'), paragraph);
}

function paragraphStyle(each: ParagraphStyle): string {
  const custom = /^[a-z]/i.test(each.name) ? undefined : 1;
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': custom, 'w:styleId': each.id },
    valElement('w:name', each.name),
    each.alias === undefined ? '' : valElement('w:aliases', each.alias),
    valElement('w:basedOn', each.basedOn ?? styleIds.normal),
    each.next === undefined ? '' : valElement('w:next', each.next),
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

/** Emphasis changes the typeface and never the weight: official typefaces have one weight only. */
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
  valElement('w:name', 'Default Paragraph Font'),
  valElement('w:uiPriority', 1),
  element('w:semiHidden'),
);

function characterStyle(id: StyleId, name: string, run: RunFormat): string {
  const custom = /^[a-z]/i.test(name) ? undefined : 1;
  return element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': custom, 'w:styleId': id },
    valElement('w:name', name),
    valElement('w:basedOn', 'DefaultParagraphFont'),
    element('w:qFormat'),
    runProperties(run),
  );
}

const DEFAULT_TABLE = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  valElement('w:name', 'Normal Table'),
  valElement('w:uiPriority', 99),
  element('w:semiHidden'),
  element('w:tblPr', {}, cellMargins(0, 0)),
);

/** Twips subtracted from the left and right cell margins, so that rounding does not wrap a text as wide as its cell. */
const ROUNDING_ALLOWANCE = 2;

interface TableFormat extends NamedStyle {
  readonly borders: readonly string[];
  readonly margins: string;
}

function tableFormat({ table }: Style): TableFormat {
  const rule = eighths(table.rule);
  return {
    id: styleIds.table,
    name: '公文表格',
    borders: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => border(side, rule)),
    margins: cellMargins(pointsToTwips(table.paddingBlock), pointsToTwips(table.paddingInline) - ROUNDING_ALLOWANCE),
  };
}

function tableStyle({ id, name, borders, margins }: TableFormat): string {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    valElement('w:name', name),
    valElement('w:basedOn', 'TableNormal'),
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
