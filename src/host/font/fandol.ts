import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digest, discard, provision } from '../cache.js';
import { toIoError } from '../io-error.js';
import { IoError } from '../../model/ports.js';

const run = promisify(execFile);

const PACKAGE = 'texlive-lang-chinese';
const INSIDE_PACKAGE = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol';
/** Package lists of our own, in the cache. */
const OWN_LISTS = 'apt';
const PATIENCE = 10 * 60_000;

/** The five faces of Fandol 0.3; what is downloaded must be these, byte for byte. */
const SUMS: Readonly<Record<string, string>> = {
  'FandolFang-Regular.otf': 'd838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9',
  'FandolHei-Regular.otf': '4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28',
  'FandolKai-Regular.otf': 'ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827',
  'FandolSong-Bold.otf': 'ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9',
  'FandolSong-Regular.otf': 'a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0',
};

/**
 * The folder of the open Fandol faces, fetched once with the system's own package tool, which needs no root for that.
 * `onStep` hears in Chinese what takes long. Throws `IoError` where they cannot be had.
 */
export async function fetchFandol(cache: string, onStep: (text: string) => void): Promise<string> {
  const folder = await provision(cache, 'fandol-0.3', async (into) => {
    const download = await provision(cache, PACKAGE, async (target) => {
      onStep('正在下载开源字体 Fandol（约 49 MB，只需一次）……');
      await downloadPackage(cache, target);
    });
    await unpack(download, into);
  });
  await Promise.all([discard(cache, PACKAGE), discard(cache, OWN_LISTS)]);
  return folder;
}

/** With the system's package lists; where it has none, or old ones, with lists of our own. */
async function downloadPackage(cache: string, into: string): Promise<void> {
  try {
    await apt(into, ['download', PACKAGE]);
  } catch (error) {
    if (isMissingProgram(error)) throw new IoError('', '这台机器没有 apt-get，不能自动下载字体。', { cause: error });
    const own = await ownLists(cache);
    try {
      await apt(into, [...own, 'update']);
      await apt(into, [...own, 'download', PACKAGE]);
    } catch (failure) {
      throw new IoError('', `自动下载字体没有成功（apt-get：${lastLine(failure)}）。`, { cause: failure });
    }
  }
}

async function ownLists(cache: string): Promise<readonly string[]> {
  const folder = join(cache, OWN_LISTS);
  await Promise.all(['lists', 'archives'].map((name) => mkdir(join(folder, name, 'partial'), { recursive: true })));
  return ['-o', `Dir::State::lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${folder}`];
}

/** `APT::Sandbox::User` spares a root without a writable home for `_apt` a warning; `LC_ALL` keeps messages in one language. */
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

async function unpack(download: string, into: string): Promise<void> {
  const archive = (await readdir(download)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new IoError(download, '下载的字体包不见了，请再运行一次。');
  const whole = join(into, 'whole');
  try {
    await run('dpkg-deb', ['-x', join(download, archive), whole], { timeout: PATIENCE });
    for (const [name, sum] of Object.entries(SUMS)) {
      const path = join(whole, INSIDE_PACKAGE, name);
      if ((await digest(path)) !== sum) throw new IoError(path, `下载的字体 ${name} 与登记的校验值不符，没有使用。`);
      await rename(path, join(into, name));
    }
  } catch (error) {
    throw toIoError(download, error);
  } finally {
    await rm(whole, { recursive: true, force: true });
  }
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
