import { plainText } from '../../model/block.js';
import { chartCaption } from '../../model/chart.js';
import type { Block, Cell } from '../../model/block.js';
import type { Doc, SignOff } from '../../model/doc.js';

/** Everything that a document prints, one passage a paragraph, heading or table row, in reading order. */
export function passagesOf(doc: Doc): readonly string[] {
  const attachments = doc.attachments.flatMap((attachment) => [
    `附件${attachment.number}　${attachment.title}${attachment.remark}`,
    ...attachment.blocks.flatMap(blockPassages),
  ]);
  const passages = [
    ...headPassages(doc),
    doc.properties.title,
    doc.recipients.join('，'),
    ...doc.blocks.flatMap(blockPassages),
    ...attachments,
    ...doc.attendance.map(({ label, names }) => `${label}：${names.join('，')}`),
    ...(doc.signOff ? [[...signersOf(doc.signOff), doc.signOff.date].join('　')] : []),
    doc.note,
    ...footPassages(doc),
  ];
  return passages.filter((passage) => passage !== '');
}

function headPassages({ head }: Doc): readonly string[] {
  const marks = [head.copyNumber, head.classification, head.urgency];
  switch (head.kind) {
    case 'official':
      return [...marks, head.organs.join('　') + head.suffix, head.number, head.signers.join('　')];
    case 'letter':
      return [...marks, head.organ, head.number];
    case 'order':
      return [...marks, head.organs.join('　') + head.suffix, head.number];
    case 'minutes':
      return [...marks, head.name, head.number, `${head.issuer}　${head.date}`];
    case 'bulletin':
      return [...marks, head.name, head.issue, `${head.issuer}　${head.date}`];
    case 'plain':
      return [...marks, head.line];
  }
}

function signersOf(signOff: SignOff): readonly string[] {
  return signOff.kind === 'stamped' ? signOff.signers.map(({ post, name }) => `${post}　${name}`) : signOff.organs;
}

function footPassages({ foot }: Doc): readonly string[] {
  switch (foot.kind) {
    case 'colophon':
      return [foot.sendTo.join('，'), foot.copyTo.join('，'), `${foot.printer}　${foot.printedOn}`];
    case 'letter':
      return [foot.sendTo.join('，'), foot.copyTo.join('，')];
    case 'bulletin':
      return foot.lines.map(({ label, names }) => `${label}：${names.join('，')}`);
    case 'none':
      return [];
  }
}

function blockPassages(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number}${plainText(block.inlines)}`];
    case 'paragraph':
      return [plainText(block.inlines)];
    case 'list':
      return block.items.flatMap(({ marker, blocks }) => marked(marker, blocks.flatMap(blockPassages)));
    case 'table':
      return [block.caption, ...[block.header, ...block.rows].map(rowPassage)];
    case 'quote':
    case 'landscape':
      return block.blocks.flatMap(blockPassages);
    case 'image':
      return [`［图］${block.alt}`];
    case 'chart':
      return [`［${chartCaption(block)}］${block.alt}`];
    case 'page-break':
      return [];
  }
}

function marked(marker: string, [first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${marker}${first}`, ...rest];
}

function rowPassage(cells: readonly Cell[]): string {
  return cells.map(plainText).join(' | ');
}
