/** How many values are kept at a time: those of a district's files, not of a province's. */
const KEPT = 3000;

// The oldest is first.
const kept = new Set<() => void>();

/** A value that is made when it is asked for, kept while it is among the last that were, and made again after that. */
export function onDemand<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  const forget = (): void => {
    made = null;
  };
  return () => {
    made ??= { value: make() };
    kept.delete(forget);
    kept.add(forget);
    if (kept.size > KEPT) forgetOldest();
    return made.value;
  };
}

function forgetOldest(): void {
  const [oldest] = kept;
  if (!oldest) return;
  kept.delete(oldest);
  oldest();
}

/** A value that is made when it is first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
