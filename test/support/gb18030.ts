/** A text in GB18030, as a Chinese spreadsheet saves CSV; the platform only decodes it. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.codePointAt(0) ?? 0x3f]));
}

const codes = twoByteCodes();

function twoByteCodes(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}
