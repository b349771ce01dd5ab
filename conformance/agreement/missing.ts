import { facesFor } from './faces.js';
import { officeVersion } from './office.js';

/** What this machine lacks for printing both formats, in Chinese; null where nothing does. */
export async function printingMissing(): Promise<string | null> {
  if ((await officeVersion()) === null) return '没有 LibreOffice';
  return (await facesFor([])) === null ? '缺少字体（hongtou doctor）' : null;
}
