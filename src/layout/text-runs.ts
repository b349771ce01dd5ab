import { joinTexts } from '../model/block.js';
import type { Block, Inline, List, Paragraph, Table } from '../model/block.js';
import { chartCaption } from '../model/chart.js';
import { chartTexts } from './chart-texts.js';
import type { Chart } from '../model/chart.js';
import type { Attachment, Colophon, Doc, Foot, Head, LetterFoot, Markings, NamedList, SignOff } from '../model/doc.js';
import type { Span } from '../model/span.js';
import type { Role } from '../model/style.js';

/** Text that is printed in one typeface. */
export interface RoleText {
  readonly role: Role;
  readonly text: string;
  readonly span?: Span;
}

/** All texts that a document prints, with the role of their typeface. The CSS of the PDF assigns the same roles. */
export function roleTexts(doc: Doc): readonly RoleText[] {
  return [
    ...headRuns(doc.head),
    ...toTextRuns('title', doc.title),
    ...toTextRuns('body', sentence(doc.recipients, '：')),
    ...blocksRuns(doc.blocks, 'body'),
    ...doc.attachments.flatMap(attachmentRuns),
    ...doc.attendance.flatMap(attendanceRuns),
    ...signOffRuns(doc.signOff),
    ...toTextRuns('body', bracketed(doc.note)),
    ...footRuns(doc.foot),
    ...toTextRuns('digits', ['— 0123456789 —']), // 7.5
  ];
}

function headRuns(head: Head): readonly RoleText[] {
  switch (head.kind) {
    case 'official':
      return [
        ...markingRuns(head),
        ...toTextRuns('title', [...head.organs, head.suffix]), // 7.2.4
        ...toTextRuns('body', [head.number, head.signers.length > 0 ? '签发人：' : '']), // 7.2.5, 7.2.6
        ...toTextRuns('heading2', head.signers), // 7.2.6
      ];
    case 'letter':
      return [...markingRuns(head), ...toTextRuns('title', [head.organ]), ...toTextRuns('body', [head.number])];
    case 'order':
      return [
        ...markingRuns(head),
        ...toTextRuns('title', [...head.organs, head.suffix]),
        ...toTextRuns('body', [head.number]),
      ];
    case 'minutes':
      return [
        ...markingRuns(head),
        ...toTextRuns('title', [head.name]),
        ...toTextRuns('body', [head.number, head.issuer, head.date]),
      ];
    case 'bulletin':
      return [
        ...markingRuns(head),
        ...toTextRuns('title', [head.name]),
        ...toTextRuns('body', [head.issue, head.issuer, head.date]),
      ];
    case 'plain':
      return [...markingRuns(head), ...toTextRuns('heading2', [head.line])];
  }
}

/** 份号 is set in the typeface of the text, 密级 and 紧急程度 in 黑体 (7.2.1–7.2.3). */
function markingRuns(markings: Markings): readonly RoleText[] {
  return [
    ...toTextRuns('body', [markings.copyNumber]),
    ...toTextRuns('heading1', [markings.classification, markings.urgency]),
  ];
}

/** The role of blocks that have none of their own. */
type InheritedRole = 'body' | 'heading2';

function blocksRuns(blocks: readonly Block[], inherited: InheritedRole): readonly RoleText[] {
  return blocks.flatMap((block) => blockRuns(block, inherited));
}

function blockRuns(block: Block, inherited: InheritedRole): readonly RoleText[] {
  switch (block.kind) {
    case 'heading': {
      const role = headingRole(block.level, inherited);
      return [...toTextRuns(role, [block.number], block.span), ...inlineRuns(block.inlines, role, block.span)];
    }
    case 'paragraph':
      return inlineRuns(block.inlines, paragraphRole(block, inherited), block.span);
    case 'list':
      return listRuns(block, inherited);
    case 'table':
      return tableRuns(block, inherited);
    case 'quote':
      return blocksRuns(block.blocks, 'heading2');
    case 'landscape':
      return blocksRuns(block.blocks, inherited);
    case 'image':
      return toTextRuns(inherited, [`（缺图：${block.alt || block.path}）`], block.span);
    case 'chart':
      return chartRuns(block);
    case 'page-break':
      return [];
  }
}

/**
 * Heading levels (7.3.3): 一、 in 黑体, （一） in 楷体, the others as the text; a title inside the text (level 0) as a title.
 */
function headingRole(level: number, inherited: InheritedRole): Role {
  return (['title', 'heading1', 'heading2'] as const)[level] ?? inherited;
}

function paragraphRole(paragraph: Paragraph, inherited: InheritedRole): InheritedRole {
  return paragraph.role === 'note' ? 'heading2' : inherited;
}

function listRuns(list: List, inherited: InheritedRole): readonly RoleText[] {
  return list.items.flatMap(({ marker, blocks }) => {
    const [first] = blocks;
    const role = first?.kind === 'paragraph' ? paragraphRole(first, inherited) : inherited;
    return [...toTextRuns(role, [marker], list.span), ...blocksRuns(blocks, inherited)];
  });
}

function tableRuns({ caption, header, rows, span }: Table, inherited: InheritedRole): readonly RoleText[] {
  return [
    ...toTextRuns('heading1', [caption], span),
    ...header.flatMap((cell) => inlineRuns(cell, 'heading1', span)),
    ...rows.flat().flatMap((cell) => inlineRuns(cell, inherited, span)),
  ];
}

/** The texts inside the drawing, and the caption below it in 黑体, as for a table. */
function chartRuns(chart: Chart): readonly RoleText[] {
  const { body, heading1 } = chartTexts(chart);
  const caption = chartCaption(chart);
  return [
    ...toTextRuns('body', [...body, `（缺图：${caption}）`], chart.span),
    ...toTextRuns('heading1', [...heading1, caption], chart.span),
  ];
}

function inlineRuns(inlines: readonly Inline[], role: Role, span: Span | undefined): readonly RoleText[] {
  return joinTexts(inlines).flatMap((inline): readonly RoleText[] => {
    switch (inline.kind) {
      case 'text':
        return toTextRuns(role, [inline.text], span);
      case 'missing':
        return toTextRuns(role, [inline.text], span);
      case 'strong':
        return inlineRuns(inline.inlines, 'heading1', span);
      case 'emphasis':
        return inlineRuns(inline.inlines, 'heading2', span);
      case 'break':
        return [];
    }
  });
}

/** In 附件说明 as the text; on the attachment's own page the label in 黑体 and the title as a title (7.3.4, 7.3.7). */
function attachmentRuns({ number, title, lines, remark, blocks, span }: Attachment): readonly RoleText[] {
  return [
    ...toTextRuns('body', [`附件：${number}.`, title, remark], span),
    ...toTextRuns('heading1', [`附件${number}`], span),
    ...toTextRuns('title', lines.length > 0 ? lines : [title], span),
    ...blocksRuns(blocks, 'body'),
  ];
}

/** The label (出席) in 黑体, the names as the text (10.3). */
function attendanceRuns({ label, names }: NamedList): readonly RoleText[] {
  return [...toTextRuns('heading1', [`${label}：`]), ...toTextRuns('body', [names.join('，')])];
}

/** The name of a signer is part of the stamp image and is not text. */
function signOffRuns(signOff: SignOff | null): readonly RoleText[] {
  if (signOff === null) return [];
  const names = signOff.kind === 'stamped' ? signOff.signers.map(({ post }) => post) : signOff.organs;
  return toTextRuns('body', [...names, signOff.date]);
}

function footRuns(foot: Foot): readonly RoleText[] {
  switch (foot.kind) {
    case 'none':
      return [];
    case 'colophon':
      return toTextRuns('body', [...distributionTexts(foot), foot.printer, `${foot.printedOn}印发`]);
    case 'letter':
      return toTextRuns('body', distributionTexts(foot));
    case 'bulletin':
      return [
        ...foot.lines.flatMap(({ label, names }) => toTextRuns('body', [`${label}：`, ...sentence(names, '。')])),
        ...toTextRuns('body', [`（共印${foot.printRun}份）`]),
      ];
  }
}

function distributionTexts({ sendTo, copyTo }: Colophon | LetterFoot): readonly string[] {
  return ['主送：', ...sentence(sendTo, '。'), '抄送：', ...sentence(copyTo, '。')];
}

function sentence(names: readonly string[], end: string): readonly string[] {
  return names.length === 0 ? [] : [`${names.join('，')}${end}`];
}

function bracketed(text: string): readonly string[] {
  return text === '' ? [] : [`（${text}）`];
}

function toTextRuns(role: Role, texts: readonly string[], span?: Span): readonly RoleText[] {
  return texts.filter((text) => text !== '').map((text) => ({ role, text, ...(span && { span }) }));
}
