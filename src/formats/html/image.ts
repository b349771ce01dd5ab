import type { Image } from '../../model/block.js';
import { encodeBase64 } from '../../runtime/bytes.js';
import { element, type Markup } from './markup.js';

export interface ImageBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
/** The pictures of a document by their path in the workspace. */
export type Images = ReadonlyMap<string, ImageBytes>;

/** A picture as a data URI; for a missing file, a placeholder text with its description. */
export function imageMarkup(image: Image, images: Images): Markup {
  const found = images.get(image.path);
  if (found === undefined) return element('span', { class: 'missing' }, `（缺图：${image.alt || image.path}）`);
  return element('img', { src: `data:${found.mediaType};base64,${encodeBase64(found.bytes)}`, alt: image.alt });
}
