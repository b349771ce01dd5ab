import { matches } from './norm.js';
import type { Hit, Norm } from './norm.js';
import { maskTitles } from './prose.js';
import type { Prose } from './prose.js';

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '【': '】',
};
const OPENERS = new Map(Object.entries(CLOSERS).map(([open, close]) => [close, open]));

/** An opening or closing mark with its index. */
interface Mark {
  readonly mark: string;
  readonly index: number;
}

/** The result of one scan of a text for paired marks. */
interface PairScan {
  readonly unpaired: readonly Mark[];
  /** Opening marks inside an open pair of the same shape. */
  readonly nested: readonly Mark[];
  /** Single opening quotation marks outside any double ones. */
  readonly outerSingles: readonly Mark[];
}

function scanPairs(text: string): PairScan {
  const open: Mark[] = [];
  const scan = { unpaired: [] as Mark[], nested: [] as Mark[], outerSingles: [] as Mark[] };
  for (const { 0: character, index } of text.matchAll(/[“”‘’（）()《》〈〉〔〕【】]/g)) {
    const mark = character.replace('(', '（').replace(')', '）');
    if (isUnpairedByNature(text, mark, index)) continue;
    if (CLOSERS[mark] !== undefined) {
      if (open.some((other) => other.mark === mark)) scan.nested.push({ mark, index });
      if (mark === '‘' && !open.some((other) => other.mark === '“')) scan.outerSingles.push({ mark, index });
      open.push({ mark, index });
    } else closePair(open, { mark, index }, scan.unpaired);
  }
  return { ...scan, unpaired: [...scan.unpaired, ...open].sort((a, b) => a.index - b.index) };
}

function closePair(open: Mark[], { mark, index }: Mark, unpaired: Mark[]): void {
  const at = open.findLastIndex((other) => other.mark === OPENERS.get(mark));
  if (at < 0) unpaired.push({ mark, index });
  else unpaired.push(...open.splice(at).slice(1));
}

/** Whether a mark is an apostrophe, in a foreign word or before a year, or belongs to a list number such as 1）. */
function isUnpairedByNature(text: string, mark: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 3), index);
  if (mark === '’') return /[A-Za-z]$/.test(before) || /^\d{2}(?!\d)/.test(text.slice(index + 1));
  return mark === '）' && /(?:^|[；。，：、])[\da-z]{1,2}$/.test(before) && !before.includes('（');
}

const pair: Norm = {
  code: 'NORM-PAIR',
  severity: 'error',
  strength: '应当',
  title: '括号、引号、书名号要成对',
  detail: '少了一半，读的人分不清话到哪里为止；一段引文分几段写时，每段开头都可以有前引号，末段才有后引号。',
  source: 'GB/T 15834—2011 第4.8.2条、第4.9.2条、第4.15.2条',
  hint: '补上缺的一半，或者删去多出来的一半。',
  examples: { good: '学习《基层治理案例选》（第二版）。', bad: '学习《基层治理案例选（第二版）。' },
  trigger: /[“”‘’（）()《》〈〉〔〕【】]/,
  find: ({ text, role }) =>
    scanPairs(text)
      .unpaired.filter(({ mark, index }) => role !== 'paragraph' || mark !== '“' || index > 0)
      .map(({ mark, index }) => {
        const other = CLOSERS[mark] ?? OPENERS.get(mark) ?? '';
        return { start: index, end: index + 1, message: `“${mark}”没有配对的“${other}”` };
      }),
};

const quoteNest: Norm = {
  code: 'NORM-QUOTE-NEST',
  severity: 'error',
  strength: '应当',
  title: '引号、书名号外层用双、内层用单',
  detail: '引文里再有引文，用‘’；书名里再有书名，用〈〉；单引号不单独用在外层。',
  source: 'GB/T 15834—2011 第4.8条、第4.15.3.5条',
  hint: '外层写“”《》，内层写‘’〈〉。',
  examples: { good: '他说：“先办‘急难’的事。”', bad: '他说：“先办“急难”的事。”' },
  trigger: /[‘“《][^”》]*[“《‘]|‘/,
  find: (prose) => [...nestedMarks(prose, ['“', '《']), ...outerSingleQuotes(prose)],
};

const INNER_MARKS: Readonly<Record<string, string>> = { '“': '‘’', '《': '〈〉' };

function nestedMarks({ text }: Prose, marks: readonly string[]): readonly Hit[] {
  return scanPairs(text)
    .nested.filter(({ mark }) => marks.includes(mark))
    .map(({ mark, index }) => ({
      start: index,
      end: index + 1,
      message: `“${mark}”里面又用了“${mark}”，内层应是“${INNER_MARKS[mark] ?? ''}”`,
    }));
}

function outerSingleQuotes({ text }: Prose): readonly Hit[] {
  return scanPairs(text).outerSingles.map(({ index }) => ({
    start: index,
    end: index + 1,
    message: '单引号用在了外层，外层应是双引号“”',
  }));
}

const bracketNest: Norm = {
  code: 'NORM-BRACKET-NEST',
  severity: 'warning',
  strength: '一般',
  title: '同样的括号不套用',
  detail: '圆括号里再套圆括号，读的人分不清哪一半对哪一半。能改写的改写；非套不可的，换一种形状。',
  source: 'GB/T 15834—2011 第4.9.3.6条',
  hint: '里层改成〔〕，或者把里层的话移到括号外。',
  examples: { good: '见附件（整改清单〔第二版〕）。', bad: '见附件（整改清单（第二版））。' },
  trigger: /[（(][^）)]*[（(]|〔[^〕]*〔|【[^】]*【/,
  find: ({ text }) => {
    const plain = maskTitles(text);
    return scanPairs(plain)
      .nested.filter(({ mark }) => mark === '（' || mark === '〔' || mark === '【')
      .map(({ mark, index }) => ({ start: index, end: index + 1, message: `“${mark}”里面又套了“${mark}”` }));
  },
};

const titleBrackets: Norm = {
  code: 'NORM-TITLE-BRACKETS',
  severity: 'warning',
  strength: '应当',
  title: '课程、会议、证件、奖项不用书名号',
  detail: '书名号标书、报、文件一类作品的名称。课程、会议、证件、奖项、活动不是作品，直接写名称，需要突出时用引号。',
  source: 'GB/T 15834—2011 附录A.13.1',
  hint: '去掉书名号，或者改用引号。',
  examples: { good: '讲授“党的基本知识”课程，学习《党章》。', bad: '参加《基层治理培训班》，领取《结业证书》。' },
  trigger: /[程班议会坛书证照奖动程览]》/,
  find: ({ text }) =>
    matches(
      text,
      /《[^《》]{2,24}(?:课程|专题课|培训班|研讨班|会议|座谈会|动员会|推进会|大会|论坛|证书|证|执照|奖|活动|行动|工程|展览|晚会)》/g,
      ([found]) => ({ message: `${found}不是书、文件一类的作品，不用书名号` }),
    ),
};

/** Norms about paired marks. */
export const pairNorms: readonly Norm[] = [pair, quoteNest, bracketNest, titleBrackets];
