import { type StyleId } from './style-ids.js';
import { pointsToTwips } from '../../../layout/units.js';
import { element, valElement } from '../../xml.js';

/** Paragraph format of a style; indents in twips. Omitted properties are inherited. */
export interface ParagraphFormat {
  readonly align?: 'left' | 'center' | 'right' | 'both' | 'distribute';
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  /** In hundredths of a character; Word prefers it to `firstLine` and adapts it when the font size changes. */
  readonly firstLineChars?: number;
  readonly hanging?: number;
  readonly line?: { readonly points: number; readonly rule: 'exact' | 'auto' };
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly numbering?: { readonly list: number; readonly level: number };
  readonly bottomRule?: { readonly eighths: number; readonly colour: string };
  readonly fill?: string;
  readonly tabs?: readonly Tab[];
}

/** A tab stop; its position in twips. */
export interface Tab {
  readonly at: number;
  readonly align: 'left' | 'right';
  readonly leader?: 'dot';
}

/** Run format of a style; size and letter spacing in points. Omitted properties are inherited. */
export interface RunFormat {
  readonly face?: string;
  readonly size?: number;
  readonly spacing?: number;
  readonly colour?: string;
  /** Horizontal scale in percent. */
  readonly percent?: number;
}

/** `w:pPr` with its children in the order of the schema. */
export function paragraphProperties(format: ParagraphFormat): string {
  const parts = [
    format.keepNext === true ? element('w:keepNext') + element('w:keepLines') : '',
    format.numbering ? numberingProperties(format.numbering.list, format.numbering.level) : '',
    format.bottomRule ? bottomRule(format.bottomRule) : '',
    format.fill === undefined ? '' : element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': format.fill }),
    format.tabs ? element('w:tabs', {}, ...format.tabs.map(tab)) : '',
    format.line ? lineSpacing(format.line) : '',
    indent(format),
    format.align ? valElement('w:jc', format.align) : '',
    format.outline === undefined ? '' : valElement('w:outlineLvl', format.outline),
  ];
  return parts.some((part) => part !== '') ? element('w:pPr', {}, ...parts) : '';
}

function numberingProperties(list: number, level: number): string {
  return element('w:numPr', {}, valElement('w:ilvl', level), valElement('w:numId', list));
}

function bottomRule({ eighths, colour }: { readonly eighths: number; readonly colour: string }): string {
  const rule = { 'w:val': 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': colour };
  return element('w:pBdr', {}, element('w:bottom', rule));
}

function tab({ at, align, leader }: Tab): string {
  return element('w:tab', { 'w:val': align, 'w:leader': leader, 'w:pos': at });
}

function lineSpacing({ points, rule }: { readonly points: number; readonly rule: string }): string {
  return element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': pointsToTwips(points), 'w:lineRule': rule });
}

function indent({ left, right, firstLine, firstLineChars, hanging }: ParagraphFormat): string {
  const attributes = {
    'w:left': left,
    'w:right': right,
    'w:hanging': hanging,
    'w:firstLineChars': firstLineChars,
    'w:firstLine': firstLine,
  };
  return Object.values(attributes).some((length) => length !== undefined) ? element('w:ind', attributes) : '';
}

/** `w:rPr` with its children in the order of the schema. */
export function runProperties(format: RunFormat): string {
  const size = format.size === undefined ? undefined : Math.round(format.size * 2);
  const parts = [
    format.face === undefined ? '' : fonts(format.face),
    format.colour === undefined ? '' : valElement('w:color', format.colour),
    format.spacing === undefined ? '' : valElement('w:spacing', pointsToTwips(format.spacing)),
    format.percent === undefined ? '' : valElement('w:w', format.percent),
    size === undefined ? '' : valElement('w:sz', size) + valElement('w:szCs', size),
  ];
  return parts.some((part) => part !== '') ? element('w:rPr', {}, ...parts) : '';
}

/** One typeface for all scripts: Word treats “ ” — … as Latin and would otherwise print them in another typeface. */
function fonts(face: string): string {
  return element('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': face,
    'w:hAnsi': face,
    'w:eastAsia': face,
    'w:cs': face,
  });
}

/** Exact line spacing in points. */
export function exactLine(points: number): ParagraphFormat {
  return { line: { points: pointsToTwips(points) / 20, rule: 'exact' } };
}

/** A paragraph style: its name in the list of styles, its base style and its differences from that. */
export interface ParagraphStyle {
  readonly id: string;
  /** English names are Word's built-in styles, which it shows in the user's language. */
  readonly name: string;
  readonly alias?: string;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  readonly paragraph?: ParagraphFormat;
  readonly run?: RunFormat;
}
