import { type StyleId } from './style-ids.js';
import { twips } from '../../../layout/units.js';
import { element, value } from '../package/xml.js';

/** How a paragraph style looks; indents in twips, sizes in points. What is left out is inherited. */
export interface ParagraphFormat {
  readonly align?: 'left' | 'center' | 'right' | 'both' | 'distribute';
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  /** Hundredths of a character: Word prefers them to `firstLine`, and keeps them when the size changes. */
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
export interface Tab {
  readonly at: number;
  readonly align: 'left' | 'right';
  readonly leader?: 'dot';
}
export interface RunFormat {
  readonly face?: string;
  readonly size?: number;
  readonly spacing?: number;
  readonly colour?: string;
  /** Horizontal scale in percent. */
  readonly percent?: number;
}

/** `w:pPr` with its children in the order of the schema. */
export function paragraphProperties(look: ParagraphFormat): string {
  const parts = [
    look.keepNext === true ? element('w:keepNext') + element('w:keepLines') : '',
    look.numbering ? numberingProperties(look.numbering.list, look.numbering.level) : '',
    look.bottomRule ? bottomRule(look.bottomRule) : '',
    look.fill === undefined ? '' : element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.fill }),
    look.tabs ? element('w:tabs', {}, ...look.tabs.map(tab)) : '',
    look.line ? lineSpacing(look.line) : '',
    indent(look),
    look.align ? value('w:jc', look.align) : '',
    look.outline === undefined ? '' : value('w:outlineLvl', look.outline),
  ];
  return parts.some((part) => part !== '') ? element('w:pPr', {}, ...parts) : '';
}

function numberingProperties(list: number, level: number): string {
  return element('w:numPr', {}, value('w:ilvl', level), value('w:numId', list));
}

function bottomRule({ eighths, colour }: { readonly eighths: number; readonly colour: string }): string {
  const rule = { 'w:val': 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': colour };
  return element('w:pBdr', {}, element('w:bottom', rule));
}

function tab({ at, align, leader }: Tab): string {
  return element('w:tab', { 'w:val': align, 'w:leader': leader, 'w:pos': at });
}

function lineSpacing({ points, rule }: { readonly points: number; readonly rule: string }): string {
  return element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(points), 'w:lineRule': rule });
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
export function runProperties(look: RunFormat): string {
  const size = look.size === undefined ? undefined : Math.round(look.size * 2);
  const parts = [
    look.face === undefined ? '' : fonts(look.face),
    look.colour === undefined ? '' : value('w:color', look.colour),
    look.spacing === undefined ? '' : value('w:spacing', twips(look.spacing)),
    look.percent === undefined ? '' : value('w:w', look.percent),
    size === undefined ? '' : value('w:sz', size) + value('w:szCs', size),
  ];
  return parts.some((part) => part !== '') ? element('w:rPr', {}, ...parts) : '';
}

/** One face for every script: Word takes “ ” — … for Latin and would otherwise print them in another face. */
function fonts(face: string): string {
  return element('w:rFonts', {
    'w:hint': 'eastAsia',
    'w:ascii': face,
    'w:hAnsi': face,
    'w:eastAsia': face,
    'w:cs': face,
  });
}

/** A line of exactly so many points. */
export function exact(points: number): ParagraphFormat {
  return { line: { points: twips(points) / 20, rule: 'exact' } };
}

/** A paragraph style: its name in the list of styles, what it is based on and how it differs. */
export interface ParagraphStyle {
  readonly id: string;
  /** Lower-case English names are Word's own styles, which it shows in the user's language. */
  readonly name: string;
  readonly alias?: string;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  readonly paragraph?: ParagraphFormat;
  readonly run?: RunFormat;
}
