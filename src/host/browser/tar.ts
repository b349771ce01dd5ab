import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';

const BLOCK_BYTES = 512;
const REGULAR_FILE = ['0', '\0'];

/** Unpacks the regular files of a tar archive below `folder`. Entries with a path outside it are skipped. */
export async function unpackTar(archive: Buffer, folder: string): Promise<void> {
  for (let at = 0; at + BLOCK_BYTES <= archive.length;) {
    const name = field(archive, at, 100);
    const size = Number.parseInt(field(archive, at + 124, 12), 8) || 0;
    const mode = Number.parseInt(field(archive, at + 100, 8), 8) || 0o644;
    const type = String.fromCharCode(archive.readUInt8(at + 156));
    if (name !== '' && REGULAR_FILE.includes(type) && isInside(name)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, archive.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + size), { mode: mode & 0o755 });
    }
    at += BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
}

function field(archive: Buffer, start: number, length: number): string {
  const text = archive.toString('latin1', start, start + length);
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}

function isInside(name: string): boolean {
  const path = normalize(name);
  return !path.startsWith('..') && !path.startsWith(sep) && !path.includes(':');
}
