import { percent } from '../../campaign/arithmetic.js';
import { placeOf } from '../../model/origin.js';
import { eachDocument } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleRound, roundsOf } from './rounds.js';

/** Every round reaches the highest tier. */
export const surveyTierLow: Rule = {
  code: 'SURVEY-TIER-LOW',
  severity: 'warning',
  title: '满意率没有达到最高一档',
  detail:
    '满意率按票数用整数比较：100×满意票与下限×有效票。84.96%不到85%，不能四舍五入成达到。没有达到的，按活动文件“等次”规定的处理办。',
  source: '活动文件的“等次”',
  examples: {
    good: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(1, '2027-07-08', 34, 6)}` },
    bad: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(1, '2027-07-08', 33, 7)}` },
  },
  run: eachDocument('survey', (survey, unitDocuments) => {
    const { campaign, campaignFile } = unitDocuments.project;
    const [best] = campaign.tiers;
    return roundsOf(survey, unitDocuments).flatMap(({ no, records, tally: { favourable, valid }, tier }) => {
      const [record] = records;
      if (!record || !best || !tier || tier === best || tier.record === '') return [];
      const index = campaign.tiers.indexOf(tier);
      return [
        {
          message: `第${no}轮有效票${valid}张，满意${favourable}张，${percent(favourable, valid)}，不到${best.from}%，属“${tier.name}”`,
          span: spanAt(record, 'round'),
          hint: `${tier.consequence}；票数属实的，这条提醒会一直在。`,
          related: [{ message: `“${tier.name}”这一档`, span: placeOf(campaignFile, `/tiers/${index}`) }],
        },
      ];
    });
  }),
};
