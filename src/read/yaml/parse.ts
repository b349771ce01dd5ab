import { checked, type Checked } from '../../model/diagnostic.js';
import type { Span } from '../../model/span.js';
import { explainYaml } from './explain.js';
import { readEvents } from './fast-parse.js';

/** A YAML value that knows where it stands. */
export type Tree = Leaf | Branch | Row;
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: null | boolean | number | string;
  readonly span: Span;
}
export interface Branch {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  readonly span: Span;
}
export interface Row {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly span: Span;
}
export interface Pair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

/**
 * Parses YAML that begins at `offset` of the file; dates stay texts, nothing is executed, references are refused. Sound
 * YAML, which most is, is read by a parser that is several times as fast as the one that can explain what is wrong.
 */
export function parseYaml(text: string, path: string, offset: number): Checked<Tree> {
  const tree = readEvents(text, path, offset);
  return tree ? checked(tree) : explainYaml(text, path, offset);
}
