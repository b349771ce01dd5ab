import type { Block, Image } from '../../src/model/block.js';
import type { Colophon, Doc, SignOff } from '../../src/model/doc.js';

/** Characters of three pages of 22 × 28. */
const LONG = 28 * 22 * 3;

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] };
}

const foot: Colophon = {
  kind: 'colophon',
  sendTo: [],
  evenPage: false,
  copyTo: ['区人大工委', '区政协工委'],
  printer: '云岭管理区办公室',
  printedOn: '2026年3月6日',
};

function document(blocks: readonly Block[], signOff: SignOff): Doc {
  return {
    properties: { title: '关于版面的通知', author: '', subject: '', keywords: [], date: '2026-03-05', draft: false },
    head: {
      kind: 'official',
      preprinted: false,
      copyNumber: '000001',
      classification: '秘密★3年',
      urgency: '特急',
      organs: ['云岭管理区'],
      suffix: '文件',
      number: '云区发〔2026〕12号',
      signers: [],
    },
    title: ['关于版面的通知'],
    recipients: ['各管理处'],
    blocks,
    attachments: [],
    attendance: [],
    signOff,
    note: '此件公开发布',
    foot,
  };
}

/** Several full pages of Han characters, a sealed sign-off and a 版记. */
const sealedDoc = document([paragraph('测'.repeat(LONG)), paragraph('特此通知。')], {
  kind: 'sealed',
  organs: ['云岭管理区委员会'],
  seals: [null],
  date: '2026年3月5日',
});

/**
 * A table on landscape pages, the first of which is page 2. The table has several pages because LibreOffice puts the
 * number of an even landscape page in the corner of the page if only few of them follow.
 */
const turnedDoc = document(
  [
    paragraph('见表。'),
    {
      kind: 'landscape',
      blocks: [
        {
          kind: 'table',
          caption: '表',
          columns: [{ width: 1, align: 'left' }],
          header: [[{ kind: 'text', text: '项' }]],
          rows: Array.from({ length: 60 }, () => [[{ kind: 'text', text: '值' }]]),
        },
      ],
    },
    paragraph('特此通知。'),
  ],
  { kind: 'unsealed', organs: ['云岭管理区委员会'], date: '2026年3月5日' },
);

/** Two pages, and a sign-off without a seal. */
const unsealedDoc = document([paragraph('量'.repeat(LONG / 4)), paragraph('特此通知。')], {
  kind: 'unsealed',
  organs: ['中共云岭管理区工作委员会'],
  date: '2026年3月5日',
});

const bare = { copyNumber: '', classification: '', urgency: '', preprinted: false };
const head = { ...sealedDoc.head, ...bare, kind: 'official', organs: ['云岭管理区'], suffix: '文件' } as const;
const number = '云区发〔2026〕12号';

/** PNG of a square in one colour, base64, for seals and stamps. */
const SQUARE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVQI12N8xiDEgA0wMeAAg1MCAMesAQir41lDAAAAAElFTkSuQmCC';
const SEAL = 'seal.png';
export const pictures: ReadonlyMap<string, Uint8Array> = new Map([
  [SEAL, Uint8Array.from(atob(SQUARE), (each) => each.charCodeAt(0))],
]);

function image(alt: string): Image {
  return { kind: 'image', path: SEAL, alt };
}

/** 信函 (10.1) of two pages. */
const letterDoc: Doc = {
  ...sealedDoc,
  head: { kind: 'letter', ...bare, classification: '秘密★3年', urgency: '特急', organ: '云岭管理区管理委员会', number },
  blocks: [paragraph('测'.repeat(LONG / 4)), paragraph('特此函达。')],
  foot: { kind: 'letter', sendTo: [], copyTo: ['区人大工委', '区政协工委'] },
};

/** 令 (10.2) with a signature stamp. */
const orderDoc: Doc = {
  ...sealedDoc,
  head: { kind: 'order', ...bare, organs: ['云岭管理区'], suffix: '令', number: '第1号' },
  title: [],
  recipients: [],
  blocks: [paragraph('现予公布。')],
  signOff: {
    kind: 'stamped',
    signers: [{ post: '云岭管理区主任', name: '沈', stamp: image('签名章') }],
    date: '2026年3月5日',
  },
};

/** 纪要 (10.3) with lists of attendance. */
const minutesDoc: Doc = {
  ...sealedDoc,
  head: {
    kind: 'minutes',
    ...bare,
    name: '云岭管理区会议纪要',
    number: '第7期',
    issuer: '云岭管理区办公室',
    date: '2026年3月5日',
  },
  recipients: [],
  blocks: [paragraph('会议议定。')],
  attendance: [
    { label: '出席', names: Array.from({ length: 12 }, () => '区民政局') },
    { label: '请假', names: ['区教育局'] },
    { label: '列席', names: ['区财政局'] },
  ],
  signOff: null,
  note: '',
  foot: { kind: 'none' },
};

const four = ['甲', '乙', '丙', '丁'].map((each) => `区${each}局`);

/** Three organs in the masthead, four seals in two rows, signers of an upward document, recipients moved to the 版记. */
const jointDoc: Doc = {
  ...sealedDoc,
  head: {
    ...head,
    organs: ['云岭管理区民政局', '云岭管理区残疾人联合会', '云岭管理区财政局'],
    number,
    signers: ['张三丰', '李小四', '王小五'],
  },
  blocks: [paragraph('特此报告。')],
  signOff: { kind: 'sealed', organs: four, seals: four.map((organ) => image(organ)), date: '2026年3月5日' },
  note: '',
  foot: { ...foot, sendTo: ['各管理处'] },
};

/** For paper with a preprinted head. */
const preprintedDoc: Doc = { ...sealedDoc, head: { ...sealedDoc.head, preprinted: true } as Doc['head'] };

/** A 版记 on an even page of its own, after a text of one page and after a text of two pages. */
const evenDoc: Doc = {
  ...sealedDoc,
  blocks: [paragraph('特此通知。')],
  foot: { ...foot, evenPage: true },
};
const blankDoc: Doc = { ...evenDoc, blocks: [paragraph('测'.repeat(LONG / 6)), paragraph('特此通知。')] };

/** Every measured document by its name. */
export const docs = {
  sealed: sealedDoc,
  unsealed: unsealedDoc,
  turned: turnedDoc,
  letter: letterDoc,
  order: orderDoc,
  minutes: minutesDoc,
  joint: jointDoc,
  preprinted: preprintedDoc,
  even: evenDoc,
  blank: blankDoc,
} as const satisfies Readonly<Record<string, Doc>>;
export type DocName = keyof typeof docs;
export const DOC_NAMES = Object.keys(docs) as readonly DocName[];
