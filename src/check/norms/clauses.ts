import { matches } from './norm.js';
import type { Hit, Norm } from './norm.js';
import { maskQuotes, maskTitles } from './prose.js';

const doubleMark: Norm = {
  code: 'NORM-DOUBLE-MARK',
  severity: 'error',
  strength: '应当',
  title: '两个点号不连在一起',
  detail: '一处停顿只有一个点号。问号、叹号可以叠用，省略号另有写法。',
  source: 'GB/T 15834—2011 第4.1至4.7条',
  hint: '只留一个；重复的“check --fix”可以删去，不同的请自己定。',
  examples: { good: '真的办成了？！大家都很高兴。', bad: '各村都报来了，，大家都很高兴。' },
  trigger: /[，。、；：][，。、；：！？]/,
  find: ({ text }) =>
    matches(text, /([，、；：])\1+|(?<!。)。。(?!。)|[，、；：][，、；：。！？]|。[，、；：！？]/g, ([found]) => {
      const isRepeated = [...found].every((mark) => mark === found[0]);
      const first = found[0] ?? '';
      return { message: `“${found}”是两个点号连在一起`, ...(isRepeated && { replacement: first }) };
    }).filter(({ start }, index, hits) => index === 0 || start >= (hits[index - 1]?.end ?? 0)),
};

const colonTwice: Norm = {
  code: 'NORM-COLON-TWICE',
  severity: 'warning',
  strength: '一般',
  title: '一句话里一般只有一个冒号',
  detail: '冒号管到句末。一句里套用两个，读的人分不清谁管谁，改写成两句，或者把后一个改成逗号。',
  source: 'GB/T 15834—2011 第4.7.3.5条',
  hint: '断成两句，或者只留一个冒号。',
  examples: { good: '会议强调三点。第一，要快：先办能办的。', bad: '会议强调：要做好三件事：办证、修路、通水。' },
  trigger: /：[^。！？；]*：/,
  roles: ['paragraph'],
  find: ({ text }) => findSecondColons(text),
};

/** The second colon of each sentence; quotations and brackets are ignored, and a semicolon ends a sentence here. */
function findSecondColons(text: string): readonly Hit[] {
  const plain = maskQuotes(maskTitles(text)).replace(/（[^（）]*）/g, (found) => '\uFFFC'.repeat(found.length));
  return [...plain.matchAll(/[^。！？；]+/g)].flatMap(({ 0: sentence, index }) => {
    const colons = [...sentence.matchAll(/：/g)].map((match) => index + match.index);
    // A quotation directly after a colon ends the scope of that colon.
    if (/：\uFFFC/.test(sentence)) return [];
    const second = colons[1];
    return second === undefined ? [] : [{ start: second, end: second + 1, message: '这一句里有两个冒号' }];
  });
}

const semicolonStop: Norm = {
  code: 'NORM-SEMICOLON-STOP',
  severity: 'warning',
  strength: '应当',
  title: '分项里已有句号，各项末尾不用分号',
  detail: '分号比句号小。一项里已经用了句号，项与项之间再用分号，层次就颠倒了。',
  source: 'GB/T 15834—2011 附录A.5',
  hint: '各项末尾一律改成句号，或者把项内的句号改成逗号。',
  examples: {
    good: '一是抓学习，每周一次；二是抓调研，每村必到。',
    bad: '一是抓学习。每周集中一次；二是抓调研。每村必到；三是抓整改。',
  },
  trigger: /；/,
  roles: ['paragraph', 'value'],
  find: ({ text }) => findMixedItems(text),
};

function findMixedItems(text: string): readonly Hit[] {
  const starts = [
    ...text.matchAll(/(?:^|(?<=[。；：，]))(?:[一二三四五六七八九十]是|（[\d一二三四五六七八九十]+）|[①-⑳])/g),
  ];
  const items = starts.slice(0, -1).map((match, index) => ({
    start: match.index,
    text: text.slice(match.index, starts[index + 1]?.index),
  }));
  const hasFullStop = items.some((item) => /。./.test(maskQuotes(item.text)));
  const withSemicolon = items.find((item) => item.text.endsWith('；'));
  if (!hasFullStop || !withSemicolon) return [];
  const at = withSemicolon.start + withSemicolon.text.length - 1;
  return [{ start: at, end: at + 1, message: '有的分项里已用句号，分项末尾却用了分号' }];
}

/** Norms about stops within a sentence. */
export const clauseNorms: readonly Norm[] = [doubleMark, colonTwice, semicolonStop];
