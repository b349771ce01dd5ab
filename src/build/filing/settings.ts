import { checked } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { RETENTION } from '../../filing/metadata/shape.js';

/** What the archives have laid down for this office. Everything may be empty: 档号 comes with archiving, not with filing. */
export interface ArchiveSettings {
  readonly archive: string;
  readonly fonds: string;
  readonly fondsNo: string;
  readonly department: string;
  readonly departmentCode: string;
  /** The first 件号 of every class: higher than 1 where earlier documents have been archived. */
  readonly firstNo: number;
  /** Whether the first page of what goes to the archives bears a 归档章. */
  readonly stamped: boolean;
  /** 保管期限 by kind of document, from the table that the archives approved. */
  readonly retention: Readonly<Record<string, string>>;
}

const PATH = 'content/archive.json';

const NOTHING: ArchiveSettings = {
  archive: '',
  fonds: '',
  fondsNo: '',
  department: '',
  departmentCode: '',
  firstNo: 1,
  stamped: false,
  retention: {},
};

/** Reads `content/archive.json`; a workspace without one files without 档号. */
export async function readSettings(disk: Disk): Promise<Checked<ArchiveSettings>> {
  const bytes = await disk.read(PATH);
  if (!bytes) return checked(NOTHING);
  const data = parse(new TextDecoder().decode(bytes));
  if (!data) return checked(NOTHING, [fault('不是 JSON 的写法', '花括号、引号、逗号都用半角，最后一项后面不写逗号。')]);
  const text = (label: string): string => (typeof data[label] === 'string' ? data[label] : '');
  const retention = (data['保管期限'] ?? {}) as Readonly<Record<string, string>>;
  const strange = Object.values(retention).filter((word) => !RETENTION.some((known) => known === word));
  const settings: ArchiveSettings = {
    archive: text('档案馆'),
    fonds: text('全宗名称'),
    fondsNo: text('全宗号'),
    department: text('机构或问题'),
    departmentCode: text('机构代码'),
    firstNo: Number(data['起始件号'] ?? 1) || 1,
    stamped: data['归档章'] === true,
    retention,
  };
  return checked(
    settings,
    strange.map((word) => fault(`保管期限“${word}”不在规定的写法里`, `写${RETENTION.join('、')}之一。`)),
  );
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  } catch {
    return null;
  }
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'ARCHIVE-SETTINGS', severity: 'error', message, hint, span: { path: PATH, start: 0, end: 0 } };
}

const RETENTION_CODES: Readonly<Record<string, string>> = { 永久: 'Y', '30年': 'D30', '10年': 'D10' };

/** 档号 and the 件号 in it. */
export interface ArchiveNo {
  readonly whole: string;
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
    return { whole: `${name}-${item}`, item };
  };
}
