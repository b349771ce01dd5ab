import { findSet } from '../../model/campaign.js';
import { textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { quoted } from '../wording.js';
import { EXAMPLE_FILE, exampleRound, roundsOf } from './rounds.js';

/** Every kind of survey is taken in every round. */
export const surveyKindMissing: Rule = {
  code: 'SURVEY-KIND-MISSING',
  severity: 'warning',
  title: '各项测评都要做',
  detail: '规定有几项测评，每一轮都要做齐。有的单位不适用其中一项，在活动文件的“规则”里按单位类别写明理由。',
  source: '活动文件的集合“surveyKinds”',
  examples: {
    good: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(1, '2027-07-08', 38, 2)}` },
    bad: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(1, '2027-07-08', 38, 2).split('\n')[0]}` },
  },
  run: eachDocument('survey', (survey, unitDocuments) => {
    const set = findSet(unitDocuments.project.campaign, 'surveyKinds');
    return roundsOf(survey, unitDocuments).flatMap(({ no, records }) => {
      const taken = records.map(({ data }) => textAt(data, 'kind'));
      const missing = set?.size ? set.members.filter((kind) => !taken.includes(kind)) : [];
      const [first] = records;
      if (!first || missing.length === 0) return [];
      const message = `第${no}轮没有${quoted(missing)}的票数`;
      return [{ message, span: spanAt(first, 'round'), hint: '补上这一项的发出、收回、有效和各等次票数。' }];
    });
  }),
};
