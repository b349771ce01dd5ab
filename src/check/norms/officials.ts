import { matches } from './norm.js';
import type { Norm } from './norm.js';

const DOC_NUMBER =
  /(?<=[\p{Script=Han}])([[［【〖（(〔])((?:19|20)\d{2}|\d{2})([\]］】〗）)〕])\s*(第?)(0*)([1-9]\d*)\s*号(?![楼院线门])/gu;

const docNumber: Norm = {
  code: 'NORM-DOC-NUMBER',
  severity: 'error',
  strength: '应当',
  title: '发文字号的年份用六角括号',
  detail: '年份写全四位，用“〔〕”括起；序号不加“第”，不编虚位，如1不写01；末尾写“号”。',
  source: 'GB/T 9704—2012 第7.2.5条；GB/T 15834—2011 第4.9.3.4条',
  hint: '写成“云政办〔2026〕7号”；“check --fix”可以一次改好。',
  examples: {
    good: '按照云政办〔2026〕7号文件执行，参照（2024）云01民初7号判决。',
    bad: '按照云政办[2026]第07号文件执行。',
  },
  trigger: /\d[\]］】〗）)〕]\s*第?\d/,
  find: ({ text }) =>
    matches(text, DOC_NUMBER, (match) => {
      const [found, , year = '', , , , number = ''] = match;
      const corrected = `〔${year}〕${number}号`;
      if (year.length < 4) return { message: `发文字号“${found}”的年份没有写全四位` };
      return found === corrected
        ? null
        : { message: `发文字号写成了“${found}”，应是“${corrected}”`, replacement: corrected };
    }),
};

/** Fields after which the program adds the punctuation, or which have none, with the reason for the message. */
const FIELD_REASONS: Readonly<Record<string, string>> = {
  recipients: '主送机关之间和末尾的标点由程序加',
  copyTo: '抄送机关之间和末尾的标点由程序加',
  'enclosures.title': '附件名称末尾不加标点',
  reportTo: '机关名称之间和末尾的标点由程序加',
  sendTo: '机关名称之间和末尾的标点由程序加',
  issueTo: '机关名称之间和末尾的标点由程序加',
};

const fieldEnd: Norm = {
  code: 'NORM-FIELD-END',
  severity: 'error',
  strength: '应当',
  title: '主送、抄送、附件名称后不自己加标点',
  detail: '主送末尾的冒号、抄送末尾的句号由程序加；附件名称后面不加标点。自己再加，就会印成两个。',
  source: 'GB/T 9704—2012 第7.3.2条、第7.3.4条、第7.4.2条',
  hint: '删去末尾的标点；“check --fix”可以一次改好。',
  examples: { good: '抄送: [区教育局]', bad: '抄送: [区教育局。]' },
  trigger: /[，。；：、,;:.]$/,
  roles: ['value'],
  find: ({ text, key }) => {
    const reason = FIELD_REASONS[key];
    if (reason === undefined) return [];
    return matches(text, /[，。；：、,;:.]+$/g, ([found]) => ({
      message: `末尾多了“${found}”，${reason}`,
      replacement: '',
    }));
  },
};

const reportRequest: Norm = {
  code: 'NORM-REPORT-REQUEST',
  severity: 'error',
  strength: '应当',
  title: '报告里不夹带请示',
  detail: '报告只是汇报，上级不必答复；要上级批准或答复的事，另行文请示，否则会被搁下。',
  source: '《党政机关公文处理工作条例》第十五条第（四）项',
  hint: '删去请批的话，把请批的事另写一份请示。',
  examples: {
    file: 'units/dongmen/survey.md',
    good: '## 整改打算\n\n周六上午开放。以上报告，请审阅。',
    bad: '## 整改打算\n\n周六上午开放。以上报告当否，请批示。',
  },
  trigger: /请/,
  roles: ['paragraph', 'heading', 'caption', 'value'],
  find: ({ text, kind }) =>
    kind.endsWith('报告')
      ? matches(
          text,
          /(?:妥否|当否|可否|是否妥当)，(?:敬|恳|呈)?请|(?<=^|[，。；])(?:特此|敬|恳|呈|现)?请(?:予以?|上级|领导|区委|县委|党工委|管委会|区政府){0,2}(?:批示|审批|批复|批准)(?=[。，；]|$|该|此|这)/g,
          ([found]) => ({ message: `报告里写了“${found}”，是请示的话` }),
        )
      : [],
};

/** Norms that are specific to official documents. */
export const officialDocumentNorms: readonly Norm[] = [docNumber, fieldEnd, reportRequest];
