// Waiting for what runs by itself: promises, sockets.

/** Lets everything run that is ready, promises included. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Longer than any test may take. */
const IN_VAIN_MS = 90_000;

/** Waits until `isTrue`. The test's own time limit ends a wait in vain; it goes on only a little longer than that. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + IN_VAIN_MS;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('Waited in vain.');
    await settle();
  }
}
