import { settingsOf } from '../../model/campaign.js';
import type { RuleSetting } from '../../model/campaign.js';
import { numberAt, textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { meetsLimit, limitText, settingReference } from '../limits.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

const CODE = 'STUDY-QUOTA-SHORT';

/** The study figures of a summary meet the campaign's quotas. */
export const studyQuotaShort: Rule = {
  code: CODE,
  severity: 'warning',
  title: '学习达到规定的天数、字数和篇数',
  detail:
    '学习天数、读书笔记、心得体会有定额，按人计的乘以党员数。总结报告里的数字达不到定额，要补学，不能改数字。定额和统计项目写在活动文件的“规则”里。',
  source: '活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/summary.md', lines: '统计:\n  - { 项目: 心得体会, 数量: 24, 单位: 篇 }' },
    bad: { file: 'units/qiaodong/summary.md', lines: '统计:\n  - { 项目: 心得体会, 数量: 19, 单位: 篇 }' },
  },
  run: eachDocument('summary', (summary, unitDocuments) => {
    const settings = settingsOf(unitDocuments.project.campaign, CODE);
    return placedRecordsAt(summary, 'stats').flatMap((record) =>
      settings.flatMap((setting) => inspect(record, setting, unitDocuments)),
    );
  }),
};

function inspect(record: PlacedRecord, setting: RuleSetting, { project, unit }: UnitDocuments): readonly Finding[] {
  const actual = numberAt(record.data, 'value');
  const persons = setting.perMember ? numberAt(unit.data, 'members') : 1;
  if (!setting.names.includes(textAt(record.data, 'name')) || actual === null) return [];
  if (setting.value === null || persons === null || meetsLimit(actual, setting.value * persons, setting.op)) return [];
  const memberTotal = setting.perMember ? `，${persons}名党员共应有${setting.value * persons}${setting.measure}` : '';
  return [
    {
      message: `“${textAt(record.data, 'name')}”是${actual}${setting.measure}，规定${limitText(setting)}${memberTotal}`,
      span: spanAt(record, 'value'),
      hint: '核对数字；确实不够的安排补学，补足后再报。',
      related: [settingReference(project, setting)],
    },
  ];
}
