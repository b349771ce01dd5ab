import { ImageRun } from 'docx';
import type { Image } from '../../../model/block.js';
import { twips } from '../../../layout/units.js';
import type { BlockContext } from '../context.js';
import type { Flow } from '../flow.js';
import { sheet, textWidth } from '../geometry.js';
import { imageSize, type ImageSize } from './image-size.js';
import { textRun } from './inlines.js';
import { styleIds } from '../styles/style-ids.js';
import { legalCharacters } from '../package/xml.js';

const TWIPS_PER_PIXEL = 15;

/** A picture at its own size, or smaller where the 版心 asks for it; one that was not found shows its description as a hole. */
export function imageFlow(image: Image, context: BlockContext): readonly Flow[] {
  const data = context.images.get(image.path);
  const size = data === undefined ? null : imageSize(data);
  if (data === undefined || size === null) return [holeFor(image)];
  const alt = legalCharacters(image.alt);
  const run = new ImageRun({
    type: size.type,
    data,
    transformation: fitted(size, context),
    altText: { name: alt || '图片', title: alt, description: alt },
  });
  return [{ style: styleIds.picture, children: [run] }];
}

function holeFor(image: Image): Flow {
  return { style: styleIds.centre, children: [textRun(`（缺图：${image.alt || image.path}）`, styleIds.missing)] };
}

/** Width and height in pixels of 1/96 inch; a line is left free for what is written under the picture. */
function fitted(
  size: ImageSize,
  { style, orientation }: BlockContext,
): { readonly width: number; readonly height: number } {
  const { height, top, bottom } = sheet(style, orientation);
  const room = { width: textWidth(style, orientation), height: height - top - bottom - twips(style.grid.linePitch) };
  const scale = Math.min(1, room.width / (size.width * TWIPS_PER_PIXEL), room.height / (size.height * TWIPS_PER_PIXEL));
  return { width: Math.max(1, Math.floor(size.width * scale)), height: Math.max(1, Math.floor(size.height * scale)) };
}
