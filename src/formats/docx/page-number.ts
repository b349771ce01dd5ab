import {
  Footer,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionRelativeFrom,
  type IParagraphOptions,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { LetterHead } from '../../model/doc.js';
import { typeArea } from '../../layout/measure.js';
import { type Style } from '../../model/style.js';
import { mmToPoints, twips } from '../../layout/units.js';
import { emptyLine } from './flow.js';
import type { Orientation } from './geometry.js';
import { doubleRule, ruleOverhang } from './head/letter.js';
import { pageNumberLine } from './styles/paragraph-styles.js';
import { styleIds, type StyleId } from './styles/style-ids.js';

/** Above the baseline, in ems, where a 一字线 is drawn. */
const DASH_HEIGHT = 0.33;
const BASELINE = 0.8;
const EMU_PER_POINT = 12_700;
const PIXELS_PER_POINT = 96 / 72;

export interface Footers {
  readonly default: Footer;
  readonly even: Footer;
  readonly first?: Footer;
}

/** `— 1 —` below the 版心, inset one cell from the outer edge: right on odd pages, left on even ones (7.5). */
export function pageFooters(style: Style, orientation: Orientation): Footers {
  const place = (line: Paragraph): Paragraph => (orientation === 'portrait' ? line : turned(line, style));
  const footer = (id: StyleId): Footer => new Footer({ children: [place(numberLine(id))] });
  return { default: footer(styleIds.oddNumber), even: footer(styleIds.evenNumber) };
}

/** A letter has the lower double rule and no number on its first page (10.1). */
export function letterFooters({ preprinted }: LetterHead, style: Style): Footers {
  // The rule is lower on the sheet than the number's line, which is lifted to its place.
  const lift = numberFoot(style) - mmToPoints(style.letter.ruleBottomMm);
  const below = emptyLine(lift).map((line) => new Paragraph(line as IParagraphOptions));
  const footer = (id: StyleId): Footer => new Footer({ children: [numberLine(id), ...below] });
  const indent = { left: -ruleOverhang(style).left, right: -ruleOverhang(style).right };
  const rules = doubleRule('lower', preprinted, style).map(
    (line) => new Paragraph({ ...(line as IParagraphOptions), indent }),
  );
  return {
    default: footer(styleIds.oddNumber),
    even: footer(styleIds.evenNumber),
    first: new Footer({ children: rules }),
  };
}

/** Footers without a number. They are written, for a section without any takes those of the one before it. */
export function emptyFooters(): Footers {
  const footer = (): Footer => new Footer({ children: [new Paragraph({ style: styleIds.footer })] });
  return { default: footer(), even: footer() };
}

function numberLine(style: StyleId): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
}

/** From the edge of the sheet to the foot of the footer, in twips. */
export function footerDistance(letter: boolean, style: Style): number {
  return twips(letter ? mmToPoints(style.letter.ruleBottomMm) : numberFoot(style));
}

/** From the edge of the sheet to the foot of the number's line, in points: the dash is 7 mm below the 版心. */
function numberFoot(style: Style): number {
  return mmToPoints(style.page.bottomMm - style.pageNumber.dropMm) - belowDash(style);
}

function belowDash(style: Style): number {
  return pageNumberLine(style) * (1 - BASELINE) + DASH_HEIGHT * style.pageNumber.size;
}

/**
 * On a turned sheet the number keeps its place in the book (clause 8): the foot of the book's page is the sheet's left
 * edge, so the line stands there, turned clockwise, in a box as long as the 版心 is wide.
 */
function turned(line: Paragraph, style: Style): Paragraph {
  const thick = pageNumberLine(style);
  const { width: length } = typeArea(style);
  const left = numberFoot(style);
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: thick * PIXELS_PER_POINT, height: length * PIXELS_PER_POINT },
    fill: 'none',
    line: 'none',
    children: [line],
    textOptions: {
      direction: 'topToBottom',
      verticalAlignment: 'top',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
    altText: { name: '页码' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(mmToPoints(style.page.leftMm)) },
      allowOverlap: true,
    },
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `docx/shapes` declares its own Run
  return new Paragraph({ style: styleIds.footer, children: [box] });
}

function emu(points: number): number {
  return Math.round(points * EMU_PER_POINT);
}
