import { dataAt, recordsAt, scalarText, textAt, textsAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { printDate } from '../campaign/dates.js';
import type { BulletinFoot, Foot, NamedList } from '../model/doc.js';
import { printerOf } from './issuers.js';
import type { FillLine } from './issuers.js';
import type { ComposeContext } from './compose-context.js';

/** 版记 or 报尾. `sendTo` are the recipients that do not fit on page 1. */
export function footOf(
  context: ComposeContext,
  organs: readonly string[],
  sendTo: readonly string[],
  fillLine: FillLine,
): Foot {
  const { data, kind, draft } = context.entry;
  if (kind.foot === 'bulletin') return bulletinFoot(context);
  if (kind.foot === 'none' || draft) return { kind: 'none' };
  const copyTo = textsAt(data, 'copyTo');
  if (kind.foot === 'letter') {
    return sendTo.length + copyTo.length === 0 ? { kind: 'none' } : { kind: 'letter', sendTo, copyTo };
  }
  const printer = printerOf(context, organs, fillLine);
  const printedOn = printDate(textAt(data, 'printedOn') || textAt(data, 'issuedOn'));
  return {
    kind: 'colophon',
    sendTo,
    copyTo,
    printer,
    printedOn,
    evenPage: context.project.campaign.layout.evenColophon,
  };
}

/** Whether the foot can contain recipients. */
export function takesRecipients({ entry: { kind, draft } }: ComposeContext): boolean {
  return !draft && (kind.foot === 'colophon' || kind.foot === 'letter');
}

const DISTRIBUTION = [
  ['reportTo', '报'],
  ['sendTo', '送'],
  ['issueTo', '发'],
  ['extraCopies', '本期增发'],
] as const;

function bulletinFoot({ entry: { data }, project }: ComposeContext): BulletinFoot {
  const series = dataAt(project.campaignFile.data, 'bulletins');
  const lines = DISTRIBUTION.map(([key, label]): NamedList => {
    const names = textsAt(data, key);
    return { label, names: names.length > 0 ? names : textsAt(series, key) };
  });
  return {
    kind: 'bulletin',
    lines: lines.filter(({ names }) => names.length > 0),
    printRun: scalarText(data['printRun'] ?? series['printRun']),
  };
}

const ATTENDANCE = [
  ['attending', '出席'],
  ['onLeave', '请假'],
  ['sittingIn', '列席'],
] as const;

/** 出席, 请假 and 列席 of minutes (10.3): each item is a body with the names of its attendants. */
export function attendanceOf({ entry: { data, kind } }: ComposeContext): readonly NamedList[] {
  if (kind.head !== 'minutes') return [];
  const lists = ATTENDANCE.map(([key, label]) => ({ label, names: recordsAt(data, key).map(attendant) }));
  return lists.filter(({ names }) => names.length > 0);
}

function attendant(row: Data): string {
  return `${textAt(row, 'body')}${textsAt(row, 'names').join('、')}`;
}
