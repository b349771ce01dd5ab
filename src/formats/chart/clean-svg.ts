import type { ChartSize } from '../../layout/chart-size.js';
import type { FaceTable } from '../../model/ports.js';
import type { Role } from '../../model/style.js';
import { escapeHtml } from '../html/markup.js';
import { familyList } from '../html/css/page-css.js';
import { FAMILIES, GUARD } from './theme.js';

/** What the library writes for its own scripts in a browser; the class names count up through the life of the process. */
const FOR_SCRIPTS = / (?:class|ecmeta_\w+|pointer-events|baseProfile|version|xmlns:xlink)="[^"]*"/g;
/** How the drawing answers a pointer. */
const RULES = /<style\b[^]*?<\/style>\n?/g;
/** Shapes that leave no ink, there to be pointed at. */
const INVISIBLE = /<(path|rect) (?:[^>]*fill-opacity="0"[^>]*|(?![^>]* stroke=)[^>]*fill="none"[^>]*)><\/\1>\n?/g;
const TAG = /<[a-z][^<>]*>/g;

/** The drawing as it goes into a page or a picture: its size in points, the faces of this machine, nothing that differs from run to run. */
export function cleanSvg(svg: string, { width, height }: ChartSize, faces: FaceTable): string {
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(RULES, '')
    .replace(TAG, (tag) => withFaces(tag.replace(FOR_SCRIPTS, ''), faces))
    .replace(INVISIBLE, '')
    .replaceAll(GUARD, '')
    .replace(/<svg [^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`);
}

function withFaces(tag: string, faces: FaceTable): string {
  return Object.entries(FAMILIES).reduce(
    (text, [role, name]) =>
      text.replace(`font-family:${name}`, `font-family:${escapeHtml(familyList(faces, role as Role))}`),
    tag,
  );
}
