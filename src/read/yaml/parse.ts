import { checked, type Checked } from '../../model/diagnostic.js';
import { explainYaml } from './explain.js';
import { parseFast } from './fast-parse.js';
import type { YamlNode } from './node.js';

/**
 * Parses YAML that begins at `offset` of the file; dates stay texts, nothing is executed, references are refused. Sound
 * YAML, which most is, is read by a parser that is several times as fast as the one that can explain what is wrong.
 */
export function parseYaml(text: string, path: string, offset: number): Checked<YamlNode> {
  const node = parseFast(text, path, offset);
  return node ? checked(node) : explainYaml(text, path, offset);
}
