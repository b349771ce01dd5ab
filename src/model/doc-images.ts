import type { Block, Image } from './block.js';
import type { Chart } from './chart.js';
import type { Doc, SignOff } from './doc.js';

const PICTURE_TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' };

/** The media type of a picture by its file extension; undefined for an unsupported type. */
export function pictureType(path: string): string | undefined {
  return PICTURE_TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** All pictures of a document, seals last. */
export function imagesOf(doc: Doc): readonly Image[] {
  return [...blocksOf(doc).flatMap(imagesIn), ...sealsOf(doc.signOff)];
}

/** All charts of a document, in reading order. */
export function chartsOf(doc: Doc): readonly Chart[] {
  return blocksOf(doc)
    .flatMap(leavesOf)
    .filter((block) => block.kind === 'chart');
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

/** The pictures in a block and its descendants. */
export function imagesIn(block: Block): readonly Image[] {
  return leavesOf(block).filter((leaf) => leaf.kind === 'image');
}

function blocksOf({ blocks, attachments }: Doc): readonly Block[] {
  return [...blocks, ...attachments.flatMap((attachment) => attachment.blocks)];
}

/** The leaf blocks of a block: its descendants without children, or the block itself. */
function leavesOf(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'landscape':
    case 'quote':
      return block.blocks.flatMap(leavesOf);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(leavesOf));
    default:
      return [block];
  }
}
