// Closes calls that nobody has changed for too long, with one timer and none while no call is open.

import type { Clock } from '../ports.ts';
import type { Change } from './changes.ts';
import type { Store } from './store.ts';

/** Returns a function to call after every change of the store; `publish` gets what expired. */
export function createExpiry(store: Store, clock: Clock, publish: (changes: Change[]) => void): () => void {
  let isScheduled = false;

  // A change can only move the first expiry later: the timer that is set is early at worst and then set anew.
  function schedule(): void {
    if (isScheduled) return;
    const at = store.nextExpiry();
    if (at === null) return;
    isScheduled = true;
    clock.after(Math.max(0, at - clock.now()), () => {
      isScheduled = false;
      const changes = store.expire();
      if (changes.length > 0) publish(changes);
      schedule();
    });
  }

  return schedule;
}
