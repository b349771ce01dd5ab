import { settingsOf } from '../../model/campaign.js';
import { numberAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { meetsLimit, limitText, settingReference } from '../limits.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The field work of a research report has as many days as the campaign requires. */
export const researchDaysShort: Rule = {
  code: 'RESEARCH-DAYS-SHORT',
  severity: 'warning',
  title: '下访调研的天数',
  detail: '班子成员带题下访，要在基层住够、看够。天数的下限写在活动文件的“规则”里。',
  source: '活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/research.md', lines: '天数: 5' },
    bad: { file: 'units/qiaodong/research.md', lines: '天数: 3.5' },
  },
  run: eachDocument('research', (research, { project }) => {
    const days = numberAt(research.data, 'days');
    const settings = settingsOf(project.campaign, 'RESEARCH-DAYS-SHORT');
    const violated = settings.filter(
      ({ value, op }) => days !== null && value !== null && !meetsLimit(days, value, op),
    );
    return violated.map((setting) => ({
      message: `调研${days}天，规定${limitText(setting)}`,
      span: spanAt(research, 'days'),
      hint: '核对天数；确实不够的补充调研。',
      related: [settingReference(project, setting)],
    }));
  }),
};
