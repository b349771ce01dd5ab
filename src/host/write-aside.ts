import { open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Names of unfinished work: `.<name>.<machine>.<pid>.<count>.part`. The dot hides them from every listing. */
const SUFFIX = '.part';
const STAMP = /\.([^.]*)\.(\d+)\.\d+\.part$/;
const machine = hostname().replace(/[^A-Za-z0-9-]/g, '') || 'host';
let count = 0;

/** A name beside `target` that no other call, process or machine uses. */
export function asideName(target: string): string {
  count += 1;
  return join(dirname(target), `.${basename(target)}.${machine}.${process.pid}.${count}${SUFFIX}`);
}

/** Writes beside the target, flushes, then renames: a crash leaves the old file or the new one, whole. */
export async function writeAside(target: string, bytes: Uint8Array): Promise<void> {
  const aside = asideName(target);
  try {
    const handle = await open(aside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes what processes of this machine that are no longer alive left unfinished in one folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const dead = names.filter((name) => {
    const [, owner, pid] = STAMP.exec(name) ?? [];
    return owner === machine && pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(
    dead.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** Whether this machine has a process of that number. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
