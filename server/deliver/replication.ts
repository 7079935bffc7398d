// Keeps every client's picture of the calls equal to what its player may see, and tells players what is new.

import type { Call } from '../../shared/call.ts';
import {
  type Announcement,
  type ClientSettings,
  DELIVERY_EVENT,
  type Delivery,
} from '../../shared/delivery.ts';
import type { Change } from '../cad/changes.ts';
import type { Audience } from '../players/audience.ts';
import type { ClientBus, Packed } from '../ports.ts';
import { toCallView } from './views.ts';

export interface Replication {
  /** Tells the players concerned about a change; returns how many. */
  publish(change: Change): number;
  /** Gives a player the whole picture, without alerting to what is known already. */
  snapshot(player: number): void;
  /** The same for a player who has just come on duty, with the alerts that went out a moment before. */
  welcome(player: number): void;
  /** Takes everything off a player's map and screen. */
  clear(player: number): void;
}

/** A player whose duty is noticed this long after a call came in is still alerted to it. */
const LATE_ALERT_MS = 1500;
const MAX_RECENT = 20;

/** Calls in one net event: a few kilobytes each, far below what stalls a connection. */
const CALLS_PER_EVENT = 20;

/** `calls` gives the open calls, oldest first; `settings` what clients are told of the configuration. */
export function createReplication(options: {
  readonly bus: ClientBus;
  readonly audience: Audience;
  readonly calls: () => readonly Call[];
  readonly settings: () => ClientSettings;
  readonly now: () => number;
}): Replication {
  const { bus, audience, calls, settings, now } = options;
  /** The calls that came in last, with those who were alerted to them. */
  const recent = new Map<string, { readonly at: number; readonly alerted: Set<number> }>();

  const pack = (delivery: Delivery) => bus.pack([delivery]);

  /** Sends to each player once; what is sent is packed at the first player, not before. */
  function send(players: Iterable<number>, delivery: () => Delivery): number {
    let packed: Packed | null = null;
    let sent = 0;
    for (const player of players) {
      packed ??= pack(delivery());
      bus.send(DELIVERY_EVENT, player, packed);
      sent += 1;
    }
    return sent;
  }

  function remember(key: string, alerted: Set<number>): void {
    recent.delete(key);
    recent.set(key, { at: now(), alerted });
    for (const oldest of recent.keys()) {
      if (recent.size <= MAX_RECENT) break;
      recent.delete(oldest);
    }
  }

  /** Alerts of the last moment that the player should have had. */
  function lateAlerts(player: number): Announcement[] {
    const alerts: Announcement[] = [];
    for (const call of calls()) {
      const entry = recent.get(call.key);
      if (!entry || now() - entry.at > LATE_ALERT_MS || entry.alerted.has(player)) continue;
      if (![...audience.alerted(call)].includes(player)) continue;
      entry.alerted.add(player);
      alerts.push({ kind: 'call-opened', key: call.key });
    }
    return alerts;
  }

  function snapshot(player: number): void {
    const seen = calls().filter((call) => audience.canSee(player, call));
    const first = seen.slice(0, CALLS_PER_EVENT).map(toCallView);
    send([player], () => ({ reset: true, settings: settings(), calls: first }));
    for (let from = CALLS_PER_EVENT; from < seen.length; from += CALLS_PER_EVENT) {
      send([player], () => ({ calls: seen.slice(from, from + CALLS_PER_EVENT).map(toCallView) }));
    }
  }

  /** Those who are alerted get the call and the announcement in one event, the other viewers the call alone. */
  function sendOpened(call: Call): number {
    const announce: Announcement[] = [{ kind: 'call-opened', key: call.key }];
    const alerted = new Set(audience.alerted(call));
    remember(call.key, alerted);
    const view = [toCallView(call)];
    const silent = [...audience.viewers(call)].filter((player) => !alerted.has(player));
    return send(alerted, () => ({ calls: view, announce })) + send(silent, () => ({ calls: view }));
  }

  function publish(change: Change): number {
    switch (change.type) {
      case 'call.opened':
        return sendOpened(change.call);
      case 'call.updated':
        return send(audience.viewers(change.call), () => ({ calls: [toCallView(change.call)] }));
      case 'call.closed':
        return send(audience.viewers(change.before), () => ({ gone: [change.before.key] }));
    }
  }

  return {
    publish,
    snapshot,
    welcome(player) {
      snapshot(player);
      const announce = lateAlerts(player);
      if (announce.length > 0) send([player], () => ({ announce }));
    },
    clear: (player) => void send([player], () => ({ reset: true })),
  };
}
