import { checked } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { RETENTION } from '../../filing/metadata/shape.js';

/** The archives' requirements for this office. All may be empty: 档号 is assigned on archiving, not on filing. */
export interface ArchiveSettings {
  readonly archive: string;
  readonly fonds: string;
  readonly fondsNo: string;
  readonly department: string;
  readonly departmentCode: string;
  /** The first 件号 of every class; greater than 1 if earlier documents have been archived. */
  readonly firstNo: number;
  /** Whether documents for the archives get a 归档章 on the first page. */
  readonly stamped: boolean;
  /** 保管期限 by kind id, from the schedule that the archives approved; `*` is the default. */
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

const TEXTS = ['档案馆', '全宗名称', '全宗号', '机构或问题', '机构代码'] as const;
const LABELS: readonly string[] = [...TEXTS, '起始件号', '归档章', '保管期限'];
/** The greatest 件号, since 件号 has four digits. */
const LAST_NO = 9999;

type Data = Readonly<Record<string, unknown>>;

/** Reads `content/archive.json`. Without the file, packages have no 档号. Invalid settings are errors. */
export async function readSettings(disk: Disk): Promise<Checked<ArchiveSettings>> {
  const bytes = await disk.read(PATH);
  if (!bytes) return checked(NOTHING);
  const data = parse(new TextDecoder().decode(bytes));
  if (!data) return checked(NOTHING, [fault('不是 JSON 的写法', '花括号、引号、逗号都用半角，最后一项后面不写逗号。')]);
  const faults = faultsIn(data);
  return checked(faults.length > 0 ? NOTHING : toSettings(data), faults);
}

function toSettings(data: Data): ArchiveSettings {
  const text = (label: (typeof TEXTS)[number]): string => (data[label] ?? '') as string;
  return {
    archive: text('档案馆'),
    fonds: text('全宗名称'),
    fondsNo: text('全宗号'),
    department: text('机构或问题'),
    departmentCode: text('机构代码'),
    firstNo: (data['起始件号'] ?? 1) as number,
    stamped: (data['归档章'] ?? false) as boolean,
    retention: (data['保管期限'] ?? {}) as ArchiveSettings['retention'],
  };
}

function faultsIn(data: Data): readonly Diagnostic[] {
  const unknown = Object.keys(data).filter((label) => !LABELS.includes(label));
  const unquoted = TEXTS.filter((label) => typeof (data[label] ?? '') !== 'string');
  const firstNo = data['起始件号'] ?? 1;
  const isValidNo = Number.isInteger(firstNo) && Number(firstNo) >= 1 && Number(firstNo) <= LAST_NO;
  const stamped = data['归档章'] ?? false;
  return [
    ...unknown.map((label) => fault(`没有“${label}”这一项`, `可以写：${LABELS.join('、')}。`)),
    ...unquoted.map((label) =>
      fault(`“${label}”写的是 ${excerpt(data[label])}，应是文字`, '两边加上半角引号，写成 "0127" 的样子。'),
    ),
    ...(isValidNo
      ? []
      : [fault(`“起始件号”写的是 ${excerpt(firstNo)}，应是 1 到 ${LAST_NO} 的整数`, '写成 1 的样子，不加引号。')]),
    ...(typeof stamped === 'boolean'
      ? []
      : [fault(`“归档章”写的是 ${excerpt(stamped)}，应是 true 或 false`, '写 true 或 false，不加引号。')]),
    ...retentionFaults(data['保管期限'] ?? {}),
  ];
}

function retentionFaults(retention: unknown): readonly Diagnostic[] {
  if (!isData(retention))
    return [
      fault(`“保管期限”写的是 ${excerpt(retention)}，应逐个文种写`, '写成 { "plan": "30年", "*": "10年" } 的样子。'),
    ];
  const unknownPeriods = Object.values(retention).filter((word) => !RETENTION.some((known) => known === word));
  return unknownPeriods.map((word) =>
    fault(`保管期限 ${excerpt(word)} 不在规定的写法里`, `写${RETENTION.join('、')}之一。`),
  );
}

/** A value as written in the file, shortened to fit into a message. */
function excerpt(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function parse(text: string): Data | null {
  try {
    const data: unknown = JSON.parse(text);
    return isData(data) ? data : null;
  } catch {
    return null;
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(message: string, hint: string): Diagnostic {
  return { code: 'ARCHIVE-SETTINGS', severity: 'error', message, hint, span: { path: PATH, start: 0, end: 0 } };
}
