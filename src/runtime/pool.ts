/**
 * Runs `work` over all items, at most `jobs` at a time, of the heavy ones one at a time; results keep the order of the
 * items. A heavy item begins as soon as none is under way, so that the light ones fill the time that it takes.
 */
export async function runPool<T, R>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<R>,
  isHeavy: (item: T) => boolean = () => false,
): Promise<readonly R[]> {
  const results: R[] = [];
  const places = [...items.entries()];
  const heavy = places.filter(([, item]) => isHeavy(item)).values();
  const light = places.filter(([, item]) => !isHeavy(item)).values();
  const run = async (queue: Iterable<readonly [number, T]>): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  const others = Math.min(jobs, items.length) - 1;
  await Promise.all([run(heavy).then(() => run(light)), ...Array.from({ length: others }, () => run(light))]);
  return results;
}
