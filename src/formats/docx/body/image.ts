import { ImageRun } from 'docx';
import type { Image } from '../../../model/block.js';
import { pointsToTwips } from '../../../layout/units.js';
import type { BlockContext } from '../context.js';
import type { FlowItem } from '../flow.js';
import { sheet, textWidth } from '../geometry.js';
import { imageSize, type ImageSize } from './image-size.js';
import { textRun } from './inlines.js';
import { styleIds } from '../styles/style-ids.js';
import { legalCharacters } from '../../xml.js';

const TWIPS_PER_PIXEL = 15;

/** A picture in its own size, reduced to fit the 版心; a missing picture shows （缺图：…）. */
export function imageFlow(image: Image, context: BlockContext): readonly FlowItem[] {
  const data = context.images.get(image.path);
  const size = data === undefined ? null : imageSize(data);
  if (data === undefined || size === null) return [missingImage(image)];
  const alt = legalCharacters(image.alt);
  const run = new ImageRun({
    type: size.type,
    data,
    transformation: fittedSize(size, context),
    altText: { name: alt || '图片', title: alt, description: alt },
  });
  return [{ style: styleIds.picture, children: [run] }];
}

function missingImage(image: Image): FlowItem {
  return { style: styleIds.centre, children: [textRun(`（缺图：${image.alt || image.path}）`, styleIds.missing)] };
}

/** Width and height in pixels of 1/96 inch; a line is left free for the caption below the picture. */
function fittedSize(
  size: ImageSize,
  { style, orientation }: BlockContext,
): { readonly width: number; readonly height: number } {
  const { height, top, bottom } = sheet(style, orientation);
  const available = {
    width: textWidth(style, orientation),
    height: height - top - bottom - pointsToTwips(style.grid.linePitch),
  };
  const scale = Math.min(
    1,
    available.width / (size.width * TWIPS_PER_PIXEL),
    available.height / (size.height * TWIPS_PER_PIXEL),
  );
  return { width: Math.max(1, Math.floor(size.width * scale)), height: Math.max(1, Math.floor(size.height * scale)) };
}
