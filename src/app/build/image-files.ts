import type { Image } from '../../model/block.js';
import { digestOf, sha256 } from '../../runtime/digest.js';
import { pictureType } from '../../model/doc-images.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import { imageSize } from '../../formats/docx/body/image-size.js';
import type { ImageBytes, Images } from '../../formats/html/image.js';

/**
 * The pictures of a document. A picture that is missing or unreadable is skipped in a draft, which shows a gap; in a
 * final document it throws an `IoError`.
 */
export async function readImages(images: readonly Image[], disk: Disk, draft: boolean): Promise<Images> {
  const files = new Map<string, ImageBytes>();
  for (const { path } of images) {
    const image = await readImage(path, disk).catch((error: unknown) => {
      if (draft && error instanceof IoError) return null;
      throw error;
    });
    if (image) files.set(path, image);
  }
  return files;
}

async function readImage(path: string, disk: Disk): Promise<ImageBytes> {
  const mediaType = pictureType(path);
  const bytes = mediaType === undefined ? null : await disk.read(path);
  if (bytes && mediaType !== undefined && imageSize(bytes) !== null) return { bytes, mediaType };
  const problem = bytes ? '打不开，可能不完整，或者只是改了文件名' : '不见了，或者不是 PNG、JPEG';
  throw new IoError(path, `图片 ${path} ${problem}，印不出来。请换成完好的 PNG 或 JPEG 图片。`);
}

/** The digest of the pictures that a document shows; empty if it shows none. */
export async function imagesKey(images: readonly Image[], disk: Disk): Promise<string> {
  const digests = [...(await readImages(images, disk, true))].map(([path, { bytes }]) => [path, sha256(bytes)]);
  return digests.length === 0 ? '' : digestOf(digests);
}
