/** Any ASCII punctuation character may be escaped in CommonMark, so that a value is never parsed as markup. */
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Escapes a text so that Markdown prints it as typed; line ends become spaces, since a value is inline text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, ' ').replace(ASCII_PUNCTUATION, '\\$&');
}

/**
 * In-band placeholders in the Markdown of a rendered template. They are Unicode noncharacters, which content must not
 * contain, so content cannot forge one.
 */
export const MISSING_VALUE = '\uFDD0';
const SLOT_OPEN = '\uFDD1';
const SLOT_CLOSE = '\uFDD2';
/** A line break inside a table cell, for which Markdown has no syntax. */
export const LINE_BREAK = '\uFDD3';
const SLOT = new RegExp(`^${SLOT_OPEN}(\\d+)${SLOT_CLOSE}$`);

/** The Markdown paragraph that is replaced by the blocks of a slot. */
export function slotPlaceholder(number: number): string {
  return `\n\n${SLOT_OPEN}${number}${SLOT_CLOSE}\n\n`;
}

/** The slot number of a paragraph text, or null if it is no slot placeholder. */
export function slotNumber(text: string): number | null {
  const match = SLOT.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/** Index of the first noncharacter in a text, or −1. */
export function findNoncharacter(text: string): number {
  return text.search(/[\uFDD0-\uFDEF]/);
}
