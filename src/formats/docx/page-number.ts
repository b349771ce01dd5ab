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
import { mmToPoints, pointsToTwips } from '../../layout/units.js';
import { pointsToEmu, pointsToPixels } from './drawing-units.js';
import { emptyLine } from './flow.js';
import type { Orientation } from './geometry.js';
import { doubleRule, ruleOverhang } from './head/letter.js';
import { pageNumberLine } from './styles/paragraph-styles.js';
import { styleIds, type StyleId } from './styles/style-ids.js';

/** Height of a 一字线 above the baseline, in ems. */
const DASH_RISE = 0.33;
const BASELINE = 0.8;

export interface Footers {
  readonly default: Footer;
  readonly even: Footer;
  readonly first?: Footer;
}

/** `— 1 —` below the 版心, indented one cell from the outer edge: right on odd pages, left on even pages (7.5). */
export function pageFooters(style: Style, orientation: Orientation): Footers {
  const place = (line: Paragraph): Paragraph => (orientation === 'portrait' ? line : rotatedTextBox(line, style));
  const footer = (id: StyleId): Footer => new Footer({ children: [place(numberLine(id))] });
  return { default: footer(styleIds.oddNumber), even: footer(styleIds.evenNumber) };
}

/** The first page of a letter has the lower double rule and no page number (10.1). */
export function letterFooters({ preprinted }: LetterHead, style: Style): Footers {
  // The footer is positioned for the rule, which is lower than the page number: an empty line lifts the number.
  const lift = numberLineBottom(style) - mmToPoints(style.letter.ruleBottomMm);
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

/**
 * Footers without a page number. They must be written: a section without footers inherits those of the previous one.
 */
export function emptyFooters(): Footers {
  const footer = (): Footer => new Footer({ children: [new Paragraph({ style: styleIds.footer })] });
  return { default: footer(), even: footer() };
}

function numberLine(style: StyleId): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
}

/** Distance from the bottom edge of the page to the bottom of the footer, in twips. */
export function footerDistance(letter: boolean, style: Style): number {
  return pointsToTwips(letter ? mmToPoints(style.letter.ruleBottomMm) : numberLineBottom(style));
}

/**
 * Distance from the bottom edge of the page to the bottom of the page number's line, in points: the dash is 7 mm below
 * the 版心.
 */
function numberLineBottom(style: Style): number {
  return mmToPoints(style.page.bottomMm - style.pageNumber.dropMm) - spaceBelowDash(style);
}

function spaceBelowDash(style: Style): number {
  return pageNumberLine(style) * (1 - BASELINE) + DASH_RISE * style.pageNumber.size;
}

/**
 * Puts the page number of a landscape page where the book has it (clause 8). The bottom of the book's page is the left
 * edge of the landscape page, so the line is there, rotated clockwise, in a text box as long as the 版心 is wide.
 */
function rotatedTextBox(line: Paragraph, style: Style): Paragraph {
  const lineHeight = pageNumberLine(style);
  const { width: length } = typeArea(style);
  const left = numberLineBottom(style);
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pointsToPixels(lineHeight), height: pointsToPixels(length) },
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
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: pointsToEmu(left) },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PAGE,
        offset: pointsToEmu(mmToPoints(style.page.leftMm)),
      },
      allowOverlap: true,
    },
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `docx/shapes` declares its own Run
  return new Paragraph({ style: styleIds.footer, children: [box] });
}
