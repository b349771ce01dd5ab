import type { Block } from '../../src/model/block.js';
import type { Colophon, Doc, SignOff } from '../../src/model/doc.js';

/** Characters of a paragraph that fills more than two pages of 22 × 28. */
const LONG = 28 * 22 * 3;

function paragraph(text: string): Block {
  return { kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] };
}

const foot: Colophon = {
  kind: 'colophon',
  copyTo: ['区人大工委', '区政协工委'],
  printer: '云岭管理区办公室',
  printedOn: '2026年3月6日',
};

function document(blocks: readonly Block[], signOff: SignOff): Doc {
  return {
    properties: { title: '关于版面的通知', author: '', subject: '', keywords: [], date: '2026-03-05', draft: false },
    head: {
      kind: 'official',
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
    signOff,
    note: '此件公开发布',
    foot,
  };
}

/** Several full pages of Han characters, a sealed sign-off and 版记. */
export const sealedDoc = document([paragraph('测'.repeat(LONG)), paragraph('特此通知。')], {
  kind: 'sealed',
  organs: ['云岭管理区委员会'],
  date: '2026年3月5日',
});

/**
 * A table on turned pages, the first of which is page 2. There are several: LibreOffice puts the number of an even
 * turned page in the corner of the sheet where few of them follow.
 */
export const turnedDoc = document(
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
export const unsealedDoc = document([paragraph('量'.repeat(LONG / 4)), paragraph('特此通知。')], {
  kind: 'unsealed',
  organs: ['中共云岭管理区工作委员会'],
  date: '2026年3月5日',
});
