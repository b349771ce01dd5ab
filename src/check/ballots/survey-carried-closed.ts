import { findSet } from '../../model/campaign.js';
import { scalarText, textAt } from '../../model/data.js';
import { documentOf, eachUnit, recordsOf } from '../unit-documents.js';
import { placedRecordAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE } from './rounds.js';

/** An item that is carried into the next batch is not closed in the ledger. */
export const surveyCarriedClosed: Rule = {
  code: 'SURVEY-CARRIED-CLOSED',
  severity: 'error',
  title: '结转的事项是没有销号的',
  detail: '转入下一批的是没有完成的事项。台账里已经完成的又列为结转，两处必有一处不对。',
  source: '台账与测评报告一致',
  examples: {
    good: { file: EXAMPLE_FILE, lines: '意见: []' },
    bad: { file: EXAMPLE_FILE, lines: '下一批: { 活动: 下一批便民行动, 结转事项: [1] }' },
  },
  run: eachUnit((unitDocuments) => {
    const survey = documentOf(unitDocuments, 'survey');
    const closing = findSet(unitDocuments.project.campaign, 'ledgerStates')?.closing ?? [];
    const carried = survey ? placedRecordAt(survey, 'nextBatch').data['carried'] : [];
    const items = Array.isArray(carried) ? (carried as readonly number[]) : [];
    const closed = recordsOf(unitDocuments, 'ledger', 'entries').filter(({ data }) =>
      closing.includes(textAt(data, 'state')),
    );
    return items.flatMap((item, index) => {
      const entry = closed.find(({ data }) => data['item'] === item);
      if (!survey || !entry) return [];
      return [
        {
          message: `结转的第${item}项，台账里是“${textAt(entry.data, 'state')}”（${scalarText(entry.data['closedOn'])}销号）`,
          span: spanAt(survey, `nextBatch/carried/${index}`),
          hint: '已经完成的不结转；没有完成的，台账的状态改回来。',
          related: [{ message: '台账', span: spanAt(entry, 'state') }],
        },
      ];
    });
  }),
};
