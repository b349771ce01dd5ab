import type { Block } from '../model/block.js';
import type { Attachment, Head } from '../model/doc.js';

/**
 * Orientation of the first page of a document. A document without a red head (版头) whose text begins with a landscape
 * block starts on a landscape page, so that its title is above its table and not alone on a portrait page.
 */
export function firstPageOrientation(head: Head, blocks: readonly Block[]): Attachment['orientation'] {
  return head.kind === 'plain' && blocks[0]?.kind === 'landscape' ? 'landscape' : 'portrait';
}
