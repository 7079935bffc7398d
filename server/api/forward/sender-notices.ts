// What the owner is told about one target: by its host, never by anything else of its address or of an event.

import type { Console } from '../../ports.ts';
import type { ForwardTarget } from './targets.ts';
import type { Throttle } from './throttle.ts';

export interface SenderNotices {
  /** The target stopped answering. */
  down(reason: string): void;
  /** The target answers again. */
  up(lost: number, waiting: number): void;
  /** An answer that another attempt would not change. */
  refused(status: number): void;
  /** The queue is full; `total` is the number of events dropped since the start. */
  dropped(total: number): void;
}

/** A redirect is told once: only a change of the settings mends it. The rest follows `throttle`. */
export function createSenderNotices(
  { host, url, types }: ForwardTarget,
  console: Console,
  throttle: Throttle,
): SenderNotices {
  let wasRedirectTold = false;
  const advice =
    url.pathname === '/'
      ? ' Its address has no path; the listener of the CAD\'s documentation answers at "/sonorancad/event" only.'
      : '';

  return {
    down: (reason) =>
      console.warn(`Forwarding to ${host}: ${reason}. Events wait and are sent again later.${advice}`),
    up: (lost, waiting) =>
      console.info(
        `Forwarding to ${host}: it answers again. ${count(lost, 'event')} lost meanwhile, ${waiting} waiting.`,
      ),
    refused(status) {
      if (status < 400) {
        if (!wasRedirectTold) {
          console.warn(
            `Forwarding to ${host}: it answered ${status}. Redirects are not followed; put the final address into config.json.`,
          );
        }
        wasRedirectTold = true;
        return;
      }
      // The CAD's own example of a listener answers 400 to every type it does not handle.
      const filter = status === 400 && !types ? ' "types" in config.json limits what it gets.' : '';
      throttle.warn(
        `${host} refused`,
        `Forwarding to ${host}: it refused an event with ${status}, which is not sent again.${filter || advice}`,
      );
    },
    dropped: (total) =>
      throttle.warn(
        `${host} dropped`,
        `Forwarding to ${host}: too many events wait, the oldest was dropped (${total} so far).`,
      ),
  };
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
