/** How many values are kept at a time: those of a district's files, not of a province's. */
const MOST_LIVE = 3000;

// The oldest is first.
const live = new Set<() => void>();

/** A value that is made when it is asked for, kept while it is among the last that were, and made again after that. */
export function evictable<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  const forget = (): void => {
    made = null;
  };
  return () => {
    made ??= { value: make() };
    live.delete(forget);
    live.add(forget);
    if (live.size > MOST_LIVE) evictOldest();
    return made.value;
  };
}

function evictOldest(): void {
  const [oldest] = live;
  if (!oldest) return;
  live.delete(oldest);
  oldest();
}

/** A value that is made when it is first asked for, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
