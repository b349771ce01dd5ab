import MarkdownIt from 'markdown-it';
import { fillValues } from './placeholders.js';
import type { PrintedValue } from './placeholders.js';

const { unescapeMd, lib } = new MarkdownIt().utils;
const ATTRIBUTE = /([A-Za-z-]+)(?:="((?:[^"\\]|\\.)*)")?/g;

/** Parses `caption="…" landscape`; an attribute without a value maps to the empty string. */
export function readAttributes(info: string, values: readonly PrintedValue[]): ReadonlyMap<string, string> {
  const text = (typed: string): string => fillValues(unescapeMd(typed), values);
  return new Map([...info.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? '', text(match[2] ?? '')]));
}

/** The path of a picture as typed: undoes the percent-encoding of the parser. Malformed escapes are kept. */
export function decodePath(link: string): string {
  return lib.mdurl.decode(link);
}
