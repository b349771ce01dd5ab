import type Token from 'markdown-it/lib/token.mjs';
import type { Inline } from '../model/block.js';
import { MISSING_VALUE, LINE_BREAK } from './escape.js';

const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;

/** The text printed for a missing value. */
const MISSING_TEXT = '（未报）';

/**
 * Converts inline tokens to inlines. A soft break beside a Han or full-width character is dropped, elsewhere it is a
 * space.
 */
export function readInlines(tokens: readonly Token[]): readonly Inline[] {
  const stack: Inline[][] = [[]];
  for (const [index, token] of tokens.entries()) readInline(token, tokens[index + 1], stack);
  return trimCapacity(stack[0] ?? []);
}

function readInline(token: Token, next: Token | undefined, stack: Inline[][]): void {
  const top = stack.at(-1) ?? [];
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return appendText(top, token.content);
    case 'softbreak':
      return appendText(top, softBreakText(top, next));
    case 'hardbreak':
      top.push({ kind: 'break' });
      return;
    case 'image':
      return appendText(top, token.content);
    case 'strong_open':
    case 'em_open':
      stack.push([]);
      return;
    case 'strong_close':
      return closeGroup('strong', stack);
    case 'em_close':
      return closeGroup('emphasis', stack);
    default:
      return;
  }
}

/** Arrays grow with spare capacity for sixteen items, most of the memory of the cells of a roll-up; a copy has none. */
function trimCapacity(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.slice();
}

function closeGroup(kind: 'strong' | 'emphasis', stack: Inline[][]): void {
  const inlines = trimCapacity(stack.pop() ?? []);
  stack.at(-1)?.push({ kind, inlines });
}

function appendText(target: Inline[], text: string): void {
  for (const [index, part] of text.split(MISSING_VALUE).entries()) {
    if (index > 0) target.push({ kind: 'missing', text: MISSING_TEXT });
    appendLines(target, part);
  }
}

function appendLines(target: Inline[], text: string): void {
  for (const [index, line] of text.split(LINE_BREAK).entries()) {
    if (index > 0) target.push({ kind: 'break' });
    appendPlain(target, line);
  }
}

function appendPlain(target: Inline[], text: string): void {
  if (text === '') return;
  const last = target.at(-1);
  if (last?.kind === 'text') target[target.length - 1] = { kind: 'text', text: last.text + text };
  else target.push({ kind: 'text', text });
}

function softBreakText(before: readonly Inline[], after: Token | undefined): string {
  const last = before.at(-1);
  const left = last?.kind === 'text' ? last.text.slice(-1) : '';
  const right = after?.content.slice(0, 1) ?? '';
  return HAN_OR_FULL_WIDTH.test(left) || HAN_OR_FULL_WIDTH.test(right) ? '' : ' ';
}
