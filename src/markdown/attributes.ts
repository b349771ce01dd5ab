import MarkdownIt from 'markdown-it';

const { unescapeMd, lib } = new MarkdownIt().utils;
const ATTRIBUTE = /([A-Za-z-]+)(?:="((?:[^"\\]|\\.)*)")?/g;

/** Parses `caption="…" landscape`; an attribute without a value maps to the empty string. */
export function readAttributes(info: string): ReadonlyMap<string, string> {
  return new Map([...info.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? '', unescapeMd(match[2] ?? '')]));
}

/** The path of a picture as typed: undoes the percent-encoding of the parser. Malformed escapes are kept. */
export function decodePath(link: string): string {
  return lib.mdurl.decode(link);
}
