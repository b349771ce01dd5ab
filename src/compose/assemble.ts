import type { Node } from '../markdown/blocks.js';
import type { Block, Column, Paragraph } from '../model/block.js';
import type { Attachment } from '../model/doc.js';
import { figureNumbering, tableIn, toChart } from './chart/chart.js';
import type { Attributes } from './chart/chart.js';
import { numberHeadings } from './numbering.js';
import { breakTitle, titleCells } from './title.js';

/** The body of a document and its attachments. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly attachments: readonly Omit<Attachment, 'number'>[];
}

/** Fills slots with the author's blocks, interprets containers, and numbers headings and figures. */
export function assemble(nodes: readonly Node[], slots: readonly (readonly Block[])[]): Body {
  const isAttachment = (node: Node): boolean => node.kind === 'container' && node.name === 'attachment';
  const attachments = nodes.filter(isAttachment).map((node) => toAttachment(node, slots));
  const blocks = nodes.filter((node) => !isAttachment(node)).flatMap((node) => toBlocks(node, slots));
  const numberFigures = figureNumbering();
  return {
    blocks: numberFigures(numberHeadings(blocks)),
    attachments: attachments.map((attachment) => ({ ...attachment, blocks: numberFigures(attachment.blocks) })),
  };
}

function toAttachment(node: Node, slots: readonly (readonly Block[])[]): Omit<Attachment, 'number'> {
  if (node.kind !== 'container') throw new TypeError('an attachment must be a container');
  const title = node.attributes.get('title') ?? '';
  const orientation = node.attributes.has('landscape') ? 'landscape' : 'portrait';
  return {
    title,
    lines: breakTitle(title, [], [], titleCells(orientation)),
    blocks: numberHeadings(node.nodes.flatMap((inner) => toBlocks(inner, slots))),
    remark: '',
    orientation,
  };
}

function toBlocks(node: Node, slots: readonly (readonly Block[])[]): readonly Block[] {
  if (node.kind === 'slot') return slots[node.number] ?? [];
  if (node.kind !== 'container') return [withoutSpan(node)];
  const inner = node.nodes.flatMap((child) => toBlocks(child, slots));
  switch (node.name) {
    case 'table':
      return inner.map((block) => captioned(block, node.attributes));
    case 'chart':
      return chartBlocks(inner, node.attributes);
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

/** Removes a span in rendered template output, which is no file that a user can open. */
function withoutSpan(block: Block): Block {
  const { span: _span, ...rest } = block;
  return rest;
}

/**
 * The chart of a table, followed by the table if `table` gives it a caption; the text of `empty` if there is nothing to
 * draw.
 */
function chartBlocks(inner: readonly Block[], attributes: Attributes): readonly Block[] {
  const table = tableIn(inner);
  const chart = table ? toChart(table, attributes) : 'nothing to draw';
  if (!table || chart === 'nothing to draw') return paragraphs(attributes.get('empty') ?? '');
  const caption = attributes.get('table') ?? '';
  const below = caption === '' ? [] : [captioned(table, new Map([...attributes, ['caption', caption]]))];
  return chart === 'too much to read' ? below : [chart, ...below];
}

function paragraphs(text: string): readonly Block[] {
  return text === '' ? [] : [{ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] }];
}

function captioned(block: Block, attributes: Attributes): Block {
  if (block.kind !== 'table') return block;
  const widths = (attributes.get('widths') ?? '').split(' ').filter((width) => width !== '');
  const columns = block.columns.map((column, index): Column => ({
    ...column,
    width: Number(widths[index] ?? column.width),
  }));
  return { ...block, caption: attributes.get('caption') ?? block.caption, columns };
}
