/**
 * A share as a percentage with two decimals, rounded half up in integers: 113 of 133 is 84.96%. Empty unless `whole` is
 * positive.
 */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '';
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** Whether a share reaches a limit given in whole per cent; compared in integers, so 84.96 % never passes as 85. */
export function reachesPercent(part: number, whole: number, limit: number): boolean {
  return 100 * part >= limit * whole;
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 in Han numerals: 一, 十, 十二, 二十. Other numbers remain Arabic. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const prefix = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${prefix}${ones === 0 ? '' : DIGITS[ones]}`;
}

export function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const MILLION = 1_000_000;

/** The sum of amounts with at most six decimals, added as whole millionths so that 0.1 and 0.2 make 0.3. */
export function decimalSum(values: readonly number[]): number {
  return sum(values.map((value) => Math.round(value * MILLION))) / MILLION;
}
