import { printDate } from '../../campaign/dates.js';
import { eachDocument } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleRound, roundsOf } from './rounds.js';

/** Rounds are numbered from one without a gap; each is held after the one before. */
export const surveyRoundOrder: Rule = {
  code: 'SURVEY-ROUND-ORDER',
  severity: 'error',
  title: '测评轮次连续，后一轮在前一轮之后',
  detail: '轮次从1起连续编号，各轮分开保留，不能用后一轮盖掉前一轮；后一轮的日期在前一轮之后。',
  source: '各轮结果都要留存',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: `测评:\n${exampleRound(1, '2027-07-01', 38, 2)}\n${exampleRound(2, '2027-07-08', 38, 2)}`,
    },
    bad: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(2, '2027-07-08', 38, 2)}` },
  },
  run: eachDocument('survey', (survey, unitDocuments) => {
    const rounds = roundsOf(survey, unitDocuments);
    return rounds.flatMap(({ no, records, firstDay }, index) => {
      const before = rounds[index - 1];
      const [record] = records;
      if (!record) return [];
      const expected = index + 1;
      const gap =
        no === expected
          ? []
          : [{ message: `第${expected}轮写成了第${no}轮`, span: spanAt(record, 'round'), hint: '轮次从1起连续编号。' }];
      const early =
        before && firstDay !== '' && firstDay <= before.lastDay
          ? [
              {
                message: `第${no}轮在${printDate(firstDay)}，不晚于前一轮的${printDate(before.lastDay)}`,
                span: spanAt(record, 'on'),
                hint: '核对日期和轮次。',
              },
            ]
          : [];
      return [...gap, ...early];
    });
  }),
};
