import type { ChartSize } from '../../layout/chart-size.js';
import type { FaceTable } from '../../model/ports.js';
import type { Role } from '../../model/style.js';
import { escapeHtml } from '../html/markup.js';
import { familyList } from '../html/css/page-css.js';
import { FAMILY_PLACEHOLDERS, KEY_GUARD } from './theme.js';

/** Attributes that only ECharts' browser scripts use; the class names contain a counter of the process. */
const SCRIPT_ATTRIBUTES = / (?:class|ecmeta_\w+|pointer-events|baseProfile|version|xmlns:xlink)="[^"]*"/g;
/** CSS rules for pointer events. */
const STYLE_ELEMENT = /<style\b[^]*?<\/style>\n?/g;
/** Invisible shapes that only receive pointer events. */
const INVISIBLE_SHAPE = /<(path|rect) (?:[^>]*fill-opacity="0"[^>]*|(?![^>]* stroke=)[^>]*fill="none"[^>]*)><\/\1>\n?/g;
const TAG = /<[a-z][^<>]*>/g;

/**
 * Prepares a drawing for a page or a picture: sets its size in points and the typefaces of the machine, and removes
 * whatever differs between builds.
 */
export function cleanSvg(svg: string, { width, height }: ChartSize, faces: FaceTable): string {
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(STYLE_ELEMENT, '')
    .replace(TAG, (tag) => withFaces(tag.replace(SCRIPT_ATTRIBUTES, ''), faces))
    .replace(INVISIBLE_SHAPE, '')
    .replaceAll(KEY_GUARD, '')
    .replace(/<svg [^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" ${size}>`);
}

function withFaces(tag: string, faces: FaceTable): string {
  return Object.entries(FAMILY_PLACEHOLDERS).reduce(
    (text, [role, name]) =>
      text.replace(`font-family:${name}`, `font-family:${escapeHtml(familyList(faces, role as Role))}`),
    tag,
  );
}
