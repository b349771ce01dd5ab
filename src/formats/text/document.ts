import type { Attachment, Doc, Foot, Head, Markings, Properties, RedHead, Signer, SignOff } from '../../model/doc.js';
import { blocksText } from './blocks.js';

/**
 * The complete document model as plain text, for reading and comparing: every part with its kind and content. Source
 * spans are omitted, so that moving a paragraph in its source file does not change the text. Empty parts are omitted.
 */
export function writeText(doc: Doc): string {
  const sections = [
    section('属性', propertiesText(doc.properties)),
    section(`版头　${headNames[doc.head.kind]}`, headText(doc.head)),
    section('标题', doc.title),
    section('主送', doc.recipients),
    section('正文', blocksText(doc.blocks)),
    section('附件说明', doc.attachments.map(attachmentName)),
    section(
      '参会',
      doc.attendance.flatMap(({ label, names }) => field(label, names.join('，'))),
    ),
    signOffText(doc.signOff),
    section('附注', present(doc.note)),
    ...doc.attachments.map(attachmentText),
    section(`版记　${footNames[doc.foot.kind]}`, footText(doc.foot)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n') + '\n')
    .join('\n');
}

const headNames: Readonly<Record<Head['kind'], string>> = {
  official: '公文',
  letter: '信函',
  order: '命令',
  minutes: '纪要',
  bulletin: '简报',
  plain: '无红头',
};
const footNames: Readonly<Record<Foot['kind'], string>> = {
  colophon: '公文',
  letter: '信函',
  bulletin: '简报',
  none: '无',
};
const signOffNames: Readonly<Record<SignOff['kind'], string>> = {
  sealed: '盖章',
  unsealed: '不盖章',
  stamped: '签名章',
};
const orientationNames: Readonly<Record<Attachment['orientation'], string>> = {
  portrait: '竖排页',
  landscape: '横排页',
};

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`【${name}】`, ...lines];
}

function present(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

/** `label：value`, or no line if the value is empty. */
function field(label: string, value: string): readonly string[] {
  return value === '' ? [] : [`${label}：${value}`];
}

function propertiesText(properties: Properties): readonly string[] {
  return [
    ...field('题名', properties.title),
    ...field('责任者', properties.author),
    ...field('主题', properties.subject),
    ...field('关键词', properties.keywords.join('；')),
    ...field('成文日期', properties.date),
    ...field('状态', properties.draft ? '草稿' : '定稿'),
  ];
}

function headText(head: Head): readonly string[] {
  switch (head.kind) {
    case 'official':
      return [
        ...redHeadText(head),
        ...head.organs.map((organ) => `发文机关标志：${organ}${head.suffix}`),
        ...field('发文字号', head.number),
        ...field('签发人', head.signers.join('　')),
      ];
    case 'letter':
      return [...redHeadText(head), ...field('发文机关标志', head.organ), ...field('发文字号', head.number)];
    case 'order':
      return [
        ...redHeadText(head),
        ...head.organs.map((organ) => `发文机关标志：${organ}${head.suffix}`),
        ...field('令号', head.number),
      ];
    case 'minutes':
      return [
        ...redHeadText(head),
        ...field('发文机关标志', head.name),
        ...field('编号', head.number),
        ...field('编印单位', head.issuer),
        ...field('日期', head.date),
      ];
    case 'bulletin':
      return [
        ...redHeadText(head),
        ...field('名称', head.name),
        ...field('期号', head.issue),
        ...field('编发单位', head.issuer),
        ...field('日期', head.date),
      ];
    case 'plain':
      return [...markingsText(head), ...field('稿本', head.line)];
  }
}

function redHeadText(head: RedHead): readonly string[] {
  return [...(head.preprinted ? ['红头：套红纸'] : []), ...markingsText(head)];
}

function markingsText(markings: Markings): readonly string[] {
  return [
    ...field('份号', markings.copyNumber),
    ...field('密级和保密期限', markings.classification),
    ...field('紧急程度', markings.urgency),
  ];
}

function attachmentName(attachment: Attachment): string {
  return `${attachment.number}.${attachment.title}${attachment.remark}`;
}

function attachmentText(attachment: Attachment): readonly string[] {
  const name = `附件${attachment.number}　${orientationNames[attachment.orientation]}`;
  return section(name, [...attachment.lines.map((line) => `标题　${line}`), ...blocksText(attachment.blocks)]);
}

function signOffText(signOff: SignOff | null): readonly string[] {
  if (signOff === null) return [];
  return section(`落款　${signOffNames[signOff.kind]}`, [...signersText(signOff), ...present(signOff.date)]);
}

function signersText(signOff: SignOff): readonly string[] {
  switch (signOff.kind) {
    case 'sealed':
      return signOff.organs.map((organ, index) => withSeal(organ, signOff.seals[index]?.path));
    case 'unsealed':
      return signOff.organs;
    case 'stamped':
      return signOff.signers.map(signerText);
  }
}

function withSeal(text: string, path: string | undefined): string {
  return path === undefined ? text : `${text}　［印章：${path}］`;
}

function signerText({ post, name, stamp }: Signer): string {
  return withSeal(`${post}　${name}`, stamp?.path);
}

function footText(foot: Foot): readonly string[] {
  switch (foot.kind) {
    case 'none':
      return [];
    case 'colophon':
      return [
        ...(foot.evenPage ? ['位置：双页'] : []),
        ...field('主送', foot.sendTo.join('，')),
        ...field('抄送', foot.copyTo.join('，')),
        ...field('印发机关', foot.printer),
        ...field('印发日期', foot.printedOn),
      ];
    case 'letter':
      return [...field('主送', foot.sendTo.join('，')), ...field('抄送', foot.copyTo.join('，'))];
    case 'bulletin':
      return [
        ...foot.lines.flatMap((line) => field(line.label, line.names.join('，'))),
        ...field('印数', foot.printRun),
      ];
  }
}
