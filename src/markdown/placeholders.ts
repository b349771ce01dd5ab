import type { Origin } from '../model/origin.js';

/**
 * Placeholders stand in a template's Markdown for what is put there after parsing: values, blocks and forced line ends.
 * They are delimited by Unicode noncharacters, which no interchanged text may contain, so content can neither hold nor
 * forge one. No value is ever parsed as Markdown.
 */
const VALUE_OPEN = '\uFDD0';
const VALUE_CLOSE = '\uFDD1';
const SLOT_OPEN = '\uFDD2';
const SLOT_CLOSE = '\uFDD3';
/** Ends a line inside a table cell, which Markdown cannot. */
export const LINE_BREAK = '\uFDD4';

const VALUE = new RegExp(`${VALUE_OPEN}(\\d+)${VALUE_CLOSE}`);
const SLOT = new RegExp(`^${SLOT_OPEN}(\\d+)${SLOT_CLOSE}$`);

/** What readers see in place of a value that is owed. */
export const MISSING = '（未报）';

/** A value as a template prints it; the text is null where the value is owed. */
export interface PrintedValue {
  readonly text: string | null;
  readonly origin: Origin;
}

/** A placeholder inside running text for the value with this number. */
export function valuePlaceholder(number: number): string {
  return `${VALUE_OPEN}${number}${VALUE_CLOSE}`;
}

/** A paragraph that stands for the blocks with this number. */
export function slotPlaceholder(number: number): string {
  return `\n\n${SLOT_OPEN}${number}${SLOT_CLOSE}\n\n`;
}

/** The number in a paragraph that is a slot, or null. */
export function slotNumber(text: string): number | null {
  const match = SLOT.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/** The literal texts of a text and the values between them, in order. */
export function splitValues(text: string, values: readonly PrintedValue[]): readonly (string | PrintedValue)[] {
  if (!text.includes(VALUE_OPEN)) return text === '' ? [] : [text];
  return text.split(VALUE).flatMap((part, index): readonly (string | PrintedValue)[] => {
    const value = values[Number(part)];
    if (index % 2 === 1) return value ? [value] : [];
    return part === '' ? [] : [part];
  });
}

/** A text with its values in place of their placeholders. */
export function fillValues(text: string, values: readonly PrintedValue[]): string {
  const parts = splitValues(text, values).map((part) => (typeof part === 'string' ? part : (part.text ?? MISSING)));
  return parts.join('');
}

/** First noncharacter in a text, or −1. */
export function findNoncharacter(text: string): number {
  return text.search(/[\uFDD0-\uFDEF]/);
}
