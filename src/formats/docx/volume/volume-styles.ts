import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';
import { cellsToTwips } from '../geometry.js';
import type { ParagraphStyle } from '../styles/style-xml.js';
import { styleIds } from '../styles/style-ids.js';
import { exactLine } from '../styles/style-xml.js';

/**
 * Styles of the cover and the contents of a volume. An entry has two tab stops: for the source and for the page number.
 */
export function volumeStyles(style: Style, titleSize: number): readonly ParagraphStyle[] {
  const { cover, contents, grid, faces, head } = style;
  const rule = { eighths: Math.round(mmToPoints(head.ruleMm) * 8), colour: head.red };
  const stops = [
    { at: cellsToTwips(contents.cells, style), align: 'right', leader: 'dot' },
    { at: cellsToTwips(grid.cellsPerLine, style), align: 'right' },
  ] as const;
  const hang = { left: cellsToTwips(contents.hang, style), hanging: cellsToTwips(contents.hang, style) };
  return [
    {
      id: styleIds.coverTitle,
      name: '封面标题',
      paragraph: { align: 'center', ...exactLine(cover.titleLines * grid.linePitch) },
      run: { face: faces.title, size: titleSize, spacing: 0 },
    },
    { id: styleIds.coverRule, name: '封面红线', paragraph: { bottomRule: rule } },
    { id: styleIds.contentsTitle, name: 'TOC Heading', alias: '目录标题', basedOn: styleIds.title },
    {
      id: styleIds.contentsGroup,
      name: 'toc 1',
      alias: '目录分组',
      paragraph: { align: 'left', keepNext: true },
      run: { face: faces.heading1 },
    },
    {
      id: styleIds.contentsEntry,
      name: 'toc 2',
      alias: '目录条目',
      paragraph: { align: 'left', tabs: stops, ...hang },
    },
  ];
}
