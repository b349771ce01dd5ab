import type { Head } from '../../../model/doc.js';
import type { FaceTable } from '../../../model/ports.js';
import { type Style } from '../../../model/style.js';
import { withTableSize } from '../../../layout/styles.js';
import { cell } from '../../../layout/units.js';
import { ruleCss, styleSheet, tableCss } from './document-css.js';
import { inCells, points } from './length.js';
import { familyList } from './page-css.js';

/** The dots of a leader, their line's depth below the top of a character in ems, and the scale at which they are drawn. */
const DOT = 1.2;
const LEADER_DEPTH = 0.75;
const SCALE = 8;

/** A letter, whose first page has a head of its own, is in no volume. */
const NO_HEAD: Head = { kind: 'plain', copyNumber: '', classification: '', urgency: '', line: '' };

/** The style sheet of a volume: that of a document, cover and contents, and tables of every size that its documents have. */
export function volumeStyleSheet(style: Style, faces: FaceTable, tableSizes: readonly number[]): string {
  const tables = tableSizes.map((size) => `.${tableClass(size)} {\n${tableCss(withTableSize(style, size), faces)}\n}`);
  return [styleSheet(NO_HEAD, style, faces), coverCss(style, faces), contentsCss(style, faces), ...tables, ''].join(
    '\n',
  );
}

/** The class of a document whose tables are set in a size of their own. */
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
 * An entry ends in a leader and the page number. The dots are a border, so that nobody reads them out; the engine draws
 * small ones square, unless they are scaled down afterwards. Nothing may stand out: the engine would shrink all pages.
 */
function contentsCss(style: Style, faces: FaceTable): string {
  const { contents, grid, size } = style;
  const gap = inCells(contents.leaderGap, style);
  const depth = size.body * LEADER_DEPTH + (grid.linePitch - size.body) / 2;
  const page = points((grid.cellsPerLine - contents.cells) * cell(style));
  return `.group { font-family: ${familyList(faces, 'heading1')}; break-after: avoid; }
.contents li { break-inside: avoid; }
.contents a { display: block; color: #000; text-decoration: none; text-align: left; white-space: nowrap; overflow-x: clip; }
.line { display: flex; width: ${inCells(grid.cellsPerLine, style)}; }
.line + .line { padding-left: ${inCells(contents.hang, style)}; width: ${inCells(grid.cellsPerLine - contents.hang, style)}; }
.leader { flex: 1 1 0; margin: 0 ${gap}; position: relative; }
.leader::before { content: ''; position: absolute; top: ${points(depth)}; width: ${SCALE * 100}%; border-top: ${points(SCALE * DOT)} dotted #000; transform-origin: 0 0; transform: scale(${1 / SCALE}); }
.page { flex: none; width: ${page}; text-align: right; }`;
}
