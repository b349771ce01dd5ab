import type { Span } from '../../model/span.js';

/** A YAML node with its source span. */
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
