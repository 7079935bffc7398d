// Closes calls that nobody has changed for too long and forgets what is long over, with one timer and none while there
// is nothing to wait for.

import type { Clock } from '../ports.ts';
import type { Change } from './changes.ts';
import type { Incidents } from './incidents.ts';

/** The timer looks at least this often: what comes in meanwhile may be due before what it was set for. */
const LOOK_MS = 15_000;

/**
 * Returns a function to call after every change of the store. `publish` gets what expired; nothing, when only something
 * was forgotten that was over.
 */
export function createExpiry(
  incidents: Pick<Incidents, 'expire' | 'nextExpiry'>,
  clock: Clock,
  publish: (changes: Change[]) => void,
): () => void {
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    const at = incidents.nextExpiry();
    if (at === null) return;
    isScheduled = true;
    clock.after(Math.min(LOOK_MS, Math.max(0, at - clock.now())), () => {
      isScheduled = false;
      publish(incidents.expire());
      schedule();
    });
  }

  return schedule;
}
