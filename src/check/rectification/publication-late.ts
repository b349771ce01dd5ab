import { settingsOf } from '../../model/campaign.js';
import { daysBetween, printDate } from '../../campaign/dates.js';
import { documentOf, eachUnit } from '../unit-documents.js';
import { meetsLimit, limitText, settingReference } from '../limits.js';
import { dateAt, placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A result is published within the days that the campaign allows. */
export const publicationLate: Rule = {
  code: 'PUBLICATION-LATE',
  severity: 'warning',
  title: '测评结果按期公布',
  detail: '测评以后要在规定的天数内向群众公布结果，每一轮都要公布。天数写在活动文件的“规则”里。',
  source: '活动文件的“规则”',
  examples: {
    good: {
      file: 'units/qiaodong/survey.md',
      lines: '公开:\n  - { 范围: 居民, 方式: 公告栏, 日期: 2027-07-19 }',
    },
    bad: { file: 'units/qiaodong/survey.md', lines: '公开:\n  - { 范围: 居民, 方式: 公告栏, 日期: 2027-07-28 }' },
  },
  run: eachUnit((unitDocuments) => {
    const survey = documentOf(unitDocuments, 'survey');
    if (!survey) return [];
    const settings = settingsOf(unitDocuments.project.campaign, 'PUBLICATION-LATE');
    const rounds = placedRecordsAt(survey, 'rounds');
    const numbers = [...new Set(rounds.map(({ data }) => data['round']))];
    const lastDays = numbers.map((round) => {
      const days = rounds.filter(({ data }) => data['round'] === round).map((record) => dateAt(record, 'on'));
      return days.sort().at(-1) ?? '';
    });
    const publishedOn = placedRecordsAt(survey, 'announcements').map((record) => dateAt(record, 'on'));
    return lastDays.flatMap((heldOn) => {
      const first = publishedOn.filter((on) => on >= heldOn).sort()[0];
      if (heldOn === '' || first === undefined) return [];
      const days = daysBetween(heldOn, first);
      return settings
        .filter(({ value, op }) => value !== null && !meetsLimit(days, value, op))
        .map((setting) => ({
          message: `${printDate(heldOn)}测评，${printDate(first)}才公布，隔了${days}天，规定${limitText(setting)}`,
          span: spanAt(survey, 'announcements'),
          hint: '核对日期；属实的在正文里说明。',
          related: [settingReference(unitDocuments.project, setting)],
        }));
    });
  }),
};
