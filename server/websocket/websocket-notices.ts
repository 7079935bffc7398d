// What the console is told of the websocket: one line when it is there, one when it is not, however often it is tried.

import type { Console } from '../ports.ts';
import type { HubTarget } from './hub-target.ts';

type Shown = Pick<HubTarget, 'host' | 'serverId'>;

export interface WebsocketNotices {
  /** Something is missing in server.cfg. */
  missing(what: string): void;
  up(target: Shown): void;
  /** The connection was lost or could not be made. `lastedMs`: how long there was one, null for none. */
  down(reason: string, lastedMs: number | null): void;
  refused(reason: string): void;
  /** Another target, or none: what was told of the last one is no news for this. */
  reset(): void;
}

/** A session that ends sooner is not worth a line when it comes back. */
export const STEADY_MS = 60_000;

const MEANWHILE =
  'It is tried again by itself; meanwhile the CAD posts events to the game port, if it can reach that.';

/** Nothing was told yet. */
export function createWebsocketNotices(console: Console): WebsocketNotices {
  let told: 'nothing' | 'up' | 'down' = 'nothing';
  let lastMissing = '';
  let lastRefusal = '';

  return {
    missing(what) {
      if (what !== lastMissing) console.error(`Websocket: ${what}`);
      lastMissing = what;
    },
    up({ host, serverId }) {
      if (told !== 'up') {
        console.info(`^2Websocket: connected to ${host}; it sends the events of server ${serverId} here.^7`);
      }
      told = 'up';
      lastRefusal = '';
    },
    down(reason, lastedMs) {
      if (told === 'down') return;
      told = 'down';
      const what =
        lastedMs === null ? 'no connection' : lastedMs < STEADY_MS ? 'lost soon after it was made' : 'lost';
      const rival =
        lastedMs !== null && lastedMs < STEADY_MS
          ? ' If this goes on: does another tool, such as the official resource, use the same server id?'
          : '';
      console.warn(`Websocket: ${what} (${reason}). ${MEANWHILE}${rival}`);
    },
    refused(reason) {
      if (reason !== lastRefusal) {
        console.error(
          `Websocket: Sonoran CAD did not accept us: ${reason}. Compare sonoran_communityID, sonoran_apiKey and sonoran_serverId ` +
            'in server.cfg with the CAD; its plan must include the API. It is tried again once a minute.',
        );
      }
      told = 'down';
      lastRefusal = reason;
    },
    reset() {
      told = 'nothing';
      lastMissing = '';
      lastRefusal = '';
    },
  };
}
