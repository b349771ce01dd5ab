import type { Disk } from '../../model/ports.js';

/** What a JSON file of the out folder holds; null where it is not there or broken. */
export async function readJson<T>(out: Disk, path: string): Promise<T | null> {
  const bytes = await out.read(path);
  try {
    return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The manifest is read by people, the rest is not. */
export function toJson(value: object, indent: 0 | 2): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, indent)}\n`);
}
