import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chrome-headless-shell',
  'headless_shell',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Paths of installed browsers, in order of preference: headless shell, Chrome, Edge, Chromium. */
export async function installedBrowsers(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): Promise<readonly string[]> {
  const found = await Promise.all(
    candidatePaths(env, platform).map(async (path) => ((await isExecutable(path)) ? path : '')),
  );
  return found.filter((path) => path !== '');
}

function candidatePaths(env: NodeJS.ProcessEnv, platform: string): readonly string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', `${env.HOME ?? ''}/Applications`];
    return MAC_APPLICATIONS.flatMap((name) => roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
