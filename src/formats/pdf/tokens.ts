/** Character classes (ISO 32000-1, 7.2.2). */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  if ([0, 9, 10, 12, 13, 32].includes(code)) return SPACE;
  return '()<>[]{}/%'.includes(String.fromCharCode(code)) ? DELIMITER : REGULAR;
});
const [OPEN_STRING, CLOSE_STRING, BACKSLASH, SLASH, LESS, MORE] = [40, 41, 92, 47, 60, 62];

/** Whether the character at an index is white space; text has one character per byte. */
export function isSpace(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === SPACE;
}

/** The end of the token that begins at `start`; there must be no white space at `start`. */
export function tokenEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (CLASSES[code] === REGULAR || code === SLASH) return regularEnd(text, start + 1);
  if (code === OPEN_STRING) return stringEnd(text, start);
  if (code === LESS && text.charCodeAt(start + 1) !== LESS) {
    const close = text.indexOf('>', start);
    return close < 0 ? text.length : close + 1;
  }
  return start + (code === LESS || (code === MORE && text.charCodeAt(start + 1) === MORE) ? 2 : 1);
}

function regularEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && CLASSES[text.charCodeAt(end)] === REGULAR) end += 1;
  return end;
}

function stringEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === OPEN_STRING) depth += 1;
    else if (code === CLOSE_STRING && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}
