import { spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { seriesOf } from './series.js';
import type { Issue } from './series.js';

const numberKey = ({ extra }: Issue): string => (extra ? 'extraNo' : 'issueNo');

const numberLabel = ({ extra }: Issue): string => (extra ? '增刊期号' : '期号');

/** Issue numbers count from one without gaps or repetitions; extra issues have a sequence of their own. */
export const bulletinNumberBroken: Rule = {
  code: 'BULLETIN-NUMBER-BROKEN',
  severity: 'error',
  title: '简报的期号不断、不重，增刊另编',
  detail: '正刊按期号从1起一期一期编，不跳不重；增刊用自己的“增刊期号”，不占正刊的期号，也不写总期号。',
  source: '简报编号的惯例：正刊连续编号，增刊单独编号',
  examples: {
    good: { file: 'bulletins/002.md', lines: '期号: 2' },
    bad: { file: 'bulletins/002.md', lines: '期号: 3' },
  },
  scope: 'whole',
  run: (project) =>
    seriesOf(project).flatMap((issues) => issues.flatMap((issue, index) => inspectNumber(issue, issues, index))),
};

function inspectNumber(issue: Issue, issues: readonly Issue[], index: number): readonly Finding[] {
  const { record, extra, no } = issue;
  const span = spanAt(record, numberKey(issue));
  const before = issues[index - 1];
  if (no === null) return [{ message: `没有${numberLabel(issue)}`, span, hint: `补上${numberLabel(issue)}。` }];
  if (extra && typeof record.data['issueNo'] === 'number')
    return [{ message: '增刊写了正刊的期号', span: spanAt(record, 'issueNo'), hint: '增刊只写“增刊期号”。' }];
  const expected = (before?.no ?? 0) + 1;
  if (no === expected) return [];
  const message =
    no === before?.no ? `${numberLabel(issue)}${no}与前一期重复` : `${numberLabel(issue)}${no}，前面缺${expected}`;
  const related = before ? [{ message: `前一期是${before.no}`, span: spanAt(before.record, numberKey(before)) }] : [];
  return [{ message, span, hint: `应是${expected}；少了的一期补上文件。`, related }];
}
