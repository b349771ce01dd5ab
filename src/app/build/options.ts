import type { Format } from '../../formats/format.js';

export interface Selection {
  /** Unit ids; empty means all. */
  readonly units: readonly string[];
  /** Kind ids or labels; empty means all. */
  readonly kinds: readonly string[];
  /** The i-th of n equal parts, counted from 1; null means everything. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  /** Restricts the selection to these document ids; undefined means no restriction. */
  readonly ids?: readonly string[];
}

export interface BuildOptions extends Selection {
  readonly formats: readonly Format[];
  readonly jobs: number;
  readonly force: boolean;
}
