import type { Block } from '../model/block.js';
import type { Attachment, Head } from '../model/doc.js';

/**
 * How the first sheet of a document lies. A register without a red head whose text begins on landscape pages opens on
 * them, so that its title stands over its table and not alone on an upright page.
 */
export function firstPageOrientation(head: Head, blocks: readonly Block[]): Attachment['orientation'] {
  return head.kind === 'plain' && blocks[0]?.kind === 'landscape' ? 'landscape' : 'portrait';
}
