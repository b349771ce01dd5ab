import { matches } from './norm.js';
import type { Norm } from './norm.js';

const HAN = '\\p{Script=Han}';

const ellipsis: Norm = {
  code: 'NORM-ELLIPSIS',
  severity: 'error',
  strength: '应当',
  title: '省略号写成“……”',
  detail: '省略号是六个点，占两个字；整段省略时可以连用两个，共十二个点。',
  source: 'GB/T 15834—2011 第4.11.2条、附录A.9',
  hint: '改成“……”；“check --fix”可以一次改好。',
  examples: { good: '白天在地里，晚上在会场……', bad: '白天在地里，晚上在会场...' },
  trigger: /\.{3}|。{3}|．{3}|·{6}|…/,
  find: ({ text }) =>
    matches(text, /(?<![A-Za-z.])\.{3,}(?!\/)|。{3,}|．{3,}|·{6,}|…+/g, ([found]) =>
      found === '……' || found === '…………' ? null : { message: `省略号写成了“${found}”，应是“……”`, replacement: '……' },
    ),
};

const ellipsisEtc: Norm = {
  code: 'NORM-ELLIPSIS-ETC',
  severity: 'error',
  strength: '应当',
  title: '省略号不与“等”连用',
  detail: '“等”已经说明还有别的，再加省略号就重复了。',
  source: 'GB/T 15834—2011 附录A.9',
  hint: '省略号和“等”只留一个。',
  examples: { good: '种茶、养蜂、办民宿等，村里都试过。', bad: '种茶、养蜂、办民宿……等，村里都试过。' },
  trigger: /……等|等……/,
  find: ({ text }) =>
    matches(text, /……等(?!待|候|到|我|你|他|她|会|一下)|(?<=、[^、，。；]{1,12})等{1,2}……/g, () => ({
      message: '“等”和省略号连用了',
    })),
};

const dash: Norm = {
  code: 'NORM-DASH',
  severity: 'error',
  strength: '应当',
  title: '破折号写成“——”',
  detail: '破折号占两个字，中间不断开，不用减号、短横拼成。',
  source: 'GB/T 15834—2011 第4.10.2条',
  hint: '改成“——”；“check --fix”可以一次改好。',
  examples: { good: '这件事只有一个办法——当面说清。', bad: '这件事只有一个办法--当面说清。' },
  trigger: /--|－－|––|──|———|— —|—— —/,
  find: ({ masked }) =>
    matches(
      masked,
      new RegExp(`(?<=[${HAN}”》）])\\s*(?:-{2,}|－{2,}|–{2,}|─{2,}|—{3,}|— —|——\\s—+)\\s*(?=[${HAN}“《（]|$)`, 'gu'),
      ([found]) => ({ message: `破折号写成了“${found.trim()}”，应是“——”`, replacement: '——' }),
    ),
};

/** Ranges of place and time have the dash of one character width: 京—沪, 3月—5月, 第一—三章. */
const RANGE_START =
  '[年月日时点分路村站市县区镇乡街桥口线段期章条款项号楼层度届次周州京沪津渝汉广深昆贵宁一二三四五六七八九十]';

const dashSingle: Norm = {
  code: 'NORM-DASH-SINGLE',
  severity: 'warning',
  strength: '应当',
  title: '单个“—”多半是破折号少打了一半',
  detail: '一个字长的“—”用在地点、时间、数值的起止；解释说明的破折号占两个字。',
  source: 'GB/T 15834—2011 第4.10.2条、第4.13.3条',
  hint: '是破折号的改成“——”；是起止的不用改。',
  examples: { good: '主干道—西关站—东门一线，3月—5月。', bad: '这件事只有一个办法—当面说清。' },
  trigger: /[—–－]/,
  find: ({ masked }) =>
    matches(
      masked,
      new RegExp(`(?<=[${HAN}”》）])(?<!${RANGE_START})(?:—|–|－)(?![—–－])(?=[${HAN}“《])`, 'gu'),
      (match) => (isRoute(masked, match.index) ? null : { message: '汉字之间只有单个连接号，像是破折号少了一半' }),
    ),
};

/** Whether the words after a dash name a road or a line, as in 上塘—茶岭公路. */
function isRoute(text: string, index: number): boolean {
  const after = text.slice(index + 1, index + 16);
  return /^\p{Script=Han}{1,6}(?:—|[^，。；：]{0,6}(?:路|线|段|区间|航道|管道|站|村|区|市|县|镇))/u.test(after);
}

const range: Norm = {
  code: 'NORM-RANGE',
  severity: 'warning',
  strength: '应当',
  title: '数值起止用“～”或“—”',
  detail: '半角的“-”是编号里用的短横，“~”不是中文的连接号；数值和时间的起止用“—”或“～”，也可以写“至”。',
  source: 'GB/T 15834—2011 第4.13.3条；GB/T 15835—2011 第5.1.3条',
  hint: '改成“～”“—”或者“至”。',
  examples: { good: '每组5～8人，用时3—5天，电话0871-6512345。', bad: '每组5~8人，用时3-5天。' },
  trigger: /[~-]/,
  find: ({ text }) => [
    ...matches(text, /(?<=[\d%％万亿元])~(?=\d)/g, () => ({ message: '数值之间用了“~”，应是“～”', replacement: '～' })),
    ...matches(
      text,
      /(?<![\d.A-Za-z/-])\d+(?:\.\d+)?[%％]?-\d+(?:\.\d+)?(?=[%％]|(?:个|名)?(?:年|月|日|天|人|户|岁|元|万|亿|公里|米|亩|吨|次|小时|分钟|点|时|周))/g,
      ([found]) => ({ message: `“${found}”用短横表示起止，应用“～”“—”或“至”` }),
    ),
  ],
};

/** Norms about ellipses, dashes and range marks. */
export const strokeNorms: readonly Norm[] = [ellipsis, ellipsisEtc, dash, dashSingle, range];
