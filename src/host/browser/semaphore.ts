/** Lets so many through at a time, in the order in which they came; one that needs the place to itself waits its turn. */
export interface Semaphore {
  enter(places: number): Promise<void>;
  leave(places: number): void;
}

export function createSemaphore(size: number): Semaphore {
  let free = size;
  const waiting: { readonly places: number; readonly open: () => void }[] = [];
  const admit = (): void => {
    for (let next = waiting[0]; next && next.places <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.places;
      next.open();
    }
  };
  return {
    enter: (places) =>
      new Promise((open) => {
        waiting.push({ places, open });
        admit();
      }),
    leave: (places) => {
      free += places;
      admit();
    },
  };
}
