/** Control characters, line ends among them, and marks that turn the reading direction. */
const STEERING = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** One line of text that others wrote, as it may go to a terminal: it must not steer it, nor begin a line of its own. */
export function printable(text: string): string {
  return text.replace(STEERING, '\uFFFD');
}
