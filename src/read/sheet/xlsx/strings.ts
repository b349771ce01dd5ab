import { scanPart, type Parts } from './part.js';

/** The shared strings. Formatted text is joined; phonetic readings are left out. */
export function readStrings(parts: Parts): readonly string[] {
  const strings: string[] = [];
  let current = '';
  scanPart(parts, 'xl/sharedStrings.xml', {
    open: (path) => {
      if (path === 'sst/si') current = '';
    },
    text: (path, text) => {
      if (path === 'sst/si/t' || path === 'sst/si/r/t') current += text;
    },
    close: (path) => {
      if (path === 'sst/si') strings.push(decodeEscapes(current));
    },
  });
  return strings;
}

/** Decodes `_xHHHH_`, the notation for characters that XML does not allow (ECMA-376-1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
