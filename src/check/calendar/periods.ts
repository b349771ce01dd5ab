import { scalarText } from '../../model/data.js';
import { daysBetween, printRange } from '../../campaign/dates.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** A period of days with the record that states it. */
export interface Period {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly record: PlacedRecord;
}

/** Findings for periods, given in order, that leave gaps, overlap, or do not cover `whole` from end to end. */
export function inspectPeriods(periods: readonly Period[], whole: Period): readonly Finding[] {
  const backward = periods.filter(({ from, to }) => from > to).map((period) => periodFinding(period, '先止后起'));
  const joints = periods.slice(1).flatMap((period, index) => inspectJoint(periods[index] as Period, period));
  const [first, last] = [periods[0], periods.at(-1)];
  const start =
    first && first.from !== whole.from ? [periodFinding(first, `应从${whole.name}的起始日期${whole.from}开始`)] : [];
  const end = last && last.to !== whole.to ? [periodFinding(last, `应到${whole.name}的结束日期${whole.to}为止`)] : [];
  return [...backward, ...joints, ...start, ...end];
}

function inspectJoint(before: Period, after: Period): readonly Finding[] {
  const days = daysBetween(before.to, after.from);
  if (days === 1) return [];
  const message = days > 1 ? `与前面的“${before.name}”之间空了${days - 1}天` : `与前面的“${before.name}”重叠`;
  return [
    {
      ...periodFinding(after, message),
      related: [{ message: `“${before.name}”到${before.to}`, span: spanAt(before.record) }],
    },
  ];
}

function periodFinding(period: Period, problem: string): Finding {
  return {
    message: `“${period.name}”（${printRange(period.from, period.to, false)}）${problem}`,
    span: spanAt(period.record),
    hint: '各段首尾相接：后一段的“起”是前一段“止”的第二天。',
  };
}

/** The periods of the campaign's list at `key`. */
export function periodsAt(
  file: PlacedRecord['file'],
  key: string,
): readonly (Period & { readonly id: string; readonly phase: string })[] {
  return placedRecordsAt(placedRecord(file), key).map((record) => ({
    id: scalarText(record.data['id']),
    phase: scalarText(record.data['phase']),
    name: scalarText(record.data['name']),
    from: scalarText(record.data['from']),
    to: scalarText(record.data['to']),
    record,
  }));
}
