import { matches } from './norm.js';
import type { Norm } from './norm.js';
import { maskQuotes, maskTitles } from './prose.js';

const headingEnd: Norm = {
  code: 'NORM-HEADING-END',
  severity: 'warning',
  strength: '一般',
  title: '小标题末尾不加标点',
  detail: '小标题独占一行，末尾不用句号、逗号、冒号；表达语气的问号、叹号可以用。',
  source: 'GB/T 15834—2011 附录B.4',
  hint: '删去末尾的标点；“check --fix”可以一次改好。',
  examples: { good: '### 为什么还要多头跑？\n\n部门之间没有说好。', bad: '### 抓好学习。\n\n每周一次。' },
  trigger: /[，。；：、]\s*$/,
  roles: ['heading'],
  find: ({ text }) =>
    matches(text, /[，。；：、]+\s*$/g, ([found]) => ({
      message: `小标题末尾多了“${found.trim()}”`,
      replacement: '',
    })),
};

const captionEnd: Norm = {
  code: 'NORM-CAPTION-END',
  severity: 'warning',
  strength: '应当',
  title: '图、表的题名末尾不加句号',
  detail: '图题、表题是名称，不是句子；中间可以有逗号、句号，末尾不加。',
  source: 'GB/T 15834—2011 附录A.1',
  hint: '删去末尾的句号；“check --fix”可以一次改好。',
  examples: {
    good: '::: table caption="各村走访情况"\n| 村 | 户 |\n|---|---|\n| 东村 | 3 |\n:::',
    bad: '::: table caption="各村走访情况。"\n| 村 | 户 |\n|---|---|\n| 东村 | 3 |\n:::',
  },
  trigger: /。$/,
  roles: ['caption'],
  find: ({ text }) => matches(text, /。$/g, () => ({ message: '题名末尾多了句号', replacement: '' })),
};

const titleMarks: Norm = {
  code: 'NORM-TITLE-MARKS',
  severity: 'warning',
  strength: '惯例',
  title: '公文标题里除书名号外一般不用标点',
  detail: '公文标题只在引用法规、文件名称时用书名号，少数用引号、顿号；不用逗号、句号、冒号。',
  source: '公文标题的通行做法；参看 GB/T 15834—2011 附录B.4',
  hint: '改写标题，去掉标点；需要停顿的地方用“和”“及”连接。',
  examples: { good: '标题: 关于印发《借阅办法》的通知', bad: '标题: 关于借阅的通知：先有书，再有课。' },
  trigger: /[，。；：]/,
  roles: ['value'],
  find: ({ text, key }) =>
    key === 'title'
      ? matches(maskQuotes(maskTitles(text)), /[，。；：]/g, ([found]) => ({
          message: `标题里用了“${found}”`,
        }))
      : [],
};

/** Norms about titles, headings and captions. */
export const titleNorms: readonly Norm[] = [headingEnd, captionEnd, titleMarks];
