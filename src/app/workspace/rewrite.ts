import type { Disk } from '../../model/ports.js';

/** Replaces the text of a file in one step. A byte order mark is preserved: without it Excel misreads a CSV file. */
export async function rewrite(disk: Disk, path: string, text: string): Promise<void> {
  const bytes = await disk.read(path);
  const hasBom = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  await disk.write(path, new TextEncoder().encode(hasBom ? `\uFEFF${text}` : text));
}
