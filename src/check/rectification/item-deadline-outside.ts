import { scalarText, textAt } from '../../model/data.js';
import { printDate, printRange } from '../../campaign/dates.js';
import { dateAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleItem, eachItem } from './items.js';

/** A deadline is within the rectification phase, or the item explains why it is later. */
export const itemDeadlineOutside: Rule = {
  code: 'ITEM-DEADLINE-OUTSIDE',
  severity: 'error',
  completeness: true,
  title: '整改时限在整改阶段之内，跨期的说明理由',
  detail: '时限应落在制定整改方案的那个阶段里。确需跨期的，写“跨期说明”；时限早于这个阶段的，多半是年份或月份写错了。',
  source: '活动文件的“阶段”；活动总体方案：明确整改时限',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleItem('措施: 各印一张, 责任人: 童安, 时限: 2027-09-10, 难易: 立即整改, 跨期说明: 须等新版式'),
    },
    bad: { file: EXAMPLE_FILE, lines: exampleItem('措施: 各印一张, 责任人: 童安, 时限: 2027-09-10, 难易: 立即整改') },
  },
  run: eachItem((item, { project }) => {
    const { deliverables, steps, phases } = project.campaign;
    const step = steps.find(({ id }) => id === deliverables.find(({ kind }) => kind === 'rectification')?.step);
    const phase = phases.find(({ id }) => id === step?.phase);
    const deadline = dateAt(item, 'deadline');
    if (!phase || deadline === '' || (deadline >= phase.from && deadline <= phase.to)) return [];
    if (deadline > phase.to && textAt(item.data, 'extension') !== '') return [];
    return [
      {
        message: `第${scalarText(item.data['id'])}项的时限${printDate(deadline)}不在“${phase.name}”阶段（${printRange(phase.from, phase.to, false)}）之内`,
        span: spanAt(item, 'deadline'),
        hint: deadline > phase.to ? '时限属实的，加一项“跨期说明”写明理由。' : '核对年份和月份。',
      },
    ];
  }),
};
