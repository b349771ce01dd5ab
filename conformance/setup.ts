import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cacheFolder, provision } from '../src/host/cache.js';
import { join } from 'node:path';

const run = promisify(execFile);
const MINUTES = 60_000;
const VERSION = '1.28.2';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

/** The missing requirement of veraPDF, as a Chinese message; null if there is none. */
export async function verapdfMissing(): Promise<string | null> {
  if (!(await canRun('java', '-version'))) return '没有 Java（17 或更新）';
  return (await canRun('mvn', '-v')) || (await jar().then(Boolean, () => false)) ? null : '没有 Maven，取不到 veraPDF';
}

/** Path of the veraPDF JAR with all its dependencies. Maven downloads it once. Throws if that fails. */
export async function jar(): Promise<string> {
  const folder = await provision(cacheFolder(), `verapdf-${VERSION}`, async (aside) => {
    const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${VERSION}`;
    await run('mvn', ['-q', '-B', PLUGIN, artifact, `-DoutputDirectory=${aside}`], { timeout: 10 * MINUTES });
  });
  return join(folder, `greenfield-apps-${VERSION}.jar`);
}

async function canRun(command: string, argument: string): Promise<boolean> {
  return run(command, [argument], { timeout: MINUTES }).then(
    () => true,
    () => false,
  );
}
