import { isSpace, tokenEnd } from './tokens.js';

/** An operator of a content stream with its operands as source text. */
export interface Operator {
  readonly kind: 'operator';
  readonly name: string;
  readonly text: string;
}
/** A marked-content sequence (ISO 32000-1, 14.6): the operators between BDC or BMC and EMC. */
export interface MarkedContentSequence {
  readonly kind: 'sequence';
  readonly open: Operator;
  readonly parts: readonly Part[];
}
export type Part = Operator | MarkedContentSequence;

/** Operator name of a text object that is read as one operator. It shows text and contains no marked content. */
export const TEXT_OBJECT = 'BT ET';

const [QUOTE, DOUBLE_QUOTE] = [39, 34];
const OPERAND_WORDS = new Set(['true', 'false', 'null']);

/**
 * Parses a content stream, with one character per byte, into operators and nested marked-content sequences. With
 * `wholeTexts`, text objects without strings and marked content, the bulk of a page, are read as one operator each.
 */
export function readOperators(stream: string, wholeTexts = false): readonly Part[] {
  const top: Part[] = [];
  const open: { readonly operator: Operator; readonly parts: Part[] }[] = [];
  let parts = top;
  eachOperator(stream, wholeTexts, (operator) => {
    if (operator.name === 'BDC' || operator.name === 'BMC') {
      parts = [];
      open.push({ operator, parts });
    } else if (operator.name === 'EMC') {
      const closed = open.pop();
      parts = open.at(-1)?.parts ?? top;
      if (closed) parts.push({ kind: 'sequence', open: closed.operator, parts: closed.parts });
    } else {
      parts.push(operator);
    }
  });
  return top;
}

/** Scans the stream once, character by character, since a page has thousands of operators. */
function eachOperator(stream: string, wholeTexts: boolean, visit: (operator: Operator) => void): void {
  let first = -1;
  for (let at = 0; at < stream.length;) {
    const code = stream.charCodeAt(at);
    if (isSpace(stream, at)) {
      at += 1;
      continue;
    }
    if (first < 0) first = at;
    let end = tokenEnd(stream, at);
    if (startsOperatorName(code)) {
      let name = stream.slice(at, end);
      const textEnd = wholeTexts && name === 'BT' ? wholeTextEnd(stream, end) : null;
      if (textEnd !== null) [name, end] = [TEXT_OBJECT, textEnd];
      if (!OPERAND_WORDS.has(name)) {
        visit({ kind: 'operator', name, text: stream.slice(first, end) });
        first = -1;
      }
    }
    at = end;
  }
}

const TEXT_END = 'ET';
const SHOWS_TEXT = /\bT[jJ]\b/;
const HAS_STRINGS_OR_MARKS = /[(%]|BDC|BMC/;

/**
 * The end of a text object that can be read as one operator: it shows text and has neither literal strings nor marked
 * content.
 */
function wholeTextEnd(stream: string, start: number): number | null {
  for (let at = stream.indexOf(TEXT_END, start); at >= 0; at = stream.indexOf(TEXT_END, at + 1)) {
    const end = at + TEXT_END.length;
    const isToken = isSpace(stream, at - 1) && (end === stream.length || isSpace(stream, end));
    if (!isToken) continue;
    const text = stream.slice(start, at);
    return SHOWS_TEXT.test(text) && !HAS_STRINGS_OR_MARKS.test(text) ? end : null;
  }
  return null;
}

function startsOperatorName(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === QUOTE || code === DOUBLE_QUOTE;
}

/** Writes operators from their source text. */
export function writeOperators(parts: readonly Part[]): string {
  let text = '';
  for (const part of parts) {
    text += part.kind === 'operator' ? `${part.text}\n` : `${part.open.text}\n${writeOperators(part.parts)}EMC\n`;
  }
  return text;
}

/** The name of the first operand that is a name, such as the XObject of a `Do`. */
export function nameOperand(operator: Operator): string {
  return /\/([^\s()<>[\]{}/%]*)/.exec(operator.text)?.[1] ?? '';
}
