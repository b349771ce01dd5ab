import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cacheFolder, provision } from '../src/host/cache.js';
import { join } from 'node:path';

const run = promisify(execFile);
const MINUTES = 60_000;
const VERSION = '1.28.2';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

/** What is needed to run veraPDF and is not there, in Chinese; null where all of it is. */
export async function verapdfMissing(): Promise<string | null> {
  if (!(await answers('java', '-version'))) return '没有 Java（17 或更新）';
  return (await answers('mvn', '-v')) || (await jar().then(Boolean, () => false)) ? null : '没有 Maven，取不到 veraPDF';
}

/** Path of veraPDF with all that it needs in one file; Maven fetches it once. Throws where it cannot be had. */
export async function jar(): Promise<string> {
  const folder = await provision(cacheFolder(), `verapdf-${VERSION}`, async (aside) => {
    const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${VERSION}`;
    await run('mvn', ['-q', '-B', PLUGIN, artifact, `-DoutputDirectory=${aside}`], { timeout: 10 * MINUTES });
  });
  return join(folder, `greenfield-apps-${VERSION}.jar`);
}

async function answers(command: string, question: string): Promise<boolean> {
  return run(command, [question], { timeout: MINUTES }).then(
    () => true,
    () => false,
  );
}
