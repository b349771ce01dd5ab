import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IoError } from '../../model/ports.js';
import { discard } from '../cache.js';

const run = promisify(execFile);

/** Package lists of our own, in the cache. */
const OWN_LISTS = 'apt';
const PATIENCE = 10 * 60_000;

/**
 * Downloads a Debian package into a folder with the system's own tool, which needs no root for that: with the system's
 * package lists, and where it has none, or old ones, with lists of our own. Throws `IoError` where it cannot be had.
 */
export async function downloadPackage(cache: string, name: string, into: string): Promise<void> {
  try {
    await apt(into, ['download', name]);
  } catch (error) {
    if (isMissingProgram(error)) throw new IoError('', '这台机器没有 apt-get，不能自动下载字体。', { cause: error });
    const own = await ownLists(cache);
    try {
      await apt(into, [...own, 'update']);
      await apt(into, [...own, 'download', name]);
    } catch (failure) {
      throw new IoError('', `自动下载字体没有成功（apt-get：${lastLine(failure)}）。`, { cause: failure });
    } finally {
      await discard(cache, OWN_LISTS);
    }
  }
}

/** Unpacks a downloaded package. */
export async function unpackPackage(archive: string, into: string): Promise<void> {
  await run('dpkg-deb', ['-x', archive, into], { timeout: PATIENCE });
}

async function ownLists(cache: string): Promise<readonly string[]> {
  const folder = join(cache, OWN_LISTS);
  await Promise.all(['lists', 'archives'].map((name) => mkdir(join(folder, name, 'partial'), { recursive: true })));
  return ['-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${folder}`];
}

/**
 * Run by root, apt drops to the user `_apt` to download; that user may not read the home of root, where the cache is, and
 * apt then warns and downloads as root all the same: `APT::Sandbox::User` asks for root at once. `LC_ALL` keeps messages in
 * one language.
 */
async function apt(cwd: string, args: readonly string[]): Promise<void> {
  const options = [
    '-q',
    '-o',
    'APT::Sandbox::User=root',
    '-o',
    'Acquire::Retries=2',
    '-o',
    'Acquire::http::Timeout=30',
  ];
  await run('apt-get', [...options, ...args], { cwd, timeout: PATIENCE, env: { ...process.env, LC_ALL: 'C' } });
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
