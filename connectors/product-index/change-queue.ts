/** Makes changes one after another in the order they are asked for; one that fails holds up none. */
export function createChangeQueue(): <T>(change: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const done = last.then(change, change);
    last = done.catch(() => undefined);
    return done;
  };
}
