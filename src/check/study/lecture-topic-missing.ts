import { findSet } from '../../model/campaign.js';
import { textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { quoted } from '../wording.js';

/** The lectures of a plan cover every topic of the campaign. */
export const lectureTopicMissing: Rule = {
  code: 'LECTURE-TOPIC-MISSING',
  severity: 'error',
  completeness: true,
  title: '专题课的题目要讲齐',
  detail: '活动规定了专题课的题目，学习安排里每个题目至少有一堂，在“专题课”一项写明讲的是哪一题。',
  source: '活动文件的集合“lectureTopics”',
  examples: {
    good: { file: 'units/jiedao/plan.md', lines: '目标: [排队不超过10分钟]' },
    bad: {
      file: 'units/jiedao/plan.md',
      lines: '学习安排:\n  - { 日期: 2027-03-02, 专题: 窗口为谁开, 专题课: 为谁服务, 形式: 专题课, 主讲人: 严守正 }',
    },
  },
  run: eachDocument('plan', (plan, { project }) => {
    const topics = findSet(project.campaign, 'lectureTopics');
    const lectures = placedRecordsAt(plan, 'study').map(({ data }) => textAt(data, 'lecture'));
    const missing = topics?.size ? topics.members.filter((topic) => !lectures.includes(topic)) : [];
    if (!topics || missing.length === 0) return [];
    return [
      {
        message: `学习安排缺${quoted(missing)}，“${topics.name}”共${topics.members.length}题，都要讲到`,
        span: spanAt(plan, 'study'),
        hint: '补上日期、专题、主讲人，“专题课”写这个题目。',
      },
    ];
  }),
};
