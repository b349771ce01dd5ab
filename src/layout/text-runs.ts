import { joinTexts } from '../model/block.js';
import type { Block, Inline, List, Paragraph, Table } from '../model/block.js';
import { chartCaption } from '../model/chart.js';
import { chartTexts } from './chart-texts.js';
import type { Chart } from '../model/chart.js';
import type { Attachment, Colophon, Doc, Foot, Head, LetterFoot, Markings, NamedList, SignOff } from '../model/doc.js';
import type { Span } from '../model/span.js';
import type { Role } from '../model/style.js';

/** Text that is printed in one face. */
export interface TextRun {
  readonly role: Role;
  readonly text: string;
  readonly span?: Span;
}

/** Every text that a document prints and the role whose face sets it; the style sheet of the PDF says the same in CSS. */
export function textRuns(doc: Doc): readonly TextRun[] {
  return [
    ...headRuns(doc.head),
    ...runs('title', doc.title),
    ...runs('body', sentence(doc.recipients, '：')),
    ...blocksRuns(doc.blocks, 'body'),
    ...doc.attachments.flatMap(attachmentRuns),
    ...doc.attendance.flatMap(attendanceRuns),
    ...signOffRuns(doc.signOff),
    ...runs('body', bracketed(doc.note)),
    ...footRuns(doc.foot),
    ...runs('digits', ['— 0123456789 —']), // 7.5
  ];
}

function headRuns(head: Head): readonly TextRun[] {
  switch (head.kind) {
    case 'official':
      return [
        ...marksRuns(head),
        ...runs('title', [...head.organs, head.suffix]), // 7.2.4
        ...runs('body', [head.number, head.signers.length > 0 ? '签发人：' : '']), // 7.2.5, 7.2.6
        ...runs('heading2', head.signers), // 7.2.6
      ];
    case 'letter':
      return [...marksRuns(head), ...runs('title', [head.organ]), ...runs('body', [head.number])];
    case 'order':
      return [...marksRuns(head), ...runs('title', [...head.organs, head.suffix]), ...runs('body', [head.number])];
    case 'minutes':
      return [
        ...marksRuns(head),
        ...runs('title', [head.name]),
        ...runs('body', [head.number, head.issuer, head.date]),
      ];
    case 'bulletin':
      return [...marksRuns(head), ...runs('title', [head.name]), ...runs('body', [head.issue, head.issuer, head.date])];
    case 'plain':
      return [...marksRuns(head), ...runs('heading2', [head.line])];
  }
}

/** 份号 is set in figures of the text, 密级 and 紧急程度 in 黑体 (7.2.1–7.2.3). */
function marksRuns(marks: Markings): readonly TextRun[] {
  return [...runs('body', [marks.copyNumber]), ...runs('heading1', [marks.classification, marks.urgency])];
}

/** The role that blocks inherit where they do not say their own. */
type Inherited = 'body' | 'heading2';

function blocksRuns(blocks: readonly Block[], inherited: Inherited): readonly TextRun[] {
  return blocks.flatMap((block) => blockRuns(block, inherited));
}

function blockRuns(block: Block, inherited: Inherited): readonly TextRun[] {
  switch (block.kind) {
    case 'heading': {
      const role = headingRole(block.level, inherited);
      return [...runs(role, [block.number], block.span), ...inlineRuns(block.inlines, role, block.span)];
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
      return runs(inherited, [`（缺图：${block.alt || block.path}）`], block.span);
    case 'chart':
      return chartRuns(block);
    case 'page-break':
      return [];
  }
}

/** Levels of a text (7.3.3): 一、 in 黑体, （一） in 楷体, the others like the text; a title inside the text like a title. */
function headingRole(level: number, inherited: Inherited): Role {
  return (['title', 'heading1', 'heading2'] as const)[level] ?? inherited;
}

function paragraphRole(paragraph: Paragraph, inherited: Inherited): Inherited {
  return paragraph.role === 'note' ? 'heading2' : inherited;
}

function listRuns(list: List, inherited: Inherited): readonly TextRun[] {
  return list.items.flatMap(({ marker, blocks }) => {
    const [first] = blocks;
    const role = first?.kind === 'paragraph' ? paragraphRole(first, inherited) : inherited;
    return [...runs(role, [marker], list.span), ...blocksRuns(blocks, inherited)];
  });
}

function tableRuns({ caption, header, rows, span }: Table, inherited: Inherited): readonly TextRun[] {
  return [
    ...runs('heading1', [caption], span),
    ...header.flatMap((cell) => inlineRuns(cell, 'heading1', span)),
    ...rows.flat().flatMap((cell) => inlineRuns(cell, inherited, span)),
  ];
}

/** The drawing's own texts, and the caption below it in 黑体 like a table's. */
function chartRuns(chart: Chart): readonly TextRun[] {
  const { body, heading1 } = chartTexts(chart);
  const caption = chartCaption(chart);
  return [
    ...runs('body', [...body, `（缺图：${caption}）`], chart.span),
    ...runs('heading1', [...heading1, caption], chart.span),
  ];
}

function inlineRuns(inlines: readonly Inline[], role: Role, span: Span | undefined): readonly TextRun[] {
  return joinTexts(inlines).flatMap((inline): readonly TextRun[] => {
    switch (inline.kind) {
      case 'text':
        return runs(role, [inline.text], span);
      case 'missing':
        return runs(role, [inline.text], span);
      case 'strong':
        return inlineRuns(inline.inlines, 'heading1', span);
      case 'emphasis':
        return inlineRuns(inline.inlines, 'heading2', span);
      case 'break':
        return [];
    }
  });
}

/** In 附件说明 like the text, on its own page the label in 黑体 and the title like a title (7.3.4, 7.3.7). */
function attachmentRuns({ number, title, lines, remark, blocks, span }: Attachment): readonly TextRun[] {
  return [
    ...runs('body', [`附件：${number}.`, title, remark], span),
    ...runs('heading1', [`附件${number}`], span),
    ...runs('title', lines.length > 0 ? lines : [title], span),
    ...blocksRuns(blocks, 'body'),
  ];
}

/** 出席 in 黑体, the names like the text (10.3). */
function attendanceRuns({ label, names }: NamedList): readonly TextRun[] {
  return [...runs('heading1', [`${label}：`]), ...runs('body', [names.join('，')])];
}

/** The name of a signer stands in the stamp and is not set. */
function signOffRuns(signOff: SignOff | null): readonly TextRun[] {
  if (signOff === null) return [];
  const names = signOff.kind === 'stamped' ? signOff.signers.map(({ post }) => post) : signOff.organs;
  return runs('body', [...names, signOff.date]);
}

function footRuns(foot: Foot): readonly TextRun[] {
  switch (foot.kind) {
    case 'none':
      return [];
    case 'colophon':
      return runs('body', [...lists(foot), foot.printer, `${foot.printedOn}印发`]);
    case 'letter':
      return runs('body', lists(foot));
    case 'bulletin':
      return [
        ...foot.lines.flatMap(({ label, names }) => runs('body', [`${label}：`, ...sentence(names, '。')])),
        ...runs('body', [`（共印${foot.printRun}份）`]),
      ];
  }
}

function lists({ sendTo, copyTo }: Colophon | LetterFoot): readonly string[] {
  return ['主送：', ...sentence(sendTo, '。'), '抄送：', ...sentence(copyTo, '。')];
}

function sentence(names: readonly string[], end: string): readonly string[] {
  return names.length === 0 ? [] : [`${names.join('，')}${end}`];
}

function bracketed(text: string): readonly string[] {
  return text === '' ? [] : [`（${text}）`];
}

function runs(role: Role, texts: readonly string[], span?: Span): readonly TextRun[] {
  return texts.filter((text) => text !== '').map((text) => ({ role, text, ...(span && { span }) }));
}
