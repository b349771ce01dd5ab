/** Maximum number of cached values: enough for the files of a district, not of a province. */
const MAX_LIVE_VALUES = 3000;

// In order of last use, the oldest first.
const evictions = new Set<() => void>();

/** A value computed on demand, cached in a global LRU cache and computed again after eviction. */
export function evictable<T>(compute: () => T): () => T {
  let cached: { readonly value: T } | null = null;
  const evict = (): void => {
    cached = null;
  };
  return () => {
    cached ??= { value: compute() };
    evictions.delete(evict);
    evictions.add(evict);
    if (evictions.size > MAX_LIVE_VALUES) evictOldest();
    return cached.value;
  };
}

function evictOldest(): void {
  const [oldest] = evictions;
  if (!oldest) return;
  evictions.delete(oldest);
  oldest();
}

/** A value computed on first use and cached. */
export function lazy<T>(compute: () => T): () => T {
  let cached: { readonly value: T } | null = null;
  return () => (cached ??= { value: compute() }).value;
}
