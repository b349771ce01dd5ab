import type { Node } from '../markdown/blocks.js';
import type { Block, Column, Paragraph } from '../model/block.js';
import type { Attachment } from '../model/doc.js';
import { numberHeadings } from './numbering.js';
import { breakTitle } from './title.js';

/** The body of a document and what is attached to it. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly attachments: readonly Omit<Attachment, 'number'>[];
}

/** Puts the author's blocks in their slots, gives containers their meaning and numbers the headings. */
export function assemble(nodes: readonly Node[], slots: readonly (readonly Block[])[]): Body {
  const isAttachment = (node: Node): boolean => node.kind === 'container' && node.name === 'attachment';
  const attachments = nodes.filter(isAttachment).map((node) => toAttachment(node, slots));
  const blocks = nodes.filter((node) => !isAttachment(node)).flatMap((node) => toBlocks(node, slots));
  return { blocks: numberHeadings(blocks), attachments };
}

function toAttachment(node: Node, slots: readonly (readonly Block[])[]): Omit<Attachment, 'number'> {
  if (node.kind !== 'container') throw new TypeError('an attachment is a container');
  const title = node.attributes.get('title') ?? '';
  return {
    title,
    lines: breakTitle(title),
    blocks: numberHeadings(node.nodes.flatMap((inner) => toBlocks(inner, slots))),
    remark: '',
    orientation: node.attributes.has('landscape') ? 'landscape' : 'portrait',
  };
}

function toBlocks(node: Node, slots: readonly (readonly Block[])[]): readonly Block[] {
  if (node.kind === 'slot') return slots[node.number] ?? [];
  if (node.kind !== 'container') return [withoutSpan(node)];
  const inner = node.nodes.flatMap((child) => toBlocks(child, slots));
  switch (node.name) {
    case 'table':
      return inner.map((block) => captioned(block, node.attributes));
    case 'landscape':
      return [{ kind: 'landscape', blocks: inner }];
    case 'note':
    case 'centre':
    case 'right':
    case 'flush':
      return inner.map((block) =>
        block.kind === 'paragraph' ? { ...block, role: node.name as Paragraph['role'] } : block,
      );
    default:
      return inner;
  }
}

/** A place in the Markdown that a template made is no place that anyone can open. */
function withoutSpan(block: Block): Block {
  const { span: _span, ...rest } = block;
  return rest;
}

function captioned(block: Block, attributes: ReadonlyMap<string, string>): Block {
  if (block.kind !== 'table') return block;
  const widths = (attributes.get('widths') ?? '').split(' ').filter((width) => width !== '');
  const columns = block.columns.map((column, index): Column => ({
    ...column,
    width: Number(widths[index] ?? column.width),
  }));
  return { ...block, caption: attributes.get('caption') ?? block.caption, columns };
}
