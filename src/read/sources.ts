import { checked } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { runPool } from '../runtime/pool.js';
import { IoError } from '../model/ports.js';
import type { Disk, FileEntry } from '../model/ports.js';
import type { Source } from '../model/source.js';

/** Texts that people write have at most some hundred kilobytes; a larger file is a mistake or an attack. */
const MAX_TEXT_BYTES = 1_048_576;

const decoder = new TextDecoder('utf-8', { fatal: true });

export type Sources = ReadonlyMap<string, Source>;

const MAX_PARALLEL_READS = 16;

/** Loads all texts below `folder` with one of the `endings`. A file that cannot be read is reported and left out. */
export async function loadSources(disk: Disk, folder: string, endings: readonly string[]): Promise<Checked<Sources>> {
  const files = (await disk.list(folder)).filter(({ path }) => endings.some((end) => path.toLowerCase().endsWith(end)));
  const results = await runPool(files, MAX_PARALLEL_READS, (file) => readSource(disk, file));
  const sources = results.flatMap(({ value }) => (value ? [[value.path, value] as const] : []));
  return checked(
    new Map(sources),
    results.flatMap(({ diagnostics }) => diagnostics),
  );
}

/** Reads the text of one file; null with a diagnostic if it cannot be read. */
export async function readSource(disk: Pick<Disk, 'read'>, entry: FileEntry): Promise<Checked<Source | null>> {
  const span = { path: entry.path, start: 0, end: 0 };
  if (entry.bytes > MAX_TEXT_BYTES) {
    const message = `文件有 ${(entry.bytes / MAX_TEXT_BYTES).toFixed(1)} MB，超过 1 MB，没有读`;
    const hint = '正文拆成几个文件；图片不要贴进正文，另存为文件。';
    return checked(null, [{ code: 'FILE-TOO-LARGE', severity: 'error', message, span, hint }]);
  }
  try {
    const bytes = await disk.read(entry.path);
    return checked(bytes && { path: entry.path, text: decoder.decode(bytes) });
  } catch (error) {
    return checked(null, [{ ...readFailure(error), severity: 'error', span }]);
  }
}

function readFailure(error: unknown): Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  if (error instanceof IoError)
    return { code: 'FILE-UNREADABLE', message: error.message, hint: '检查文件权限，或者重新复制一份。' };
  if (!(error instanceof TypeError)) throw error;
  const hint = '用记事本或编辑器“另存为”，编码选 UTF-8。';
  return { code: 'FILE-ENCODING', message: '文件不是 UTF-8 编码，读出来会是乱码', hint };
}
