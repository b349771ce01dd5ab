import type { Disk } from '../../model/ports.js';

/** The value of a JSON file in the out folder; null if it is missing or not valid JSON. */
export async function readJson<T>(out: Disk, path: string): Promise<T | null> {
  const bytes = await out.read(path);
  try {
    return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Only the manifest, which people read, is indented. */
export function toJson(value: object, indent: 0 | 2): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, indent)}\n`);
}
