import { stripTypedNumber } from '../../markdown/typed-number.js';
import { matches } from './norm.js';
import type { Hit, Norm } from './norm.js';
import type { Prose } from './prose.js';

const HAN = '一二三四五六七八九十';

const numberMark: Norm = {
  code: 'NORM-NUMBER-MARK',
  severity: 'error',
  strength: '应当',
  title: '序号后的标点有定规',
  detail: '“一”后用顿号，“1”后用下脚点，“（一）”“（1）”带括号的后面什么也不加。',
  source: 'GB/T 15834—2011 附录B.3；GB/T 9704—2012 第7.3.3条',
  hint: '写成“一、”“（一）”“1.”“（1）”；“check --fix”可以一次改好。',
  examples: { good: '（一）抓学习', bad: '（一）、抓学习' },
  trigger: /^(?:[一二三四五六七八九十]{1,3}[.．]|[（(].{1,3}[）)][、.．，,]|[①-⑳][、.．，,]|\d{1,2}、)/,
  roles: ['paragraph', 'heading', 'caption', 'value'],
  find: findNumberMarks,
};

function findNumberMarks({ text }: Prose): readonly Hit[] {
  return [
    ...matches(text, new RegExp(`(?<=^[${HAN}]{1,3})[.．](?=\\s*\\p{Script=Han})`, 'gu'), ([found]) => ({
      message: `“一”这样的序号后面用了“${found}”，应是“、”`,
      replacement: '、',
    })),
    ...matches(text, /(?<=^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]))[、.．，,]\s*/gu, ([found]) => ({
      message: `带括号的序号后面多了“${found.trim()}”`,
      replacement: '',
    })),
    ...matches(text, /(?<=^\d{1,2})、(?=\s*[\p{Script=Han}“《])(?!\s*\d)/gu, (match) =>
      isEnumeration(text, match.index) ? null : { message: '“1”这样的序号后面用了“、”，应是“.”', replacement: '.' },
    ),
  ];
}

/** 3、4月 enumerates months; it is no list number. */
function isEnumeration(text: string, index: number): boolean {
  return /^、[一二三四五六七八九十\d]+[月日号组期]/.test(text.slice(index));
}

const ordinalMark: Norm = {
  code: 'NORM-ORDINAL-MARK',
  severity: 'warning',
  strength: '应当',
  title: '“第一”“首先”后用逗号，“一是”后不加标点',
  detail: '“第一”“首先”自成一顿，用逗号；“一是”是句子的一部分，直接接下去。',
  source: 'GB/T 15834—2011 附录B.3',
  hint: '写成“第一，……”“首先，……”“一是……”。',
  examples: { good: '第一，抓学习。首先，抓调研。一是抓整改。', bad: '第一、抓学习。首先、抓调研。一是、抓整改。' },
  trigger: /(?:^|[。；：，])(?:第.|首先|其次|再次|最后|.是)[、，：]/,
  find: ({ text }) => [
    ...matches(
      text,
      new RegExp(`(?:^|(?<=[。；：]))(?:第[${HAN}]|首先|其次|再次|最后)、(?!第?[${HAN}]|其次|再次|然后|最后)`, 'g'),
      ([found]) => ({ message: `“${found.slice(0, -1)}”后面应是逗号` }),
    ),
    ...matches(text, new RegExp(`(?:^|(?<=[。；：，]))[${HAN}]是[、，：](?!不是|还是)`, 'g'), ([found]) => ({
      message: `“${found.slice(0, -1)}”后面不加标点`,
    })),
  ],
};

const headingNumber: Norm = {
  code: 'NORM-HEADING-NUMBER',
  severity: 'warning',
  strength: '惯例',
  title: '小标题的序号不打两遍',
  detail: '小标题的序号由程序编；自己打的一个会被认出来换掉，再多一个就会印出来，成了“一、（一）”。',
  source: '各级序号由程序按 GB/T 9704—2012 第7.3.3条编排',
  hint: '删去自己打的序号；“check --fix”可以一次改好。',
  examples: { good: '### 一、三农工作\n\n抓春耕。', bad: '### 一、（一）三农工作\n\n抓春耕。' },
  trigger: /^\s*[（(\d一二三四五六七八九十①-⑳]/,
  roles: ['heading'],
  find: ({ text }) => findRepeatedNumbers(text),
};

function findRepeatedNumbers(text: string): readonly Hit[] {
  const withoutFirst = stripTypedNumber(text);
  const bare = stripAllNumbers(withoutFirst);
  if (bare === withoutFirst) return [];
  const end = text.length - bare.length;
  const message = `小标题前打了两遍序号“${text.slice(0, end).trim()}”`;
  return [{ start: 0, end, message, edits: [{ start: 0, end, text: '' }] }];
}

function stripAllNumbers(text: string): string {
  const bare = stripTypedNumber(text);
  return bare === text ? text : stripAllNumbers(bare);
}

/** Norms about numbers typed by hand. */
export const numberingNorms: readonly Norm[] = [numberMark, ordinalMark, headingNumber];
