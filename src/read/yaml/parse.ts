import { checked, type Checked } from '../../model/diagnostic.js';
import { explainYaml } from './explain.js';
import { parseFast } from './fast-parse.js';
import type { YamlNode } from './node.js';

/**
 * Parses YAML that begins at `offset` of the file. Dates stay strings, nothing is executed, aliases are rejected. Valid
 * YAML is read by a fast parser; only for invalid YAML, a parser that is several times as slow explains the errors.
 */
export function parseYaml(text: string, path: string, offset: number): Checked<YamlNode> {
  const node = parseFast(text, path, offset);
  return node ? checked(node) : explainYaml(text, path, offset);
}
