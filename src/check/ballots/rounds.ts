import type { Tier } from '../../model/campaign.js';
import { numberAt } from '../../model/data.js';
import { tally, tierOf } from '../../campaign/tally.js';
import type { Tally } from '../../campaign/tally.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt, placedRecordsAt } from '../record.js';
import type { PlacedRecord } from '../record.js';

/** The example document of the rules about surveys. */
export const EXAMPLE_FILE = 'units/qiaodong/survey.md';

/** One round in an example: a line for each of its two kinds of survey. */
export const exampleRound = (no: number, on: string, satisfied: number, dissatisfied: number): string =>
  `  - { 轮次: ${no}, 类别: 居民评社区, 日期: ${on}, 方式: 入户发票, 发出: 40, 收回: 40, 有效: 40, 票数: { 满意: ${satisfied}, 不满意: ${dissatisfied} } }\n` +
  `  - { 轮次: ${no}, 类别: 职工评班子, 日期: ${on}, 方式: 会议填票, 发出: 10, 收回: 10, 有效: 10, 票数: { 满意: 9, 不满意: 1 } }`;

/** One round: its records, one for each kind of survey, and their sum. */
export interface Round {
  readonly no: number;
  readonly records: readonly PlacedRecord[];
  readonly tally: Tally;
  readonly tier: Tier | undefined;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The rounds of a survey in order. */
export function roundsOf(survey: PlacedRecord, { project }: UnitDocuments): readonly Round[] {
  const all = placedRecordsAt(survey, 'rounds').filter(({ data }) => numberAt(data, 'round') !== null);
  const numbers = [...new Set(all.map(({ data }) => Number(data['round'])))].sort((a, b) => a - b);
  return numbers.map((no) => {
    const records = all.filter(({ data }) => data['round'] === no);
    const sum = tally(
      records.map(({ data }) => data),
      'surveyGrades',
      project.campaign,
    );
    const days = records.map((record) => dateAt(record, 'on')).sort();
    const tier = sum.valid > 0 ? tierOf(sum, project.campaign) : undefined;
    return { no, records, tally: sum, tier, firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' };
  });
}
