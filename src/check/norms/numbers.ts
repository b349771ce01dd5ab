import { matches } from './norm.js';
import type { Norm } from './norm.js';

const decimalZero: Norm = {
  code: 'NORM-DECIMAL-ZERO',
  severity: 'error',
  strength: '应当',
  title: '小于1的小数，小数点前写0',
  detail: '“.46”的点很容易看漏，0.46就变成了46。',
  source: 'GB/T 15835—2011 第5.1.2条',
  hint: '在小数点前补上0；“check --fix”可以一次改好。',
  examples: { good: '每亩增收0.46万元。', bad: '每亩增收.46万元。' },
  trigger: /(?:^|\D)\.\d/m,
  find: ({ text }) =>
    matches(text, /(?<=^|[为是约达占到至率由从降升增收减少共计仅（，、：～\s])\.\d+(?![\d.A-Za-z])/gm, ([found]) => ({
      message: `“${found}”小数点前少了0`,
      replacement: `0${found}`,
    })),
};

const rangeUnit: Norm = {
  code: 'NORM-RANGE-UNIT',
  severity: 'error',
  strength: '应当',
  title: '起止两个数的百分号、万、亿都写全',
  detail: '“13～17万元”可以读成十三元到十七万元。省了会读错的，前一个数的单位不能省。',
  source: 'GB/T 15835—2011 第5.1.3条',
  hint: '前一个数后面也写上百分号或“万”“亿”。',
  examples: { good: '降低15%～30%，节约13万元～17万元。', bad: '降低15～30%，节约13～17万元。' },
  trigger: /\d[～~—-]\d[\d.]*[%％‰万亿]/,
  find: ({ text }) =>
    matches(text, /(?<![\d.第—～年月/-])\d+(?:\.\d+)?[～~—-]\d+(?:\.\d+)?(?:[%％‰]|[万亿])(?![年])/g, ([found]) => ({
      message: `“${found}”前一个数没有写单位，会读错`,
    })),
};

/** Words that may follow 十, 百 or 千 after Arabic digits: 3千米 is correct. */
const NUMERAL_UNITS = '米|克|瓦|卡|伏|帕|赫|焦|牛|安|乏|字节|比特|分|位|家|余|货|姓|度|合|佳|强';

const mixedQuantity: Norm = {
  code: 'NORM-MIXED-QUANTITY',
  severity: 'warning',
  strength: '应当',
  title: '阿拉伯数字后面只跟“万”“亿”',
  detail: '“4千人”“3百户”是两种数字混写。写成4000人、300户，或者四千人、三百户。',
  source: 'GB/T 15835—2011 第5.3条',
  hint: '写成4000，或者全用汉字。',
  examples: { good: '4000人，3.5万亩，25千米，5千克。', bad: '全镇4千人，增收3百元。' },
  trigger: /\d[十百千]/,
  find: ({ text }) =>
    matches(
      text,
      new RegExp(
        `(?<![\\d.A-Za-z第])\\d+(?:\\.\\d+)?[十百千](?!${NUMERAL_UNITS})(?![\\p{Script=Han}]?(?:堰|里河))`,
        'gu',
      ),
      ([found]) => ({
        message: `“${found}”把阿拉伯数字和“${found.at(-1) ?? ''}”混写了`,
      }),
    ),
};

const approxHan: Norm = {
  code: 'NORM-APPROX-HAN',
  severity: 'warning',
  strength: '应当',
  title: '带“几”的数用汉字',
  detail: '“几”说的是约数，与它连写的数用汉字：十几人、几十户。',
  source: 'GB/T 15835—2011 第4.2.2条',
  hint: '改成“十几”“几十”“二十几”。',
  examples: { good: '十几个人，跑了几十里。', bad: '10几个人，跑了几10里。' },
  trigger: /\d几|几\d/,
  find: ({ text }) =>
    matches(
      text,
      /(?<![\d.])\d+几(?=[个名人户天年岁次件家里米斤元万条])|(?<!第)几\d+(?=[个名人户天年岁次件家里米斤元万条])/g,
      ([found]) => ({
        message: `“${found}”是约数，应用汉字`,
      }),
    ),
};

const NOUNS_AFTER_DAY_NAME =
  '事件|运动|讲话|重要讲话|消费者|国际消费|案(?!卷|例|件)|专案|事故|特大|地震|惨案|晚会|国家宪法日|精神';

const dayName: Norm = {
  code: 'NORM-DAY-NAME',
  severity: 'warning',
  strength: '应当',
  title: '以月日为名的事件，写法有定规',
  detail:
    '用阿拉伯数字的，月日之间加间隔号，如“3·15”；用汉字的，一月、十一月、十二月加间隔号，如一二·九，其他月份不加，如五四。',
  source: 'GB/T 15835—2011 第5.1.6条、第5.2.3条',
  hint: '写成“3·15”、五四、一二·九。',
  examples: { good: '“3·15”消费者权益日，五四青年节，一二·九运动。', bad: '“3.15”消费者权益日，五·四青年节。' },
  trigger: /\d[.．]\d|[一三五六七八九十]·[一四七八]|一[二一][八九〇]/,
  find: ({ text }) => [
    ...matches(
      text,
      new RegExp(`(?<![\\d.])(?:1[0-2]|[1-9])[.．]\\d{1,2}(?=[”"]?(?:${NOUNS_AFTER_DAY_NAME}))`, 'g'),
      ([found]) => ({
        message: `“${found}”的月和日之间应是间隔号“·”`,
      }),
    ),
    ...matches(text, /(?:五·四|七·一|八·一|三·八|五·一(?!二)|七·七|六·一|九·一八|十·一)/g, ([found]) => ({
      message: `“${found}”不是一月、十一月、十二月，中间不加间隔号`,
    })),
    ...matches(text, /一二九(?=运动|学生)|一二八(?=事变|抗战)|一一〇(?=宣传日)/g, ([found]) => ({
      message: `“${found}”在一月、十一月或十二月，月日之间应加间隔号`,
    })),
  ],
};

/** Norms about figures (GB/T 15835). */
export const numberNorms: readonly Norm[] = [decimalZero, rangeUnit, mixedQuantity, approxHan, dayName];
