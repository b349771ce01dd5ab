import type { Span } from '../../model/span.js';
import type { Finding } from '../rule.js';

/** A name or word with its place. */
interface Claim {
  readonly word: string;
  readonly span: () => Span;
}

/** A finding for every claim whose word an earlier claim already has. */
export function findRepeatedClaims(
  claims: readonly Claim[],
  messageFor: (word: string) => string,
  hint: string,
): readonly Finding[] {
  const first = new Map<string, Claim['span']>();
  return claims.flatMap(({ word, span }) => {
    const earlier = first.get(word);
    if (!earlier) first.set(word, span);
    return earlier
      ? [{ message: messageFor(word), span: span(), hint, related: [{ message: '先前一处', span: earlier() }] }]
      : [];
  });
}
