import { matches } from './norm.js';
import type { Norm } from './norm.js';
import { maskTitles } from './prose.js';

const dateZero: Norm = {
  code: 'NORM-DATE-ZERO',
  severity: 'warning',
  strength: '一般',
  title: '印出来的月、日前面不补0',
  detail: '公文的日期月、日不编虚位，正文与落款写法一致。',
  source: 'GB/T 9704—2012 第7.3.5.4条；GB/T 15835—2011 第5.1.4条',
  hint: '写成“2026年3月9日”；“check --fix”可以一次改好。',
  examples: { good: '2026年3月9日召开动员会。', bad: '2026年03月09日召开动员会。' },
  trigger: /0[1-9][月日]/,
  find: ({ text }) =>
    matches(text, /(?<=年)0(?=[1-9]月)|(?<!\d)0(?=[1-9]月(?:0?[1-9]|[12]\d|3[01])日)|(?<=\d月)0(?=[1-9]日)/g, () => ({
      message: '月、日前面多了一个0',
      replacement: '',
    })),
};

const yearShort: Norm = {
  code: 'NORM-YEAR-SHORT',
  severity: 'error',
  strength: '应当',
  title: '年份写全四位',
  detail: '“26年3月”“05—08年”过几十年就分不清是哪个世纪，公元年份不简写。',
  source: 'GB/T 15835—2011 第5.1.4条',
  hint: '写成四位，例如 2026年。',
  examples: { good: '2026年3月，工作26年来第一次，第26年度。', bad: '26年3月召开动员会。' },
  trigger: /\d年/,
  find: ({ text }) => [
    ...matches(text, /(?<![\d第.—～、～至十百])\d{2}(?=年(?:1[0-2]|0?[1-9])月(?!龄))/g, shortYearFinding),
    ...matches(
      text,
      /(?<![\d第.近满前后]|[—～~-]\d?)[0-4]\d(?=年(?:底|初(?!心|中|级)|末|上半年|下半年))/g,
      shortYearFinding,
    ),
    ...matches(
      text,
      /(?<![\d第])[09]\d[—～~-][0-2]\d(?=年)|(?<=(?<!\d)\d{4}[—～~-])\d{2}(?=年|学年)/g,
      shortYearFinding,
    ),
    ...matches(text, /['’‘](?:\d{2})(?=年)/g, shortYearFinding),
  ],
};

function shortYearFinding([found]: RegExpExecArray): { readonly message: string } {
  return { message: `年份“${found}”没有写全四位` };
}

const HAN_DIGITS = '[〇一二三四五六七八九]';

const dateMix: Norm = {
  code: 'NORM-DATE-MIX',
  severity: 'error',
  strength: '应当',
  title: '同一个日期里不混用两种数字',
  detail: '“二〇二六年8月”一半汉字、一半阿拉伯数字。公历日期一般全用阿拉伯数字。农历日期全用汉字。',
  source: 'GB/T 15835—2011 第4.3条',
  hint: '写成“2026年8月15日”。',
  examples: { good: '2026年8月15日，农历丙午年七月初三。', bad: '二〇二六年8月15日。' },
  trigger: /[〇一二三四五六七八九]年\d|[一二三四五六七八九十]月\d|\d[年月][一二三四五六七八九十]/,
  find: ({ text }) =>
    matches(
      maskTitles(text),
      new RegExp(
        `${HAN_DIGITS}{4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{4}年[一二三四五六七八九十]{1,2}月(?!底前后)(?:[\\d一二三四五六七八九十]{1,3}日)?|\\d{1,2}月[一二三四五六七八九十]{1,3}日|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}月\\d{1,2}日`,
        'g',
      ),
      ([found]) => ({ message: `“${found}”混用了汉字和阿拉伯数字` }),
    ),
};

const zeroForm: Norm = {
  code: 'NORM-ZERO-FORM',
  severity: 'error',
  strength: '应当',
  title: '编号的零写“〇”，数量的零写“零”',
  detail: '二〇二六年不写二零二六年，也不写成圆圈或数字0；一百零五不写一百〇五。',
  source: 'GB/T 15835—2011 第5.2.5条',
  hint: '年份里改成“〇”，数量里改成“零”；“check --fix”可以一次改好。',
  examples: { good: '二〇二六年，一百零五户。', bad: '二零二六年，一百〇五户。' },
  trigger: /[〇零○ＯO0]/,
  find: ({ text }) => [
    ...matches(
      text,
      /(?<![〇零○0一二三四五六七八九])[一二三四五六七八九][〇零○ＯO0一二三四五六七八九]{3}(?=年)/g,
      ([found]) => {
        const corrected = found.replace(/[零○ＯO0]/g, '〇');
        return corrected === found ? null : { message: `“${found}年”里的零应是“〇”`, replacement: corrected };
      },
    ),
    ...matches(text, /(?<=[百千万亿])[〇○](?=[一二三四五六七八九])/g, ([found]) => ({
      message: `数量里的“${found}”应是“零”`,
      replacement: '零',
    })),
  ],
};

/** Norms about dates and years (GB/T 15835, GB/T 9704). */
export const dateNorms: readonly Norm[] = [dateZero, yearShort, dateMix, zeroForm];
