import { loadRegister } from '../app/filing/register-files.js';
import { csvText } from '../encoding/csv.js';
import { filedByUnit, registerRows } from '../filing/register-view.js';
import type { RegisterRow } from '../filing/register-view.js';
import { openDisk } from '../host/disk.js';
import { alignColumns } from '../encoding/columns.js';
import type { GlobalOptions } from './session.js';

export interface RegisterFlags extends GlobalOptions {
  readonly unit?: readonly string[];
  readonly format: 'pretty' | 'csv';
}

const HEADER = ['单位', '题名', '版本', '事项', '报送机关', '应报', '报出', '迟报', '接收', '退回', '退回原因'];

/** Shows 备案登记: version, dates due, sent, received and returned, and days late. */
export async function runRegister(flags: RegisterFlags): Promise<void> {
  const { records } = await loadRegister(await openDisk(flags.workspace));
  const unitNames = flags.unit ?? [];
  const rows = registerRows(records).filter(
    ({ units }) => unitNames.length === 0 || unitNames.some((name) => units.some((unit) => unit.includes(name))),
  );
  const table = [HEADER, ...rows.map(cells)];
  if (flags.format === 'csv') {
    process.stdout.write(csvText(table));
    return;
  }
  const late = rows.filter(({ daysLate }) => daysLate > 0).length;
  const counts = [...filedByUnit(rows)].map(([unit, count]) => `${unit} ${count} 份`);
  process.stdout.write(
    `${alignColumns(table).join('\n')}\n\n共 ${rows.length} 条，迟报 ${late} 条。按单位计（联合行文各计一份）：${counts.join('，')}\n`,
  );
}

function cells(row: RegisterRow): readonly string[] {
  return [
    row.units.join('、'),
    row.title,
    `第${row.version}版`,
    row.act,
    row.recipient,
    row.due,
    row.sent,
    row.daysLate > 0 ? `${row.daysLate}天` : '',
    row.received,
    row.returned,
    row.reason,
  ];
}
