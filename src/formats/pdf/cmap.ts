/** Character codes of a font mapped to text as UTF-16BE in hexadecimal. */
export type UnicodeMap = ReadonlyMap<number, string>;

const SECTION = /begin(bfchar|bfrange)([^]*?)endbf/g;
const PAIR = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g;
const TRIPLE = /<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g;
/** Maximum entries of a section (Adobe Technical Note 5411). */
const SECTION_SIZE = 100;

/** Reads a ToUnicode CMap in the syntax of the browser: two-byte codes, ranges with one starting point. */
export function readCMap(cmap: string): UnicodeMap {
  const map = new Map<number, string>();
  for (const [, kind, body = ''] of cmap.matchAll(SECTION)) {
    if (kind === 'bfchar')
      for (const [, code = '', text = ''] of body.matchAll(PAIR)) map.set(parseInt(code, 16), text);
    else for (const [, from = '', to = '', text = ''] of body.matchAll(TRIPLE)) readRange(map, from, to, text);
  }
  return map;
}

/** In a range, the last UTF-16 unit increases with the code. */
function readRange(map: Map<number, string>, from: string, to: string, text: string): void {
  const first = parseInt(from, 16);
  const unit = parseInt(text.slice(-4), 16);
  for (let code = first; code <= parseInt(to, 16); code += 1) {
    map.set(code, text.slice(0, -4) + hex(unit + code - first));
  }
}

/** Writes a ToUnicode CMap (ISO 32000-1, 9.10.3), sorted by code. */
export function writeCMap(map: UnicodeMap): string {
  const entries = [...map].sort(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${text}>`);
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += SECTION_SIZE) {
    const part = entries.slice(start, start + SECTION_SIZE);
    sections.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** A text as UTF-16BE in hexadecimal. */
export function utf16Hex(text: string): string {
  return text
    .split('')
    .map((unit) => hex(unit.charCodeAt(0)))
    .join('');
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
