// Waiting for what runs by itself: promises, sockets.

/** Lets everything run that is ready, promises included. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Waits until `isTrue`; the test's own time limit ends a wait in vain. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await settle();
}
