import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { textAt, textsAt } from '../../model/data.js';
import { quoted, repeated } from '../wording.js';

const SUBSETS = [
  ['favourable', '计入满意'],
  ['explained', '须说明'],
  ['closing', '计为完成'],
] as const;

/** A set has as many members as it states, each once. */
export const setSizeWrong: Rule = {
  code: 'SET-SIZE-WRONG',
  severity: 'error',
  title: '集合的成员数与“数目”相同',
  detail: '“四项原则”就要有四项。成员不重复；“计入满意”“须说明”“计为完成”里的词都是它的成员。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: '集合:\n  - { 键: books, 名称: 一本必读书, 数目: 1, 成员: [《便民手册》] }' },
    bad: { file: 'campaign.md', lines: '集合:\n  - { 键: books, 名称: 两本必读书, 数目: 2, 成员: [《便民手册》] }' },
  },
  scope: 'whole',
  run: ({ campaignFile }) => placedRecordsAt(placedRecord(campaignFile), 'sets').flatMap(inspect),
};

function inspect(record: PlacedRecord): readonly Finding[] {
  const members = textsAt(record.data, 'members');
  const size = record.data['size'];
  const name = textAt(record.data, 'name');
  const duplicates = repeated(members);
  const unknownWords = SUBSETS.flatMap(([key, label]) => {
    const words = textsAt(record.data, key).filter((word) => !members.includes(word));
    return words.length === 0
      ? []
      : [
          {
            message: `“${name}”的“${label}”里${quoted(words)}不是它的成员`,
            span: spanAt(record, key),
            hint: '写法要与成员一致。',
          },
        ];
  });
  return [
    ...(typeof size === 'number' && size !== members.length
      ? [
          {
            message: `“${name}”的数目是${size}，成员有${members.length}个`,
            span: spanAt(record, 'members'),
            hint: '补齐成员，或者改正数目。',
          },
        ]
      : []),
    ...(duplicates.length > 0
      ? [
          {
            message: `“${name}”的成员${quoted(duplicates)}重复`,
            span: spanAt(record, 'members'),
            hint: '每个成员写一次。',
          },
        ]
      : []),
    ...unknownWords,
  ];
}
