import { settingsOf } from '../../model/campaign.js';
import { daysBetween, printDate } from '../../campaign/dates.js';
import { eachDocument } from '../unit-documents.js';
import { meetsLimit, limitText, settingReference } from '../limits.js';
import { dateAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The thematic meeting is announced as many days ahead as the campaign requires. */
export const meetingNoticeShort: Rule = {
  code: 'MEETING-NOTICE-SHORT',
  severity: 'warning',
  title: '民主生活会提前通知',
  detail: '会议方案要提前报告，列席机关才来得及派人。提前的天数写在活动文件的“规则”里。',
  source: '活动文件的“规则”；各地规定提前7天到15天不等',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '通知日期: 2027-04-17' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '通知日期: 2027-04-20' },
  },
  run: eachDocument('meeting', (meeting, { project }) => {
    const [notice, held] = [dateAt(meeting, 'noticeOn'), dateAt(meeting, 'heldOn')];
    if (notice === '' || held === '') return [];
    const days = daysBetween(notice, held);
    const violated = settingsOf(project.campaign, 'MEETING-NOTICE-SHORT').filter(
      ({ value, op }) => value !== null && !meetsLimit(days, value, op),
    );
    return violated.map((setting) => ({
      message: `${printDate(notice)}通知、${printDate(held)}开会，提前${days}天，规定${limitText(setting)}`,
      span: spanAt(meeting, 'noticeOn'),
      hint: '核对两个日期；属实的下次提前。',
      related: [settingReference(project, setting)],
    }));
  }),
};
