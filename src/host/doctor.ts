import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gbt9704 } from '../layout/styles.js';
import { launchBrowser, type Launched } from './browser/launch.js';
import { cacheFolder } from './cache.js';
import { findFaces } from './fonts.js';
import { ROLES, roleNames } from './font/roles.js';
import { openLog } from './log.js';

/** The result of one check: what was found, whether it is sufficient, and advice if not. */
export interface CheckResult {
  readonly name: string;
  readonly found: string;
  readonly ok: boolean;
  readonly advice: string;
}

const MIN_NODE_VERSION = [20, 19] as const;
const LAUNCH_TIMEOUT_MS = 60_000;

/** Checks everything that a build needs: Node, browser, faces, cache folder and output folder. Never throws. */
export async function runChecks(workspace: string): Promise<readonly CheckResult[]> {
  const cache = cacheFolder();
  return [
    examineNode(process.versions.node),
    await examineFolder('缓存文件夹', cache, '请设置环境变量 HONGTOU_CACHE，指到一个能写的文件夹。'),
    await examineFolder(
      '输出文件夹',
      resolve(workspace, 'out'),
      '请检查权限，或者在 hongtou build 后面写 --out，换一个文件夹。',
    ),
    await examineBrowser(cache),
    ...(await examineFaces(workspace, cache)),
  ];
}

export function examineNode(version: string): CheckResult {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > MIN_NODE_VERSION[0] || (major === MIN_NODE_VERSION[0] && minor >= MIN_NODE_VERSION[1]);
  const advice = ok ? '' : `请安装 Node.js ${MIN_NODE_VERSION.join('.')} 或更新的版本。`;
  return { name: 'Node.js', found: version, ok, advice };
}

/** A missing folder is sufficient if it can be created. */
async function examineFolder(name: string, folder: string, advice: string): Promise<CheckResult> {
  const nearest = await nearestExisting(folder);
  const writable = await access(nearest, constants.W_OK).then(
    () => true,
    () => false,
  );
  const ok = writable && (await stat(nearest)).isDirectory();
  return { name, found: ok ? folder : `${folder}（不能写）`, ok, advice: ok ? '' : advice };
}

async function nearestExisting(folder: string): Promise<string> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  return exists || resolve(folder, '..') === folder ? folder : nearestExisting(resolve(folder, '..'));
}

async function examineBrowser(cache: string): Promise<CheckResult> {
  const name = '浏览器';
  try {
    const launched = await launchBrowser({ cache, fontconfig: '', timeout: LAUNCH_TIMEOUT_MS });
    const found = await describeBrowser(launched);
    await launched.browser.close();
    return { name, found, ok: true, advice: '' };
  } catch (error) {
    return { name, found: '不能用', ok: false, advice: messageOf(error) };
  }
}

const ORIGINS = { explicit: '指定的', shipped: '随程序带来的', installed: '这台机器上安装的' } as const;

async function describeBrowser({ browser, candidate }: Launched): Promise<string> {
  return `${await browser.version()}，${ORIGINS[candidate.kind]}，${candidate.executable}`;
}

async function examineFaces(workspace: string, cache: string): Promise<readonly CheckResult[]> {
  const log = openLog();
  const onStep = (text: string): void => {
    log.line(text);
  };
  try {
    const { value, diagnostics } = await findFaces({ workspace, style: gbt9704, cache, onStep });
    if (value === null) {
      return diagnostics.map(({ message, hint }) => ({ name: '字体', found: message, ok: false, advice: hint ?? '' }));
    }
    return ROLES.map((role) => {
      const { official, family, substituted } = value.table[role];
      const found = `${substituted ? `没有${official}，代以 ${family}` : `${official}，${family}`}，${value.sources[role]}`;
      return { name: `${roleNames[role].label}字体`, found, ok: true, advice: '' };
    });
  } catch (error) {
    return [{ name: '字体', found: '不能用', ok: false, advice: messageOf(error) }];
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
