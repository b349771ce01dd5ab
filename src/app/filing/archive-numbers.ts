import type { ArchiveSettings } from './archive-settings.js';

const RETENTION_CODES: Readonly<Record<string, string>> = { 永久: 'Y', '30年': 'D30', '10年': 'D10' };

/** A full 档号, and the 件号 that it ends in. */
export interface ArchiveNo {
  readonly full: string;
  readonly item: string;
}

/**
 * Assigns numbers of the form 全宗号-WS·年度-期限-机构代码-件号. 件号 has four digits and is counted within each class
 * (DA/T 22-2015, 5.4.3). Returns null if the fonds or the retention period is not specified.
 */
export function archiveNumbers(settings: ArchiveSettings): (year: string, retention: string) => ArchiveNo | null {
  const counts = new Map<string, number>();
  const department = settings.departmentCode === '' ? '' : `-${settings.departmentCode}`;
  return (year, retention) => {
    const code = RETENTION_CODES[retention];
    if (settings.fondsNo === '' || code === undefined) return null;
    const prefix = `${settings.fondsNo}-WS·${year}-${code}${department}`;
    const no = (counts.get(prefix) ?? settings.firstNo - 1) + 1;
    counts.set(prefix, no);
    const item = String(no).padStart(4, '0');
    return { full: `${prefix}-${item}`, item };
  };
}
