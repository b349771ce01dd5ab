import { bufferSource, readDirectory, readEntry, ZipError } from '../../filing/zip/read.js';
import type { Grid } from '../../read/sheet/grid.js';
import { readTextTable } from '../../read/sheet/text-table.js';
import { readWorkbook } from '../../read/sheet/workbook.js';
import { WorkbookError } from '../../read/sheet/workbook-error.js';
import { WORKBOOK } from '../../read/sheet/xlsx/directory.js';

const MB = 1024 * 1024;
/** Limits on untrusted files. A unit's workbook has some hundred kilobytes; a larger file is a mistake or an attack. */
const LIMITS = { fileBytes: 16 * MB, textBytes: 8 * MB, parts: 2000, partBytes: 64 * MB, totalBytes: 96 * MB } as const;

/** The parts with names, values and number formats. Pictures, comments and macros are never unpacked. */
const PARTS = /^xl\/((workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

/** The sheets of a file that a unit sent. The content decides the file type, not the name. Throws `WorkbookError`. */
export async function openSheets(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  if (bytes.length > LIMITS.fileBytes)
    throw new WorkbookError(
      `文件有${(bytes.length / MB).toFixed(1)} MB，超过16 MB，没有读；把不相干的表和图片删去再导入`,
    );
  const isCsv = /\.(csv|txt)$/i.test(file);
  const type = detectType(bytes);
  if (type === 'zip') return openWorkbook(bytes, isCsv);
  if (type === 'ole')
    throw new WorkbookError(
      '这是旧式的 .xls，或者加了密码的工作簿，读不了；用表格软件打开，去掉密码，“另存为” .xlsx 再导入',
    );
  if (type === 'markup') throw new WorkbookError('这是改了名的网页，不是表格；用表格软件打开，“另存为” .xlsx 再导入');
  if (!isCsv) throw new WorkbookError('这不是 .xlsx 工作簿，只认 .xlsx 和 .csv；用表格软件打开，“另存为” .xlsx 再导入');
  if (bytes.length > LIMITS.textBytes) throw new WorkbookError('CSV 文件超过8 MB，没有读；分成几个文件再导入');
  return [readTextTable(bytes, stemOf(file))];
}

function stemOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, '');
}

function detectType(bytes: Uint8Array): 'zip' | 'ole' | 'markup' | 'other' {
  const starts = (...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml|table)/i.test(text) ? 'markup' : 'other';
}

async function openWorkbook(bytes: Uint8Array, isCsv: boolean): Promise<readonly Grid[]> {
  if (isCsv) throw new WorkbookError('文件名是 .csv，内容却是工作簿；把文件名改回 .xlsx 再导入');
  const parts = await unpack(bytes);
  if (!parts.has(WORKBOOK)) throw new WorkbookError('里面没有工作表，不是 .xlsx；用表格软件“另存为” .xlsx 再导入');
  return readWorkbook(parts);
}

/** The wanted parts by their path in lower case. */
async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const source = bufferSource(bytes);
  const { entries, fault } = await readDirectory(source, LIMITS.parts);
  if (fault !== '') throw new WorkbookError(`工作簿打不开：${fault}`);
  const wanted = entries.filter(({ path }) => PARTS.test(path));
  if (wanted.reduce((sum, entry) => sum + entry.bytes, 0) > LIMITS.totalBytes)
    throw new WorkbookError('工作簿展开后太大，可能是压缩炸弹，没有读');
  const parts = new Map<string, Uint8Array>();
  try {
    for (const entry of wanted) parts.set(entry.path.toLowerCase(), await readEntry(source, entry, LIMITS.partBytes));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new WorkbookError(`工作簿里的内容${error.message}`);
  }
  return parts;
}
