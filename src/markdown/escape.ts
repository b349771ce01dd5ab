/** Every ASCII mark may be escaped in CommonMark, so that a typed value is never read as markup. */
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Text that Markdown prints exactly as typed; line ends become spaces, since a value is one run of text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, ' ').replace(ASCII_PUNCTUATION, '\\$&');
}

/**
 * Marks that stand for something else while a template is Markdown. They are Unicode noncharacters, which no
 * interchanged text may contain, so content can neither hold nor forge one.
 */
export const HOLE = '\uFDD0';
const SLOT_OPEN = '\uFDD1';
const SLOT_CLOSE = '\uFDD2';
/** Ends a line inside a cell of a table, which Markdown cannot. */
export const LINE_END = '\uFDD3';
const SLOT = new RegExp(`^${SLOT_OPEN}(\\d+)${SLOT_CLOSE}$`);

/** A paragraph that stands for the blocks with this number. */
export function slotMark(number: number): string {
  return `\n\n${SLOT_OPEN}${number}${SLOT_CLOSE}\n\n`;
}

/** The number in a paragraph that is a slot, or null. */
export function slotNumber(text: string): number | null {
  const match = SLOT.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/** First noncharacter in a text, or −1. */
export function findNoncharacter(text: string): number {
  return text.search(/[\uFDD0-\uFDEF]/);
}
