import type { Doc } from '../../src/model/doc.js';
import type { Volume, VolumePart } from '../../src/model/volume.js';
import { bulletinDoc, draftDoc, officialDoc, upwardDoc } from './sample-doc.js';

function part(doc: Doc, source: string, tableSize: number | null = null): VolumePart {
  const { title } = doc.properties;
  return { title, lines: [title], source, tableSize, doc: () => doc };
}

const long = part(officialDoc, '区工委');

/** An invented volume of every kind of document, two of them with one title. */
export const sampleVolume: Volume = {
  properties: {
    title: '云岭管理区材料汇编',
    author: '云岭管理区办公室',
    subject: '汇编',
    keywords: ['汇编'],
    date: '2026-06-30',
    draft: true,
  },
  cover: {
    title: ['云岭管理区', '材料汇编'],
    line: '（征求意见稿）',
    organ: ['云岭管理区办公室'],
    date: '2026年6月30日',
  },
  preface: [
    { kind: 'heading', level: 0, number: '', inlines: [{ kind: 'text', text: '编印说明' }] },
    { kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text: '本册收入的文件照原件编印。' }] },
  ],
  groups: [
    {
      title: '公文',
      parts: [
        { ...long, lines: [long.title.slice(0, 20), long.title.slice(20)] },
        part(upwardDoc, '区民政局', 10.5),
        part(upwardDoc, '区残联'),
        part(draftDoc, '某处“甲\\乙"丙', 10.5),
      ],
    },
    { title: '简报', parts: [part({ ...bulletinDoc, title: [] }, '2026年4月8日')] },
  ],
  twoSided: false,
};
