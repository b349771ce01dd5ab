import { isData } from '../../model/data.js';
import { printDate } from '../../campaign/dates.js';
import { eachDocument } from '../unit-documents.js';
import { dateAt, placedRecordAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleRound, roundsOf } from './rounds.js';
import type { Round } from './rounds.js';

/** The record that the tier of a round requires exists: 回头看 with another round, or the items of the next batch. */
export const surveyRecordMissing: Rule = {
  code: 'SURVEY-RECORD-MISSING',
  severity: 'error',
  completeness: true,
  title: '没有达标的要有处理记录',
  detail:
    '落到“回头看”一档的，写回头看的起止和发现的问题，并在回头看之后再测一轮；落到“下一批”一档的，写转入的活动和结转事项。',
  source: '活动文件的“等次”',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: `测评:\n${exampleRound(1, '2027-06-01', 33, 7)}\n${exampleRound(2, '2027-07-08', 38, 2)}\n回头看: { 起: 2027-06-05, 止: 2027-06-30 }`,
    },
    bad: { file: EXAMPLE_FILE, lines: `测评:\n${exampleRound(1, '2027-07-08', 33, 7)}` },
  },
  run: eachDocument('survey', (survey, unitDocuments) => {
    const rounds = roundsOf(survey, unitDocuments);
    return rounds.flatMap((round, index) => missingRecord(survey, round, rounds[index + 1]));
  }),
};

function missingRecord(survey: PlacedRecord, round: Round, next: Round | undefined): readonly Finding[] {
  const { no, records, tier } = round;
  const [record] = records;
  if (!record || !tier || tier.record === '') return [];
  if (tier.record === '回头看') return missingLookBack(survey, record, round, next);
  if (next || isData(survey.data['nextBatch'])) return [];
  const message = `第${no}轮属“${tier.name}”，没有“下一批”的记录`;
  return [{ message, span: spanAt(record, 'round'), hint: '写明转入的活动和结转事项的序号。' }];
}

function missingLookBack(
  survey: PlacedRecord,
  record: PlacedRecord,
  { no, lastDay }: Round,
  next: Round | undefined,
): readonly Finding[] {
  const lookBack = placedRecordAt(survey, 'lookBack');
  const [from, to] = [dateAt(lookBack, 'from'), dateAt(lookBack, 'to')];
  const span = spanAt(record, 'round');
  if (from === '' || to === '')
    return [{ message: `第${no}轮没有达标，没有“回头看”的记录`, span, hint: '写明回头看的起止、发现问题和补课措施。' }];
  if (!next) return [{ message: `第${no}轮没有达标，回头看以后没有再测`, span, hint: '补课后再测一轮，轮次加一。' }];
  if (from > lastDay && to < next.firstDay) return [];
  return [
    {
      message: `回头看（${printDate(from)}至${printDate(to)}）不在第${no}轮和第${next.no}轮测评之间`,
      span: spanAt(lookBack, 'from'),
      hint: '先测评，再回头看，再重新测评；核对这几个日期。',
      related: [{ message: `第${next.no}轮测评`, span: spanAt(next.records[0] ?? record, 'on') }],
    },
  ];
}
