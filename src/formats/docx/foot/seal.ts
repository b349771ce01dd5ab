import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx';
import type { Image } from '../../../model/block.js';
import { typeArea } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { cellWidth, mmToPoints } from '../../../layout/units.js';
import { pointsToEmu, pointsToPixels } from '../drawing-units.js';
import { imageSize } from '../body/image-size.js';
import { legalCharacters } from '../../xml.js';

/** Bytes of pictures by their path in the workspace. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/**
 * A seal behind the text, anchored to its line and centred on `middle`, in cells from the right edge; empty if there is
 * no seal image.
 */
export function sealRuns(seal: Image | null, middle: number, style: Style, pictures: Pictures): readonly ImageRun[] {
  const diameter = mmToPoints(style.seal.diameterMm);
  const left = typeArea(style).width - middle * cellWidth(style) - diameter / 2;
  const top = style.grid.linePitch - mmToPoints(style.seal.riseMm) - diameter / 2;
  const floating = {
    horizontalPosition: { relative: HorizontalPositionRelativeFrom.COLUMN, offset: pointsToEmu(left) },
    verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: pointsToEmu(top) },
    behindDocument: true,
    allowOverlap: true,
    wrap: { type: TextWrappingType.NONE },
  };
  return pictureRuns(seal, { width: diameter, height: diameter }, pictures, floating);
}

/** Size in points. */
interface Box {
  readonly width: number;
  readonly height: number;
}

/** A picture scaled to fit its box: inline, or at the position of `floating`; empty if the picture is missing. */
export function pictureRuns(
  image: Image | null,
  box: Box,
  pictures: Pictures,
  floating?: NonNullable<ConstructorParameters<typeof ImageRun>[0]['floating']>,
): readonly ImageRun[] {
  const data = image === null ? undefined : pictures.get(image.path);
  const size = data === undefined ? null : imageSize(data);
  if (image === null || data === undefined || size === null) return [];
  const scale = pointsToPixels(Math.min(box.width / size.width, box.height / size.height));
  const alt = legalCharacters(image.alt);
  return [
    new ImageRun({
      type: size.type,
      data,
      transformation: { width: size.width * scale, height: size.height * scale },
      altText: { name: alt, title: alt, description: alt },
      ...(floating === undefined ? {} : { floating }),
    }),
  ];
}
