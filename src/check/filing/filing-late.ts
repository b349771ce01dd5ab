import { printDate } from '../../campaign/dates.js';
import { placeOf } from '../../model/origin.js';
import { eachDocument } from '../unit-documents.js';
import { dateAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE } from './example.js';

/** A filing states the campaign's due date and is filed by then. */
export const filingLate: Rule = {
  code: 'FILING-LATE',
  severity: 'warning',
  title: '备案按期报送',
  detail: '“应报日期”与活动文件里的期限相同，“报送日期”不晚于它。迟报的如实写，汇总时记迟报。',
  source: '活动文件的“应报材料”',
  examples: {
    good: { file: EXAMPLE_FILE, lines: '报送日期: 2027-05-25' },
    bad: { file: EXAMPLE_FILE, lines: '报送日期: 2027-05-27' },
  },
  run: eachDocument('filing', (filing, unitDocuments) => {
    const { campaign, campaignFile } = unitDocuments.project;
    const index = campaign.deliverables.findIndex(({ kind }) => kind === 'filing');
    const due = campaign.deliverables[index]?.due ?? '';
    const [stated, filed] = [dateAt(filing, 'dueOn'), dateAt(filing, 'filedOn')];
    const related = [{ message: '应报期限', span: placeOf(campaignFile, `/deliverables/${index}/due`) }];
    const isLate = due !== '' && filed > due;
    const isMisstated = due !== '' && stated !== '' && stated !== due;
    return [
      ...(isLate
        ? [
            {
              message: `${printDate(filed)}报送，应在${printDate(due)}以前`,
              span: spanAt(filing, 'filedOn'),
              hint: '日期属实的不改。',
              related,
            },
          ]
        : []),
      ...(isMisstated
        ? [
            {
              message: `“应报日期”写的是${printDate(stated)}，活动规定是${printDate(due)}`,
              span: spanAt(filing, 'dueOn'),
              hint: '改成活动规定的日期。',
              related,
            },
          ]
        : []),
    ];
  }),
};
