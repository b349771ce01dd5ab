import { plainText } from '../../model/block.js';
import { chartCaption } from '../../model/chart.js';
import type { Block, Cell } from '../../model/block.js';
import type { Doc, SignOff } from '../../model/doc.js';

/** The printed text of a document in reading order: one passage for each paragraph, heading and table row. */
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
  const markings = [head.copyNumber, head.classification, head.urgency];
  switch (head.kind) {
    case 'official':
      return [...markings, head.organs.join('　') + head.suffix, head.number, head.signers.join('　')];
    case 'letter':
      return [...markings, head.organ, head.number];
    case 'order':
      return [...markings, head.organs.join('　') + head.suffix, head.number];
    case 'minutes':
      return [...markings, head.name, head.number, `${head.issuer}　${head.date}`];
    case 'bulletin':
      return [...markings, head.name, head.issue, `${head.issuer}　${head.date}`];
    case 'plain':
      return [...markings, head.line];
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
      return block.items.flatMap(({ marker, blocks }) => withMarker(marker, blocks.flatMap(blockPassages)));
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

function withMarker(marker: string, [first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${marker}${first}`, ...rest];
}

function rowPassage(cells: readonly Cell[]): string {
  return cells.map(plainText).join(' | ');
}
