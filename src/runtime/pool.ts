/**
 * Runs `work` over all items, at most `jobs` at a time and heavy items one at a time. Results are in the order of the
 * items. One job takes the heavy items first, while the others take light ones.
 */
export async function runPool<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<R>,
  isHeavy: (item: T) => boolean = () => false,
): Promise<readonly R[]> {
  const results: R[] = [];
  const indexed = [...items.entries()];
  const heavy = indexed.filter(([, item]) => isHeavy(item)).values();
  const light = indexed.filter(([, item]) => !isHeavy(item)).values();
  const drain = async (queue: Iterable<readonly [number, T]>): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  const otherJobs = Math.min(jobs, items.length) - 1;
  await Promise.all([drain(heavy).then(() => drain(light)), ...Array.from({ length: otherJobs }, () => drain(light))]);
  return results;
}
