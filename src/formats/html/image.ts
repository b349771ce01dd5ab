import type { Image } from '../../model/block.js';
import { element, type Markup } from './markup.js';

export interface ImageBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
/** The pictures of a document by their path in the workspace. */
export type Images = ReadonlyMap<string, ImageBytes>;

const CHUNK_SIZE = 0x8000;

/** A picture as a data URI; for a missing file, a placeholder text with its description. */
export function imageMarkup(image: Image, images: Images): Markup {
  const found = images.get(image.path);
  if (found === undefined) return element('span', { class: 'missing' }, `（缺图：${image.alt || image.path}）`);
  return element('img', { src: `data:${found.mediaType};base64,${base64(found.bytes)}`, alt: image.alt });
}

/** Converts chunk by chunk, because the number of arguments of a call is limited. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_SIZE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_SIZE));
  }
  return btoa(binary);
}
