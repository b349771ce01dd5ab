import { installedBrowsers } from './installed.js';
import { canRunShipped, unpackShipped } from './shipped.js';

/** A browser that may serve, and what has to be in its environment. */
export interface Candidate {
  readonly kind: 'explicit' | 'shipped' | 'installed';
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface FindOptions {
  /** A path that the user named; no other browser is tried then. */
  readonly explicit?: string | undefined;
  readonly cache: string;
  /** Hears why a browser could not even be offered. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Browsers to try, the best first. An explicit path stands alone. On Linux x64 the shell from the npm package comes
 * before installed ones: it prints two to ten times faster, and being the same everywhere it breaks pages the same
 * everywhere. Elsewhere it cannot run, and installed browsers are all there is.
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

/** Its own libraries first, as they are the same everywhere; on a C library too old for them, the system's. */
async function* shippedCandidates({ cache, onFailure }: FindOptions): AsyncGenerator<Candidate> {
  const shipped = await unpackShipped(cache).catch(onFailure);
  if (!shipped) return;
  const { executable, libraries } = shipped;
  yield { kind: 'shipped', executable, env: { LD_LIBRARY_PATH: libraries } };
  yield { kind: 'shipped', executable, env: {} };
}
