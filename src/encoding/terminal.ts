/** Control characters, including line ends, and bidirectional formatting characters. */
const CONTROL_CHARACTERS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Untrusted text as one line for a terminal: control characters are replaced, so it cannot control the terminal. */
export function printable(text: string): string {
  return text.replace(CONTROL_CHARACTERS, '\uFFFD');
}
