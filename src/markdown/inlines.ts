import type Token from 'markdown-it/lib/token.mjs';
import type { Inline } from '../model/block.js';
import type { Origin } from '../model/origin.js';
import { LINE_BREAK, MISSING, splitValues } from './placeholders.js';
import type { PrintedValue } from './placeholders.js';

const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;

/** What the inlines of a text are made with: the origin of its literal text, and the values of its placeholders. */
export interface InlineContext {
  readonly origin: Origin;
  readonly values: readonly PrintedValue[];
}

/** Inline tokens to inlines; a line end between Han characters is nothing, elsewhere a space. */
export function readInlines(tokens: readonly Token[], context: InlineContext): readonly Inline[] {
  const stack: Inline[][] = [[]];
  for (const [index, token] of tokens.entries()) readInline(token, tokens[index + 1], stack, context);
  return exact(stack[0] ?? []);
}

function readInline(token: Token, next: Token | undefined, stack: Inline[][], context: InlineContext): void {
  const top = stack.at(-1) ?? [];
  switch (token.type) {
    case 'text':
    case 'code_inline':
    case 'image':
      return appendText(top, token.content, context);
    case 'softbreak':
      return appendText(top, joint(top, next, context), context);
    case 'hardbreak':
      top.push({ kind: 'break' });
      return;
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

/** A list that grew has spare capacity for sixteen items, most of the memory of a short cell: a copy has none. */
function exact(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.slice();
}

function closeGroup(kind: 'strong' | 'emphasis', stack: Inline[][]): void {
  const inlines = exact(stack.pop() ?? []);
  stack.at(-1)?.push({ kind, inlines });
}

function appendText(target: Inline[], text: string, { origin, values }: InlineContext): void {
  for (const part of splitValues(text, values)) {
    if (typeof part === 'string') appendLines(target, part, origin);
    else if (part.text === null) target.push({ kind: 'missing', text: MISSING, origin: part.origin });
    else target.push({ kind: 'text', text: part.text, origin: part.origin });
  }
}

function appendLines(target: Inline[], text: string, origin: Origin): void {
  for (const [index, line] of text.split(LINE_BREAK).entries()) {
    if (index > 0) target.push({ kind: 'break' });
    appendLiteral(target, line, origin);
  }
}

function appendLiteral(target: Inline[], text: string, origin: Origin): void {
  if (text === '') return;
  const last = target.at(-1);
  if (last?.kind === 'text' && last.origin === origin)
    target[target.length - 1] = { kind: 'text', text: last.text + text, origin };
  else target.push({ kind: 'text', text, origin });
}

function joint(before: readonly Inline[], after: Token | undefined, { values }: InlineContext): string {
  const last = before.at(-1);
  const left = last?.kind === 'text' ? last.text.slice(-1) : '';
  const next = splitValues(after?.content ?? '', values)[0] ?? '';
  const right = (typeof next === 'string' ? next : (next.text ?? MISSING)).slice(0, 1);
  return HAN_OR_FULL_WIDTH.test(left) || HAN_OR_FULL_WIDTH.test(right) ? '' : ' ';
}
