const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether a text has the form YYYY-MM-DD and is a day of the calendar. */
export function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month);
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days of a month; 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0);
}

/** Days from one date to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 2026年3月9日: Arabic digits, full year, no leading zeros (GB/T 9704-2012, 7.3.5.4). Other texts are unchanged. */
export function printDate(text: string): string {
  const match = DATE.exec(text);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : text;
}

/** 7月21日至8月10日, with the year if the years differ or `withYear` is set. */
export function printRange(from: string, to: string, withYear: boolean): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const short = (text: string): string => printDate(text).replace(/^\d+年/, '');
  return `${withYear || !sameYear ? printDate(from) : short(from)}至${sameYear ? short(to) : printDate(to)}`;
}

/** The most months that `monthsOf` fills in; a longer span is likely a mistyped date, or too long for a row each. */
const FILLED_MONTHS_LIMIT = 36;

/** 2026-07 for 2026-07-15; empty if the text is no date. */
export function monthOf(text: string): string {
  return DATE.test(text) ? text.slice(0, 7) : '';
}

/** All months from the earliest to the latest date; only the months with a date if these span too many months. */
export function monthsOf(dates: readonly string[]): readonly string[] {
  const months = [...new Set(dates.map(monthOf))].filter((month) => month !== '').sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = monthOrdinal(last) - monthOrdinal(first) + 1;
  if (count > FILLED_MONTHS_LIMIT) return months;
  return Array.from({ length: count }, (_, index) => monthOfOrdinal(monthOrdinal(first) + index));
}

/** 7月, or 2027年1月 if it is not in the given year. */
export function printMonth(month: string, year: number): string {
  const name = `${Number(month.slice(5))}月`;
  return Number(month.slice(0, 4)) === year ? name : `${month.slice(0, 4)}年${name}`;
}

function monthOrdinal(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthOfOrdinal(ordinal: number): string {
  return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
}
