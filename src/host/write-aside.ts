import { open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Suffix of temporary names: `.<name>.<machine>.<pid>.<count>.part`. Names with a dot are never listed. */
const SUFFIX = '.part';
const TEMPORARY_NAME = /\.([^.]*)\.(\d+)\.\d+\.part$/;
const machine = hostname().replace(/[^A-Za-z0-9-]/g, '') || 'host';
let count = 0;

/** A temporary name in the folder of `target`, unique to this call, process and machine. */
export function temporaryName(target: string): string {
  count += 1;
  return join(dirname(target), `.${basename(target)}.${machine}.${process.pid}.${count}${SUFFIX}`);
}

/** Writes a temporary file, flushes it and renames it: after a crash, the target is complete, either old or new. */
export async function writeAtomically(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(target);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes temporary files in one folder that dead processes of this machine have left. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const dead = names.filter((name) => {
    const [, owner, pid] = TEMPORARY_NAME.exec(name) ?? [];
    return owner === machine && pid !== undefined && !isAlive(Number(pid));
  });
  await Promise.all(
    dead.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** Whether a process with this id exists on this machine. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
