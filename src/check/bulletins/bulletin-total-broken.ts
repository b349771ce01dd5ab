import { spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { seriesOf } from './series.js';
import type { Issue } from './series.js';

/** The running total continues from the number of issues before the campaign. */
export const bulletinTotalBroken: Rule = {
  code: 'BULLETIN-TOTAL-BROKEN',
  severity: 'error',
  title: '总期号接着编',
  detail: '总期号等于此前的总期数加上本次活动的期号。此前的总期数写在活动文件的“简报”里；增刊没有总期号。',
  source: '简报编号的惯例',
  examples: {
    good: { file: 'bulletins/002.md', lines: '总期号: 2' },
    bad: { file: 'bulletins/002.md', lines: '总期号: 4' },
  },
  scope: 'whole',
  run: (project) =>
    seriesOf(project).flatMap((issues) =>
      issues.flatMap((issue) => wrongTotal(issue, project.campaign.bulletinsBefore)),
    ),
};

function wrongTotal({ record, extra, no, totalNo }: Issue, before: number): readonly Finding[] {
  if (totalNo === null || no === null) return [];
  const span = spanAt(record, 'totalNo');
  if (extra) return [{ message: '增刊写了总期号', span, hint: '增刊不占总期号，删去这一项。' }];
  if (totalNo === before + no) return [];
  const message = `总期号${totalNo}，此前${before}期、本期期号${no}，应是${before + no}`;
  return [{ message, span, hint: '核对期号和总期号。' }];
}
