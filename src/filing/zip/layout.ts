/** Signature and fixed size of the three headers of a ZIP (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const;
export const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 } as const;
export const END_RECORD = { signature: 0x06054b50, bytes: 22 } as const;

/** General purpose bit 11: names are UTF-8 (APPNOTE appendix D). */
export const UTF8_FLAG = 0x0800;
export const ENCRYPTED_FLAG = 0x0001;
export const STORED = 0;
export const DEFLATED = 8;

/** The DOS timestamp of a date (YYYY-MM-DD) at midnight: time in the low 16 bits, date in the high 16 bits. */
export function dosTime(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return ((((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day) << 16) >>> 0;
}

/** Formats a DOS timestamp as YYYY-MM-DD, followed by the time if it is not midnight. */
export function printDosTime(value: number): string {
  const pad = (number: number, length = 2): string => String(number).padStart(length, '0');
  const date = value >>> 16;
  const day = `${pad((date >>> 9) + 1980, 4)}-${pad((date >>> 5) & 15)}-${pad(date & 31)}`;
  const time = value & 0xffff;
  return time === 0 ? day : `${day} ${pad(time >>> 11)}:${pad((time >>> 5) & 63)}:${pad((time & 31) * 2)}`;
}
