import type { Block, Image } from './block.js';
import type { Doc, SignOff } from './doc.js';

/** Every picture that a document shows, seals after the text. */
export function imagesOf(doc: Doc): readonly Image[] {
  const blocks = [...doc.blocks, ...doc.attachments.flatMap((attachment) => attachment.blocks)];
  return [...blocks.flatMap(imagesIn), ...sealsOf(doc.signOff)];
}

function sealsOf(signOff: SignOff | null): readonly Image[] {
  switch (signOff?.kind) {
    case 'sealed':
      return signOff.seals.filter((seal) => seal !== null);
    case 'stamped':
      return signOff.signers.flatMap(({ stamp }) => stamp ?? []);
    case 'unsealed':
    case undefined:
      return [];
  }
}

/** The pictures in a block and in what it holds. */
export function imagesIn(block: Block): readonly Image[] {
  switch (block.kind) {
    case 'image':
      return [block];
    case 'landscape':
    case 'quote':
      return block.blocks.flatMap(imagesIn);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(imagesIn));
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'page-break':
      return [];
  }
}
