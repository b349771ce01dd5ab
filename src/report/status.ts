import { csvText } from '../encoding/csv.js';
import { textAt } from '../model/data.js';
import { columnTotals } from '../campaign/progress.js';
import type { Progress, ProgressRow } from '../campaign/progress.js';
import { printDate } from '../campaign/dates.js';
import type { Project } from '../model/project.js';
import type { DeliverableOfUnit, DeliverableStatus } from '../campaign/deliverable-status.js';
import { alignColumns } from '../encoding/columns.js';

const SYMBOL_LEGEND =
  '✓ 按期  迟n 迟报n天  欠n 逾期n天未报  退n 退回、已过期n天  余n 距期限n天  合并 与其他环节合并  免报 经同意不报  - 不报这一项';

/** Writes the status matrix for a terminal: one line per unit, one numbered column per deliverable, and a legend. */
export function writeStatus(project: Project, progress: Progress): string {
  const { deliverables } = project.campaign;
  const heads = [
    ['', ...deliverables.map((_, index) => String(index + 1)), '', ''],
    ['单位', ...deliverables.map(({ due }) => due.slice(5)), '已报/应报', '备注'],
  ];
  const body = progress.rows.map(lineOf);
  const lines = alignColumns([...heads, ...body, totalLine(project, progress)]);
  const legend = deliverables.map(
    ({ kind, step }, index) => `${index + 1} ${labelOf(project, kind)}${stepOf(project, step)}`,
  );
  const title = `${project.campaign.name}　截至${printDate(progress.asOf)}　${progress.rows.length}个单位`;
  return [title, '', ...lines, '', ...legend, '', SYMBOL_LEGEND, ''].join('\n');
}

function lineOf(row: ProgressRow): readonly string[] {
  const { unit, owed, due, settled } = row;
  return [
    textAt(unit.data, 'shortName') || unit.id,
    ...owed.map(({ status }) => cellText(status)),
    `${settled}/${due}`,
    noteOf(row),
  ];
}

/** Remarks on a unit's row: joint partners, merged steps, and transfer to the next batch. */
function noteOf({ partners, merged, nextBatch }: ProgressRow): string {
  return [
    ...partners.map((partner) => `与${partner}联合`),
    ...merged.map((steps) => `合并环节${steps.join('、')}`),
    ...(nextBatch === '' ? [] : ['转入下一批']),
  ].join('；');
}

function totalLine(project: Project, progress: Progress): readonly string[] {
  const totals = columnTotals(project, progress);
  const sum = (pick: (row: ProgressRow) => number): number => progress.rows.reduce((all, row) => all + pick(row), 0);
  const overall = `${sum(({ settled }) => settled)}/${sum(({ due }) => due)}`;
  return ['合计', ...totals.map(({ settled, due }) => `${settled}/${due}`), overall, ''];
}

function cellText(status: DeliverableStatus): string {
  switch (status.kind) {
    case 'done':
      return '✓';
    case 'late':
      return `迟${status.days}`;
    case 'overdue':
      return `欠${status.days}`;
    case 'returned':
      return `退${status.days}`;
    case 'not-due':
      return `余${status.days}`;
    case 'merged':
      return '合并';
    case 'exempt':
      return '免报';
    case 'not-owed':
      return '-';
  }
}

function labelOf({ kinds }: Project, id: string): string {
  return kinds.find((kind) => kind.id === id)?.label ?? id;
}

function stepOf({ campaign }: Project, id: string): string {
  const name = campaign.steps.find((step) => step.id === id)?.name;
  return name === undefined ? '' : `（${id} ${name}）`;
}

/** Writes the status matrix as JSON: one record per unit, with one record per deliverable. */
export function writeStatusJson(project: Project, { asOf, rows }: Progress): string {
  const units = rows.map(({ unit, owed, due, settled, partners, merged, nextBatch }) => ({
    unit: unit.id,
    name: textAt(unit.data, 'shortName'),
    due,
    settled,
    partners,
    merged,
    nextBatch,
    deliverables: owed.map((item) => recordOf(project, item)),
  }));
  return `${JSON.stringify({ asOf, units }, null, 2)}\n`;
}

function recordOf(project: Project, { deliverable, due, status }: DeliverableOfUnit): object {
  const { kind: state, ...rest } = status;
  return {
    kind: deliverable.kind,
    label: labelOf(project, deliverable.kind),
    step: deliverable.step,
    due,
    state,
    ...rest,
  };
}

const HEADER = ['单位编号', '单位', '文种', '环节', '期限', '状态', '报送日期', '天数'];

const STATES: Readonly<Record<DeliverableStatus['kind'], string>> = {
  'not-owed': '不报',
  'not-due': '未到期',
  done: '按期',
  late: '迟报',
  overdue: '逾期未报',
  returned: '退回',
  merged: '合并',
  exempt: '免报',
};

/** Writes one CSV line per unit and deliverable, with a byte order mark, which Excel needs to read Chinese. */
export function writeStatusCsv(project: Project, { rows }: Progress): string {
  const lines = rows.flatMap(({ unit, owed }) =>
    owed.map(({ deliverable, due, status }) => [
      unit.id,
      textAt(unit.data, 'shortName'),
      labelOf(project, deliverable.kind),
      deliverable.step,
      due,
      STATES[status.kind],
      'on' in status ? status.on : '',
      'days' in status ? String(status.days) : '',
    ]),
  );
  return csvText([HEADER, ...lines]);
}
