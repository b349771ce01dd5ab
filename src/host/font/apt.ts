import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IoError } from '../../model/ports.js';
import { discard } from '../cache.js';

const execute = promisify(execFile);

/** The cache folder for separate package lists. */
const LISTS_FOLDER = 'apt';
const TIMEOUT_MS = 10 * 60_000;

/**
 * Downloads a Debian package into a folder with `apt-get`, which needs no root for that: with the system's package
 * lists or, if they are missing or outdated, with separate lists in the cache. Throws `IoError` if the download fails.
 */
export async function downloadPackage(cache: string, name: string, target: string): Promise<void> {
  try {
    await apt(target, ['download', name]);
  } catch (error) {
    if (isMissingProgram(error)) throw new IoError('', '这台机器没有 apt-get，不能自动下载字体。', { cause: error });
    const options = await separateListOptions(cache);
    try {
      await apt(target, [...options, 'update']);
      await apt(target, [...options, 'download', name]);
    } catch (failure) {
      throw new IoError('', `自动下载字体没有成功（apt-get：${lastLine(failure)}）。`, { cause: failure });
    } finally {
      await discard(cache, LISTS_FOLDER);
    }
  }
}

/** Unpacks a downloaded package. */
export async function unpackPackage(archive: string, target: string): Promise<void> {
  await execute('dpkg-deb', ['-x', archive, target], { timeout: TIMEOUT_MS });
}

async function separateListOptions(cache: string): Promise<readonly string[]> {
  const folder = join(cache, LISTS_FOLDER);
  await Promise.all(['lists', 'archives'].map((name) => mkdir(join(folder, name, 'partial'), { recursive: true })));
  return ['-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${folder}`];
}

/**
 * As root, apt downloads as the user `_apt`, who cannot read root's home, where the cache is; apt then warns and
 * downloads as root. `APT::Sandbox::User=root` avoids the warning. `LC_ALL` fixes the language of messages.
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
  await execute('apt-get', [...options, ...args], { cwd, timeout: TIMEOUT_MS, env: { ...process.env, LC_ALL: 'C' } });
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
