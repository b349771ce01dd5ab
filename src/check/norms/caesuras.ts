import { matches } from './norm.js';
import type { Norm } from './norm.js';

const caesuraNames: Norm = {
  code: 'NORM-CAESURA-NAMES',
  severity: 'warning',
  strength: '一般',
  title: '相连的书名号、引号之间不用顿号',
  detail: '书名号、引号本身已经把并列的各项隔开。后面带括注的，才用顿号。',
  source: 'GB/T 15834—2011 第4.5.3.5条',
  hint: '删去中间的顿号。',
  examples: { good: '必读《党章》《案例选》《问答》（修订本）、《读本》。', bad: '必读《党章》、《案例选》。' },
  trigger: /》、《|”、“/,
  find: ({ text }) =>
    matches(text, /(?<=》)、(?=《)|(?<=”)、(?=“)/g, () => ({ message: '相连的书名号或引号之间用了顿号' })),
};

/**
 * Nouns that may follow 等 after a list. 等 closes a list if a clause end, a number or one of these nouns follows;
 * before other words it is the verb "to wait".
 */
const NOUNS_AFTER_ETC =
  '问题|方面|工作|事项|情况|单位|部门|部分|形式|方式|内容|环节|材料|制度|措施|途径|渠道|手续|业务|服务|活动|项目|地区|地方|村|人员|同志|群众|领域|行业|设施|证件|费用|资料|文件|规定|办法|要求|现象|做法|任务|岗位|窗口';
const CAESURA_BEFORE_ETC = new RegExp(
  `(?<=[^、，。；：]{2})(?<!等[^、，。；：]{0,8})、(?=等(?:[，。；：！？）”]|$|等|\\d|[一二两三四五六七八九十百几多各]|\\p{Script=Han}{0,4}?(?:${NOUNS_AFTER_ETC})))(?!等(?:待|候|级|额|距|同|于|值))`,
  'gu',
);

const caesuraEtc: Norm = {
  code: 'NORM-CAESURA-ETC',
  severity: 'warning',
  strength: '应当',
  title: '“等”前不用顿号',
  detail: '并列的各项说完，用“等”收住，前面不再停顿。',
  source: 'GB/T 15834—2011 附录B.1.2',
  hint: '删去“等”前的顿号；“check --fix”可以一次改好。',
  examples: { good: '挂号、缴费、等候三个环节，用水、用电等事项。', bad: '用水、用电、等事项。' },
  trigger: /、等/,
  find: ({ text }) =>
    matches(text, CAESURA_BEFORE_ETC, () => ({
      message: '“等”前面多了顿号',
      replacement: '',
    })),
};

const HAN_PAIRS = '(?:一、[二两]|[二两]、三|三、[四五]|四、五|五、六|六、七|七、八|八、九)';
const ARABIC_PAIRS = '(?:1、2|2、3|3、[45]|4、5|5、6|6、7|7、8|8、9)';
const MEASURE_WORDS =
  '(?:个(?!阶段|方面|环节|问题|专题)|天|名|人|户|次|件|岁|里|公里|米|斤|家|趟|回|年(?!级|期|度)|分钟|小时|十|百|千|万)';
/** Excludes enumerations such as 第三、四次, 一、二、三 and 三、四两人, which are no estimates. */
const NOT_COUNTED = '(?<![第、\\d一二三四五六七八九十初周月])';

const caesuraApprox: Norm = {
  code: 'NORM-CAESURA-APPROX',
  severity: 'warning',
  strength: '应当',
  title: '概数中间不用顿号，用汉字写',
  detail: '“三四天”是说大约，中间没有停顿；“二、三产业”说的是两样东西，才用顿号。',
  source: 'GB/T 15834—2011 第4.5.3.4条；GB/T 15835—2011 第5.2.1条',
  hint: '去掉顿号，写成“三四天”；确实是指几样东西的，写全或在前面加“第”。',
  examples: { good: '来回要三四天，发展第二、三产业。', bad: '来回要三、四天。' },
  trigger: /[一二两三四五六七八1-8]、[二两三四五六七八九2-9]/,
  find: ({ text }) =>
    matches(
      text,
      new RegExp(`${NOT_COUNTED}(?:十|二十|三十)?(?:${HAN_PAIRS}|${ARABIC_PAIRS})(?=${MEASURE_WORDS})`, 'g'),
      ([found]) => ({
        message: `“${found}”像是概数，中间不用顿号`,
      }),
    ),
};

/** Norms about the enumeration comma 、. */
export const caesuraNorms: readonly Norm[] = [caesuraNames, caesuraEtc, caesuraApprox];
