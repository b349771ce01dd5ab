import type { Span } from '../../model/span.js';
import type { Finding } from '../rule.js';

interface Claim {
  readonly word: string;
  readonly span: () => Span;
}

/** A finding for every word that two units, or one unit twice, lay claim to. */
export function findRepeatedClaims(
  claims: readonly Claim[],
  say: (word: string) => string,
  hint: string,
): readonly Finding[] {
  const first = new Map<string, Claim['span']>();
  return claims.flatMap(({ word, span }) => {
    const other = first.get(word);
    if (!other) first.set(word, span);
    return other ? [{ message: say(word), span: span(), hint, related: [{ message: '先前一处', span: other() }] }] : [];
  });
}
