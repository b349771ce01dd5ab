import type { Format } from '../../model/artifact.js';

export interface Selection {
  /** Unit ids; none means all. */
  readonly units: readonly string[];
  /** Kind ids or labels; none means all. */
  readonly kinds: readonly string[];
  /** The i-th of n equal parts, from 1; null means the whole. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  /** Documents by their ids, of those that units and kinds name; where it is left out, all of them. */
  readonly ids?: readonly string[];
}

export interface BuildOptions extends Selection {
  readonly formats: readonly Format[];
  readonly jobs: number;
  readonly force: boolean;
}
