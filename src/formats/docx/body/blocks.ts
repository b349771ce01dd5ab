import type { IParagraphOptions } from 'docx';
import type { Block, Heading, List, ListItem, Paragraph } from '../../../model/block.js';
import { chartFlow } from './chart.js';
import { blankLines, hairline, type FlowItem } from '../flow.js';
import { imageFlow } from './image.js';
import { inlineRuns, textRun } from './inlines.js';
import { HEADING_LIST, headingIndent } from '../styles/numbering.js';
import { headingStyleId, styleIds, type StyleId } from '../styles/style-ids.js';
import { tableFlow } from './table.js';
import type { BlockContext } from '../context.js';

export function blocksFlow(blocks: readonly Block[], context: BlockContext): readonly FlowItem[] {
  return blocks.flatMap((block) => blockFlow(block, context));
}

function blockFlow(block: Block, context: BlockContext): readonly FlowItem[] {
  switch (block.kind) {
    case 'heading':
      return headingFlow(block, context);
    case 'paragraph':
      return [paragraphOptions(block, '', context)];
    case 'list':
      return listFlow(block, context);
    case 'table':
      return tableFlow(block, context);
    case 'quote':
      return blocksFlow(block.blocks, { ...context, quoted: true });
    case 'image':
      return imageFlow(block, context);
    case 'chart':
      return chartFlow(block, context);
    case 'landscape':
      return blocksFlow(block.blocks, context);
    case 'page-break':
      return [hairline({ pageBreakBefore: true })];
  }
}

/**
 * A title inside the text has a blank line above and below; the number of a heading is list numbering where possible.
 */
function headingFlow(heading: Heading, context: BlockContext): readonly FlowItem[] {
  const listPlace = context.headings.place(heading);
  if (heading.level === 0) {
    const title = { style: styleIds.articleTitle, children: inlineRuns(heading.inlines) };
    return [...blankLines(1), title, ...blankLines(1)];
  }
  const number = listPlace === null ? heading.number : '';
  const options = {
    style: headingStyleId(heading.level, context.inVolume),
    children: prefixedRuns(number, heading.inlines),
  };
  if (listPlace !== null) return [{ ...options, numbering: { reference: HEADING_LIST, ...listPlace } }];
  return [{ ...options, numbering: false, indent: headingIndent(context.style) }];
}

function prefixedRuns(prefix: string, inlines: Paragraph['inlines']): ReturnType<typeof inlineRuns> {
  return prefix === '' ? inlineRuns(inlines) : [textRun(prefix), ...inlineRuns(inlines)];
}

const roleStyles: Readonly<Record<Paragraph['role'], StyleId>> = {
  body: styleIds.body,
  flush: styleIds.flush,
  centre: styleIds.centre,
  right: styleIds.right,
  note: styleIds.editorNote,
};

function paragraphOptions({ role, inlines }: Paragraph, marker: string, context: BlockContext): IParagraphOptions {
  const style = context.quoted && role === 'body' ? styleIds.quote : roleStyles[role];
  return { style, children: prefixedRuns(marker, inlines) };
}

function listFlow(list: List, context: BlockContext): readonly FlowItem[] {
  return list.items.flatMap((item) => itemFlow(item, context));
}

/** A list item is a paragraph that begins with its marker, followed by the other blocks of the item. */
function itemFlow(item: ListItem, context: BlockContext): readonly FlowItem[] {
  const [first, ...rest] = item.blocks;
  const paragraph: Paragraph = first?.kind === 'paragraph' ? first : { kind: 'paragraph', role: 'body', inlines: [] };
  const others = first?.kind === 'paragraph' ? rest : item.blocks;
  return [paragraphOptions(paragraph, item.marker, context), ...blocksFlow(others, context)];
}
