import type { ArchiveSettings } from './archive-settings.js';

const RETENTION_CODES: Readonly<Record<string, string>> = { 永久: 'Y', '30年': 'D30', '10年': 'D10' };

/** 档号 and the 件号 in it. */
export interface ArchiveNo {
  readonly full: string;
  readonly item: string;
}

/**
 * Gives out 全宗号-WS·年度-期限-机构代码-件号, counting 件号 within each class with four digits (DA/T 22-2015, 5.4.3);
 * null where the fonds or the period is not laid down.
 */
export function archiveNumbers(settings: ArchiveSettings): (year: string, retention: string) => ArchiveNo | null {
  const counts = new Map<string, number>();
  const department = settings.departmentCode === '' ? '' : `-${settings.departmentCode}`;
  return (year, retention) => {
    const code = RETENTION_CODES[retention];
    if (settings.fondsNo === '' || code === undefined) return null;
    const name = `${settings.fondsNo}-WS·${year}-${code}${department}`;
    const no = (counts.get(name) ?? settings.firstNo - 1) + 1;
    counts.set(name, no);
    const item = String(no).padStart(4, '0');
    return { full: `${name}-${item}`, item };
  };
}
