import { matches } from './norm.js';
import type { Hit, Norm } from './norm.js';
import type { Prose } from './prose.js';

const FULL_WIDTH_MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

/** A half-width mark with a Chinese neighbour on either side; a list number such as `1.` does not match. */
const HALF_MARK = /(?<=[\p{Script=Han}”’》）〕％%])[,;:?!]|[,;:?!](?=\s*[\p{Script=Han}“‘《（])/gu;
const HALF_STOP =
  /(?<=[\p{Script=Han}”’》）％%])(?<!^[一二三四五六七八九十]{1,3})\.(?!\.)(?=$|[\s\p{Script=Han}”’）“《])/gu;

const halfMark: Norm = {
  code: 'NORM-HALF-MARK',
  severity: 'error',
  strength: '应当',
  title: '中文里的逗号、句号等用全角',
  detail: '半角标点只占半个字，夹在汉字中间，行里的字就对不齐；句号写成小圆点，也容易看漏。',
  source: 'GB/T 15834—2011 第4.1至4.7条',
  hint: '切换到中文标点再输入；“check --fix”可以一次改好。',
  examples: {
    good: '各单位按时报送材料，逾期的通报。参考网址 https://example.org/a,b 不动，3,000元不动，9:30不动。',
    bad: '各单位按时报送材料,逾期的通报.',
  },
  trigger: /[,;:?!.]/,
  find: ({ masked }) => [
    ...matches(masked, HALF_MARK, ([mark]) => halfWidthFinding(mark)),
    ...matches(masked, HALF_STOP, ([mark]) => halfWidthFinding(mark)).map((hit) => withoutEditBetweenHan(hit, masked)),
  ],
};

function halfWidthFinding(mark: string): { readonly message: string; readonly replacement: string } {
  const full = FULL_WIDTH_MARKS[mark] ?? mark;
  return { message: `中文里用了半角的“${mark}”，应是全角的“${full}”`, replacement: full };
}

/** Between two Han characters, a point may be the separator of a foreign name, so that no correction is certain. */
function withoutEditBetweenHan(hit: Hit, text: string): Hit {
  if (!/\p{Script=Han}/u.test(text[hit.end] ?? '')) return hit;
  return { start: hit.start, end: hit.end, message: '中文里用了半角的“.”，句末应是“。”，外国人名中间应是“·”' };
}

const halfBracket: Norm = {
  code: 'NORM-HALF-BRACKET',
  severity: 'error',
  strength: '应当',
  title: '中文里的括号用全角',
  detail: '半角括号与汉字不等宽，编号“(一)”与“（一）”混用，检索和核对都对不上。',
  source: 'GB/T 15834—2011 第4.9条；GB/T 9704—2012 第7.3.3条',
  hint: '改成“（）”；“check --fix”可以一次改好。',
  examples: {
    good: '领导小组（以下简称小组）设在办公室，资料见 PDF (portable document format) 文件。',
    bad: '领导小组(以下简称小组)设在办公室。',
  },
  trigger: /[()]/,
  find: ({ text, masked }) =>
    bracketPairs(text)
      .filter(([open, close]) => isChinese(text, masked, open, close))
      .map(bracketHit),
};

function bracketPairs(text: string): readonly (readonly [number, number])[] {
  const opened: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()（）]/g)) {
    if (mark === '(' || mark === '（') opened.push(index);
    else {
      const open = opened.pop();
      if (open !== undefined && (mark === ')' || text[open] === '(')) pairs.push([open, index]);
    }
  }
  return pairs;
}

/** Whether the bracketed text or its neighbour is Chinese. A formula such as f(x) is neither. */
function isChinese(text: string, masked: string, open: number, close: number): boolean {
  if (masked[open] !== text[open] && masked[close] !== text[close]) return false;
  const around = `${text[open - 1] ?? ''}${text[close + 1] ?? ''}`;
  const isNumber = open === 0 && /^[\d一二三四五六七八九十]+$/.test(text.slice(1, close));
  return isNumber || /\p{Script=Han}/u.test(text.slice(open + 1, close)) || /[\p{Script=Han}，。；、]/u.test(around);
}

function bracketHit([open, close]: readonly [number, number]): Hit {
  const edits = [
    { start: open, end: open + 1, text: '（' },
    { start: close, end: close + 1, text: '）' },
  ];
  return { start: open, end: close + 1, message: '中文里用了半角括号“()”，应是全角的“（）”', edits };
}

const quoteForm: Norm = {
  code: 'NORM-QUOTE-FORM',
  severity: 'error',
  strength: '应当',
  title: '引号用“”和‘’',
  detail: '直引号分不出前后，直角引号用于竖排；横排的中文用弯引号，外层双、内层单。',
  source: 'GB/T 15834—2011 第4.8.2条',
  hint: '改成“”；“check --fix”可以把成对的一次改好。',
  examples: { good: '开展“一窗受理”改革。', bad: '开展"一窗受理"改革。' },
  trigger: /["「」『』]/,
  find: (prose) => [...straightQuotes(prose), ...cornerQuotes(prose)],
};

function straightQuotes({ text, masked }: Prose): readonly Hit[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const quotes = [...masked.matchAll(/"/g)]
    .map(({ index }) => index)
    .filter((index) => !/\d/.test(text[index - 1] ?? ''));
  const paired = quotes.length % 2 === 0;
  return quotes.map((start, order) => ({
    start,
    end: start + 1,
    message: '中文里用了直引号，应是弯引号“”',
    ...(paired && { edits: [{ start, end: start + 1, text: order % 2 === 0 ? '“' : '”' }] }),
  }));
}

const CORNER_QUOTES: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

function cornerQuotes({ text }: Prose): readonly Hit[] {
  return matches(text, /[「」『』]/g, ([mark]) => {
    const replacement = CORNER_QUOTES[mark] ?? mark;
    return { message: `横排的中文不用“${mark}”，应是“${replacement}”`, replacement };
  });
}

const fullDigit: Norm = {
  code: 'NORM-FULL-DIGIT',
  severity: 'warning',
  strength: '一般',
  title: '阿拉伯数字和拉丁字母用半角',
  detail: '全角数字一个占一格，与同一篇里的半角数字大小不一，检索也查不到。',
  source: 'GB/T 15835—2011 第5.1条',
  hint: '改成半角；“check --fix”可以一次改好。',
  examples: { good: '全区18个村、326名党员。', bad: '全区１８个村、326名党员。' },
  trigger: /[０-９Ａ-Ｚａ-ｚ]/,
  find: ({ text }) =>
    matches(text, /[０-９Ａ-Ｚａ-ｚ]+/g, ([found]) => {
      const replacement = found.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
      return { message: `“${found}”是全角，应写成“${replacement}”`, replacement };
    }),
};

/** Norms about full-width and half-width characters. */
export const widthNorms: readonly Norm[] = [halfMark, halfBracket, quoteForm, fullDigit];
