import {
  Footer,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { typeArea } from '../../model/measure.js';
import { mmToPoints, twips, type Style } from '../../model/style.js';
import type { Orientation } from './geometry.js';
import { pageNumberLine } from './paragraph-styles.js';
import { styleIds, type StyleId } from './style-ids.js';

/** Above the baseline, in ems, where a 一字线 is drawn. */
const DASH_HEIGHT = 0.33;
const BASELINE = 0.8;
const EMU_PER_POINT = 12_700;
const PIXELS_PER_POINT = 96 / 72;

export interface Footers {
  readonly default: Footer;
  readonly even: Footer;
}

/** `— 1 —` below the 版心, inset one cell from the outer edge: right on odd pages, left on even ones (7.5). */
export function pageFooters(style: Style, orientation: Orientation): Footers {
  const place = (line: Paragraph): Paragraph => (orientation === 'portrait' ? line : turned(line, style));
  const footer = (id: StyleId): Footer => new Footer({ children: [place(numberLine(id))] });
  return { default: footer(styleIds.oddNumber), even: footer(styleIds.evenNumber) };
}

function numberLine(style: StyleId): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
}

/** From the edge of the sheet to the foot of the number's line, in twips: the dash is 7 mm below the 版心. */
export function footerDistance(style: Style): number {
  return twips(mmToPoints(style.page.bottomMm - style.pageNumber.dropMm) - belowDash(style));
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
  const left = mmToPoints(style.page.bottomMm - style.pageNumber.dropMm) - belowDash(style);
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
