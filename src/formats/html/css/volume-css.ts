import type { Head } from '../../../model/doc.js';
import type { FaceTable } from '../../../model/ports.js';
import { type Style } from '../../../model/style.js';
import { withTableSize } from '../../../layout/styles.js';
import { cellWidth } from '../../../layout/units.js';
import { ruleCss, styleSheet, tableCss } from './document-css.js';
import { inCells, points } from './length.js';
import { familyList } from './page-css.js';

/**
 * Dot size of a leader in points, its distance from the top of the em box in ems, and the scale at which it is drawn.
 */
const DOT_SIZE = 1.2;
const LEADER_DEPTH = 0.75;
const SCALE = 8;

/** Volumes contain no letters, the only documents whose style sheet depends on the head. */
const NO_HEAD: Head = { kind: 'plain', copyNumber: '', classification: '', urgency: '', line: '' };

/**
 * The style sheet of a volume: that of a document, of cover and contents, and of tables in each size of its documents.
 */
export function volumeStyleSheet(style: Style, faces: FaceTable, tableSizes: readonly number[]): string {
  const tables = tableSizes.map((size) => `.${tableClass(size)} {\n${tableCss(withTableSize(style, size), faces)}\n}`);
  return [styleSheet(NO_HEAD, style, faces), coverCss(style, faces), contentsCss(style, faces), ...tables, ''].join(
    '\n',
  );
}

/** The class of a document with a specific table font size. */
export function tableClass(size: number): string {
  return `tables-${String(size).replace('.', '-')}`;
}

function coverCss(style: Style, faces: FaceTable): string {
  const { cover, grid, head } = style;
  return `.cover p { text-align: center; }
.cover .title { font-family: ${familyList(faces, 'title')}; line-height: ${points(cover.titleLines * grid.linePitch)}; letter-spacing: 0; white-space: nowrap; overflow-x: clip; }
${ruleCss('.cover .rule', head.ruleMm, `#${head.red}`)}
article, article + .run { break-before: page; }`;
}

/**
 * Entries with a leader and the page number. The dots are a border, so that screen readers ignore them; browsers draw
 * small dots as squares, unless they are scaled down. Content must not overflow, or the browser shrinks all pages.
 */
function contentsCss(style: Style, faces: FaceTable): string {
  const { contents, grid, size } = style;
  const gap = inCells(contents.leaderGap, style);
  const depth = size.body * LEADER_DEPTH + (grid.linePitch - size.body) / 2;
  const page = points((grid.cellsPerLine - contents.cells) * cellWidth(style));
  return `.group { font-family: ${familyList(faces, 'heading1')}; break-after: avoid; }
.contents li { break-inside: avoid; }
.contents a { display: block; color: #000; text-decoration: none; text-align: left; white-space: nowrap; overflow-x: clip; }
.line { display: flex; width: ${inCells(grid.cellsPerLine, style)}; }
.line + .line { padding-left: ${inCells(contents.hang, style)}; width: ${inCells(grid.cellsPerLine - contents.hang, style)}; }
.leader { flex: 1 1 0; margin: 0 ${gap}; position: relative; }
.leader::before { content: ''; position: absolute; top: ${points(depth)}; width: ${SCALE * 100}%; border-top: ${points(SCALE * DOT_SIZE)} dotted #000; transform-origin: 0 0; transform: scale(${1 / SCALE}); }
.page { flex: none; width: ${page}; text-align: right; }`;
}
