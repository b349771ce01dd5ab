import { facesFor } from './faces.js';
import { officeVersion } from './office.js';

/** The missing requirement for printing both formats, as a Chinese message; null if there is none. */
export async function printingMissing(): Promise<string | null> {
  if ((await officeVersion()) === null) return '没有 LibreOffice';
  return (await facesFor([])) === null ? '缺少字体（hongtou doctor）' : null;
}
