/** Bytes converted per call, because the number of arguments of a call is limited. */
const CHUNK_SIZE = 0x2000;

export function concatBytes(blocks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let offset = 0;
  for (const block of blocks) {
    all.set(block, offset);
    offset += block.length;
  }
  return all;
}

/** Text with one character per byte (ISO 8859-1). The `latin1` of `TextDecoder` is windows-1252, which differs. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK_SIZE) {
    // `apply` takes the bytes without an array of them, which spreading would create.
    text += String.fromCharCode.apply(null, bytes.subarray(start, start + CHUNK_SIZE) as unknown as number[]);
  }
  return text;
}

/** The bytes of a text whose characters are those of ISO 8859-1. */
export function encodeLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(decodeLatin1(bytes));
}

/** Throws if the text is not Base64. */
export function decodeBase64(text: string): Uint8Array {
  return encodeLatin1(atob(text));
}
