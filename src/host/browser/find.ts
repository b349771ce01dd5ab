import { installedBrowsers } from './installed.js';
import { canRunShipped, unpackShipped } from './shipped.js';

/** A browser to try, with the environment variables that it needs. */
export interface Candidate {
  readonly kind: 'explicit' | 'shipped' | 'installed';
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface FindOptions {
  /** A path given by the user; if set, no other browser is tried. */
  readonly explicit?: string | undefined;
  readonly cache: string;
  /** Called with the error if the shipped browser cannot be unpacked. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Browsers to try, best first. An explicit path is the only candidate. On Linux x64, the shell from the npm package
 * comes before installed browsers: it prints two to ten times faster, and the same version gives the same page breaks
 * on every machine. It cannot run on other platforms.
 */
export async function* findBrowsers(options: FindOptions): AsyncGenerator<Candidate> {
  const explicit = options.explicit ?? process.env.HONGTOU_BROWSER;
  if (explicit !== undefined && explicit !== '') {
    yield { kind: 'explicit', executable: explicit, env: {} };
    return;
  }
  if (canRunShipped()) yield* shippedCandidates(options);
  for (const executable of await installedBrowsers()) yield { kind: 'installed', executable, env: {} };
}

/** First with its own libraries, which are the same everywhere; then with the system's, if the C library is too old. */
async function* shippedCandidates({ cache, onFailure }: FindOptions): AsyncGenerator<Candidate> {
  const shipped = await unpackShipped(cache).catch(onFailure);
  if (!shipped) return;
  const { executable, libraries } = shipped;
  yield { kind: 'shipped', executable, env: { LD_LIBRARY_PATH: libraries } };
  yield { kind: 'shipped', executable, env: {} };
}
