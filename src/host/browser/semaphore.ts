/** A fair counting semaphore: waiters enter in order. A waiter may need several permits. */
export interface Semaphore {
  acquire(permits: number): Promise<void>;
  release(permits: number): void;
}

export function createSemaphore(size: number): Semaphore {
  let free = size;
  const waiters: { readonly permits: number; readonly resolve: () => void }[] = [];
  const admitWaiting = (): void => {
    for (let next = waiters[0]; next && next.permits <= free; next = waiters[0]) {
      waiters.shift();
      free -= next.permits;
      next.resolve();
    }
  };
  return {
    acquire: (permits) =>
      new Promise((resolve) => {
        waiters.push({ permits, resolve });
        admitWaiting();
      }),
    release: (permits) => {
      free += permits;
      admitWaiting();
    },
  };
}
