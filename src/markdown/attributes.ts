import MarkdownIt from 'markdown-it';
import { fillValues } from './placeholders.js';
import type { PrintedValue } from './placeholders.js';

const { unescapeMd, lib } = new MarkdownIt().utils;
const ATTRIBUTE = /([A-Za-z-]+)(?:="((?:[^"\\]|\\.)*)")?/g;

/** `caption="…" landscape` as a map; an attribute without a value maps to the empty text. */
export function readAttributes(info: string, values: readonly PrintedValue[]): ReadonlyMap<string, string> {
  const text = (typed: string): string => fillValues(unescapeMd(typed), values);
  return new Map([...info.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? '', text(match[2] ?? '')]));
}

/** A picture's path as it was typed; the parser had made a link of it. Malformed escapes stay as they are. */
export function decodePath(link: string): string {
  return lib.mdurl.decode(link);
}
