import { checked, type Checked } from '../../model/diagnostic.js';
import type { Span } from '../../model/span.js';
import { explainYaml } from './explain.js';
import { parseFast } from './fast-parse.js';

/** A YAML value that knows where it stands. */
export type YamlNode = YamlScalar | YamlMap | YamlList;
export interface YamlScalar {
  readonly kind: 'leaf';
  readonly value: null | boolean | number | string;
  readonly span: Span;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  readonly span: Span;
}
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}
export interface Pair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/**
 * Parses YAML that begins at `offset` of the file; dates stay texts, nothing is executed, references are refused. Sound
 * YAML, which most is, is read by a parser that is several times as fast as the one that can explain what is wrong.
 */
export function parseYaml(text: string, path: string, offset: number): Checked<YamlNode> {
  const node = parseFast(text, path, offset);
  return node ? checked(node) : explainYaml(text, path, offset);
}
