import { usableHeightMm } from '../../../layout/measure.js';
import type { FaceTable } from '../../../model/ports.js';
import { type Style } from '../../../model/style.js';
import { cellWidth } from '../../../layout/units.js';
import { millimetres, points } from './length.js';
import { UNNUMBERED_CLASS } from '../../../layout/script/place-foot.js';

/** Paper, margins and page numbers for both orientations (5.1, 5.2.1, 7.5, clause 8). */
export function pageCss(style: Style, faces: FaceTable): string {
  return [portraitCss(style), landscapeCss(style), numberCss(style, faces)].join('\n');
}

/**
 * The type area is reduced by up to a third of a millimetre (`filledHeightMm`); the foot is shifted down by the same
 * amount.
 */
function portraitCss({ page }: Style): string {
  const height = usableHeightMm(page.heightMm - page.topMm - page.bottomMm);
  const bottom = page.heightMm - page.topMm - height;
  return `@page { size: ${mm(page.widthMm, page.heightMm)}; margin: ${mm(page.topMm, page.rightMm, bottom, page.leftMm)}; }
.portrait { --width: ${mm(page.widthMm - page.leftMm - page.rightMm)}; --height: ${mm(height)}; }
footer { position: relative; top: ${mm(bottom - page.bottomMm)}; }`;
}

/** Landscape pages: their top is the left edge of the sheet, which is 订口 of odd and 切口 of even pages (clause 8). */
function landscapeCss({ page }: Style): string {
  const height = usableHeightMm(page.widthMm - page.leftMm - page.rightMm);
  return `@page landscape { size: ${mm(page.heightMm, page.widthMm)}; margin: ${mm(page.leftMm, page.topMm, page.widthMm - page.leftMm - height, page.bottomMm)}; }
.landscape { page: landscape; --width: ${mm(page.heightMm - page.topMm - page.bottomMm)}; --height: ${mm(height)}; }`;
}

/** Distance from the top of the line to the centre of a 一字线, in ems. */
const DASH_DEPTH_EM = 0.7;

/**
 * Page numbers (7.5): below the 版心, inset one cell from its outer edge; on landscape pages at the same place of the
 * sheet.
 */
function numberCss(style: Style, faces: FaceTable): string {
  const { size, dropMm } = style.pageNumber;
  const drop = `calc(${millimetres(dropMm)} - ${points(size * DASH_DEPTH_EM)})`;
  const inset = points(cellWidth(style));
  const text = `font: ${points(size)}/1 ${familyList(faces, 'digits')}; content: "— " counter(page) " —"; vertical-align: top`;
  const turned = `${text}; writing-mode: vertical-rl; padding-right: ${drop}`;
  return `@page :right { @bottom-right { ${text}; text-align: right; padding: ${drop} ${inset} 0 0; } }
@page :left { @bottom-left { ${text}; text-align: left; padding: ${drop} 0 0 ${inset}; } }
@page landscape:right { @bottom-right { content: none; } @left-bottom { ${turned}; text-align: right; padding-bottom: ${inset}; } }
@page ${UNNUMBERED_CLASS}:right { @bottom-right { content: none; } }
@page ${UNNUMBERED_CLASS}:left { @bottom-left { content: none; } }
.${UNNUMBERED_CLASS} { page: ${UNNUMBERED_CLASS}; }
@page landscape:left { @bottom-left { content: none; } @left-top { ${turned}; text-align: left; padding-top: ${inset}; } }`;
}

/** The font family of a role and its fallbacks as a CSS list. */
export function familyList(faces: FaceTable, role: keyof FaceTable): string {
  const { family, fallbacks = [] } = faces[role];
  return [family, ...fallbacks.map((face) => face.family)].map(familyName).join(', ');
}

/** A font family name as a CSS string with escapes. */
function familyName(family: string): string {
  const name = family.replace(/[^\p{L}\p{N} _.-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${name}"`;
}

function mm(...lengths: readonly number[]): string {
  return lengths.map(millimetres).join(' ');
}
