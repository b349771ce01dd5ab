import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './workspace.js';

/** A scratch copy of the sample district. A change is a file's new text, made of the old one; null takes the file away. */
export async function withSample<T>(
  changes: Readonly<Record<string, ((text: string) => string) | null>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-sample-'));
  try {
    cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true });
    for (const [path, change] of Object.entries(changes)) {
      const full = join(folder, 'content', path);
      if (change === null) rmSync(full);
      else writeFileSync(full, change(readFileSync(full, 'utf8')));
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
