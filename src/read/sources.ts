import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { IoError } from '../model/ports.js';
import type { Disk, FileEntry } from '../model/ports.js';
import type { Source } from '../model/source.js';

/** A person writes at most some hundred kilobytes; beyond this a file is a mistake or an attack. */
const MAX_TEXT_BYTES = 1_048_576;

export type Sources = ReadonlyMap<string, Source>;

/** All texts with one of the `endings` below `folder`. A file that cannot be read is reported and left out. */
export async function loadSources(disk: Disk, folder: string, endings: readonly string[]): Promise<Checked<Sources>> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  for (const entry of await disk.list(folder)) {
    if (!endings.some((ending) => entry.path.toLowerCase().endsWith(ending))) continue;
    const source = await loadSource(disk, entry, diagnostics);
    if (source) sources.set(source.path, source);
  }
  return { value: sources, diagnostics };
}

async function loadSource(disk: Disk, entry: FileEntry, sink: Diagnostic[]): Promise<Source | null> {
  const span = { path: entry.path, start: 0, end: 0 };
  if (entry.bytes > MAX_TEXT_BYTES) {
    const message = `文件有 ${(entry.bytes / MAX_TEXT_BYTES).toFixed(1)} MB，超过 1 MB，没有读`;
    sink.push({
      code: 'FILE-TOO-LARGE',
      severity: 'error',
      message,
      span,
      hint: '正文拆成几个文件；图片不要贴进正文，另存为文件。',
    });
    return null;
  }
  try {
    const bytes = await disk.read(entry.path);
    return bytes === null ? null : { path: entry.path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    sink.push({ ...readFailure(error), severity: 'error', span });
    return null;
  }
}

function readFailure(error: unknown): Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  if (error instanceof IoError)
    return { code: 'FILE-UNREADABLE', message: error.message, hint: '检查文件权限，或者重新复制一份。' };
  if (!(error instanceof TypeError)) throw error;
  const hint = '用记事本或编辑器“另存为”，编码选 UTF-8。';
  return { code: 'FILE-ENCODING', message: '文件不是 UTF-8 编码，读出来会是乱码', hint };
}
