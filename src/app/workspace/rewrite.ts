import type { Disk } from '../../model/ports.js';

/** Writes a text in place of a file, whole or not at all. A byte order mark that the file began with stays: without it Excel garbles a CSV. */
export async function rewrite(disk: Disk, path: string, text: string): Promise<void> {
  const bytes = await disk.read(path);
  const marked = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  await disk.write(path, new TextEncoder().encode(marked ? `\uFEFF${text}` : text));
}
