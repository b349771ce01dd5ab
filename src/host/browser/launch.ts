import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { IoError } from '../../model/ports.js';
import { temporaryName, removeLeftovers } from '../write-aside.js';
import { findBrowsers, type Candidate, type FindOptions } from './find.js';

export interface LaunchOptions extends Omit<FindOptions, 'onFailure'> {
  /** Path of the fontconfig file; empty if the browser does not use fontconfig. */
  readonly fontconfig: string;
  /** Timeout of one browser command, in milliseconds. */
  readonly timeout: number;
}

/** A running browser and its origin. */
export interface Launched {
  readonly browser: Browser;
  readonly candidate: Candidate;
}

const FLAGS = [
  // No network access: a tab blocks the page's requests; these flags block the browser's own.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // Identical pages, independent of the machine's screen, language and graphics.
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=zh-CN',
  // Containers often have 64 MB of shared memory, which is too little for a page with photographs.
  '--disable-dev-shm-usage',
];

/** Disables drawing of screen frames, which printing does not need. */
const SHELL_FLAGS = ['--enable-begin-frame-control'];

/**
 * Starts the first candidate that works. Throws `IoError` with the reasons of all failures, and advice in Chinese, if
 * none does.
 */
export async function launchBrowser(options: LaunchOptions): Promise<Launched> {
  await removeLeftovers(options.cache);
  const failures: string[] = [];
  const onFailure = (error: unknown): void => void failures.push(firstLine(error));
  for await (const candidate of findBrowsers({ ...options, onFailure })) {
    for (const sandbox of isRoot() ? [false] : [true, false]) {
      try {
        return { browser: await start(candidate, sandbox, options), candidate };
      } catch (error) {
        failures.push(`${candidate.executable}（${firstLine(error)}）`);
      }
    }
  }
  const tried = failures.length === 0 ? '没有找到任何浏览器' : `试过：${[...new Set(failures)].join('；')}`;
  throw new IoError(
    '',
    `没有可用的浏览器，不能生成 PDF。${tried}。请安装 Chrome、Edge 或 Chromium，或用环境变量 HONGTOU_BROWSER 指明浏览器的路径。`,
  );
}

/** Starts a candidate. The sandbox does not work as root or in containers without user namespaces. */
async function start({ kind, executable, env }: Candidate, sandbox: boolean, options: LaunchOptions): Promise<Browser> {
  const fontconfig = options.fontconfig === '' ? {} : { FONTCONFIG_FILE: options.fontconfig };
  // Uses a temporary name, so that a later process removes the profile after a crash.
  const profile = temporaryName(join(options.cache, 'profile'));
  const removeProfile = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  const launching = puppeteer.launch({
    userDataDir: profile,
    executablePath: executable,
    headless: 'shell',
    args: [...FLAGS, ...(kind === 'shipped' ? SHELL_FLAGS : []), ...(sandbox ? [] : ['--no-sandbox'])],
    env: { ...process.env, TZ: 'UTC', ...fontconfig, ...env },
    protocolTimeout: options.timeout,
    // The CLI handles signals; the browser ends when its pipe closes.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  launching.then((browser) => browser.process()?.once('exit', () => void removeProfile())).catch(removeProfile);
  return launching;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0] ?? '';
}
