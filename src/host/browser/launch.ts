import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { IoError } from '../../model/ports.js';
import { asideName, removeLeftovers } from '../write-aside.js';
import { findBrowsers, type Candidate, type FindOptions } from './find.js';

export interface LaunchOptions extends Omit<FindOptions, 'onFailure'> {
  /** The fontconfig file, or empty where the browser does not read one. */
  readonly fontconfig: string;
  /** How long one command to the browser may take, in milliseconds. */
  readonly timeout: number;
}

/** A running browser and where it came from. */
export interface Launched {
  readonly browser: Browser;
  readonly candidate: Candidate;
}

const FLAGS = [
  // Nothing leaves the machine: the page's requests are refused one by one, these close what the browser does by itself.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // The same page everywhere, whatever the machine's screen, language and graphics.
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=zh-CN',
  // Containers often have 64 MB of shared memory, too little for a page of photographs.
  '--disable-dev-shm-usage',
];

/** The shell draws a frame only when it is told to, which it never is: what is printed need not be drawn for a screen first. */
const SHELL_FLAGS = ['--enable-begin-frame-control'];

/**
 * Starts the first browser that will start. Throws `IoError` with every reason where none does; its message says in
 * Chinese what to install or set.
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

/** The sandbox refuses to start as root, and in containers without user namespaces: there it is left out. */
async function start({ kind, executable, env }: Candidate, sandbox: boolean, options: LaunchOptions): Promise<Browser> {
  const fontconfig = options.fontconfig === '' ? {} : { FONTCONFIG_FILE: options.fontconfig };
  // Named like other unfinished work of the cache, so that a later run clears away what a killed one left.
  const profile = asideName(join(options.cache, 'profile'));
  const clear = (): Promise<void> =>
    rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  const starting = puppeteer.launch({
    userDataDir: profile,
    executablePath: executable,
    headless: 'shell',
    args: [...FLAGS, ...(kind === 'shipped' ? SHELL_FLAGS : []), ...(sandbox ? [] : ['--no-sandbox'])],
    env: { ...process.env, TZ: 'UTC', ...fontconfig, ...env },
    protocolTimeout: options.timeout,
    // The CLI decides what a signal means; the browser ends with its pipe.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  starting.then((browser) => browser.process()?.once('exit', () => void clear())).catch(clear);
  return starting;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0] ?? '';
}
