import { findSet } from '../../model/campaign.js';
import { textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { quoted } from '../wording.js';

/** Every body that must send an observer to the thematic meeting is present. */
export const observerMissing: Rule = {
  code: 'OBSERVER-MISSING',
  severity: 'warning',
  title: '该列席的机关都要有人列席',
  detail: '民主生活会规定由哪些机关派人列席，缺一家都要说明。没有来的不要补写名字。',
  source: '活动文件的集合“observers”',
  examples: {
    good: {
      file: 'units/qiaodong/meeting.md',
      lines: '列席:\n  - { 机关: 街道纪工委, 姓名: 来知微 }\n  - { 机关: 检查组, 姓名: 鲁怀真 }',
    },
    bad: { file: 'units/qiaodong/meeting.md', lines: '列席:\n  - { 机关: 检查组, 姓名: 鲁怀真 }' },
  },
  run: eachDocument('meeting', (meeting, { project }) => {
    const bodies = findSet(project.campaign, 'observers');
    const present = placedRecordsAt(meeting, 'observers').map(({ data }) => textAt(data, 'body'));
    const missing = bodies?.size ? bodies.members.filter((body) => !present.includes(body)) : [];
    if (missing.length === 0) return [];
    return [
      {
        message: `列席名单里没有${quoted(missing)}`,
        span: spanAt(meeting, 'observers'),
        hint: '补上列席人的姓名；确实没有派人的，在正文里说明。',
      },
    ];
  }),
};
