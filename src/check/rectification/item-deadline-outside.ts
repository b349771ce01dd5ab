import type { Campaign } from '../../model/campaign.js';
import { printDate, printRange } from '../../campaign/dates.js';
import { dateOf, hasField, labelOfField, numberOf, spanOf, textOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
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
    const period = periodOf(item, project.campaign);
    const deadline = dateOf(item, 'deadline');
    if (!period || deadline === '' || (deadline >= period.from && deadline <= period.to)) return [];
    if (deadline > period.to && textOf(item, 'extension') !== '') return [];
    return [
      {
        message: `第${numberOf(item, 'number')}项的${labelOfField(item, 'deadline')}${printDate(deadline)}不在${period.name}（${printRange(period.from, period.to, false)}）之内`,
        span: spanOf(item, 'deadline'),
        hint: deadline > period.to ? lateHint(item) : '核对年份和月份。',
      },
    ];
  }),
};

interface ItemPeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The phase in which the campaign expects the document; the whole campaign for a kind that it does not list. */
function periodOf({ entry }: RoleRecord, { deliverables, steps, phases, from, to }: Campaign): ItemPeriod | null {
  const deliverable = deliverables.find(({ kind }) => kind === entry.kind.id);
  if (!deliverable) return { name: '活动期间', from, to };
  const step = steps.find(({ id }) => id === deliverable.step);
  const phase = phases.find(({ id }) => id === step?.phase);
  return phase ? { name: `“${phase.name}”阶段`, from: phase.from, to: phase.to } : null;
}

function lateHint(item: RoleRecord): string {
  return hasField(item, 'extension')
    ? `时限属实的，加一项“${labelOfField(item, 'extension')}”写明理由。`
    : '时限属实的，在正文里说明理由。';
}
