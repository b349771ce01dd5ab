import type { Image } from '../model/block.js';
import type { Disk } from '../model/ports.js';

/** A picture as it lies on the disk. */
export interface ImageFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
export type Images = ReadonlyMap<string, ImageFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' };

/** The pictures of a document; one that is not there is left out, which the checks have already reported. */
export async function readImages(images: readonly Image[], disk: Disk): Promise<Images> {
  const found = new Map<string, ImageFile>();
  for (const { path } of images) {
    const mediaType = MEDIA_TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''];
    const bytes = mediaType === undefined ? null : await disk.read(path);
    if (bytes && mediaType !== undefined) found.set(path, { bytes, mediaType });
  }
  return found;
}
