// Keeps every client's picture equal to what its player may see, and tells players what is new.

import type { Call } from '../../shared/call.ts';
import {
  type Announcement,
  type ClientSettings,
  DELIVERY_EVENT,
  type Delivery,
  type PanicView,
} from '../../shared/delivery.ts';
import type { UnitView } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import type { Audience } from '../players/audience.ts';
import { NOBODY, type PlayerSet } from '../players/player-sets.ts';
import type { ClientBus, Packed, Share } from '../ports.ts';
import { type Alerts, openedAnnouncement } from './alerts.ts';
import { createCallChunks } from './call-chunks.ts';
import { createRecentCalls } from './recent-calls.ts';
import { createSightings } from './sightings.ts';
import { splitByAlert, untold } from './split-by-alert.ts';
import type { Views } from './views.ts';

export interface PublishOptions {
  /** Maps and cards change, and nobody is alerted: for what the CAD says of the past. */
  readonly isSilent?: boolean;
}

export interface Replication {
  /** Tells the players concerned about all changes that one event made; returns how many were told. */
  publish(changes: readonly Change[], options?: PublishOptions): number;
  /** Gives a player the whole picture, without alerting to what is known already. */
  snapshot(player: number): void;
  /** The same for a player who has just come on duty, with the alerts that went out a moment before. */
  welcome(player: number): void;
  /** Tells a player who is not on duty the settings, which hold the names of keys and commands. */
  greet(player: number): void;
  /** Tells a player something that is about no call on the screen. */
  announce(player: number, announcement: Announcement): void;
  /** Gives players the settings anew. */
  showSettings(players: Iterable<number>): void;
  /** Takes everything off a player's map and screen. */
  clear(player: number): void;
  /** The player has left. */
  forget(player: number): void;
  /** What a player may see may have changed: calls come and go silently. */
  refresh(player: number): void;
  /** Calls look different now: everybody who sees them is told, silently. */
  refreshCalls(calls: readonly Call[]): void;
  /** Calls may be seen by others now: who gains or loses one is told, silently. */
  reviewCalls(calls: readonly Call[]): void;
  /** Shows or moves panics on the map of everybody on duty. */
  showPanics(panics: readonly PanicView[], gone: readonly number[]): void;
  /** Tells a player which unit they are. */
  showUnit(player: number, unit: UnitView | null): void;
}

export interface ReplicationPorts {
  readonly bus: ClientBus;
  /** Without it a call is packed anew for each message. */
  readonly share?: Share;
  readonly audience: Audience;
  readonly views: Views;
  /** Open calls, oldest first. */
  readonly openCalls: () => readonly Call[];
  /** Calls that look different when these changes happen to units. */
  readonly callsTouchedBy: (change: Change) => readonly Call[];
  readonly planAlerts: (changes: readonly Change[]) => Alerts;
  readonly panics: () => readonly PanicView[];
  readonly unitOf: (player: number) => UnitView | null;
  readonly settings: () => ClientSettings;
  readonly now: () => number;
}

/** Nobody has been told anything. */
export function createReplication(ports: ReplicationPorts): Replication {
  const { bus, audience, views, openCalls, callsTouchedBy, planAlerts, panics, unitOf, settings, now } =
    ports;
  const { share = (value) => value } = ports;
  const sightings = createSightings();
  const recent = createRecentCalls(now);
  const inChunks = createCallChunks(share);

  /** Sends to each player once; what is sent is packed at the first player, not before. */
  function send(players: Iterable<number>, delivery: () => Delivery): number {
    let packed: Packed | null = null;
    let sent = 0;
    for (const player of players) {
      packed ??= bus.pack([delivery()]);
      bus.send(DELIVERY_EVENT, player, packed);
      sent += 1;
    }
    return sent;
  }

  function sendWithAlerts(players: PlayerSet, alerts: Alerts, delivery: Delivery): number {
    const groups = splitByAlert(players, alerts);
    const { calls } = delivery;
    const common = calls && groups.length > 1 ? { ...delivery, calls: share(calls) } : delivery;
    let sent = 0;
    for (const { players: group, announcement } of groups) {
      sent += send(group, () => (announcement ? { ...common, announce: [announcement] } : common));
    }
    return sent;
  }

  /** Brings the picture of one call up to date; `call` is null when it is over. */
  function showCall(key: string, call: Call | null, alerts: Alerts): number {
    const viewers = call ? audience.viewers(call) : NOBODY;
    const { lost } = sightings.see(key, viewers);
    const losses = lost.size > 0 ? sendWithAlerts(lost, alerts, { gone: [key] }) : 0;
    if (!call || viewers.size === 0) return losses;
    return losses + sendWithAlerts(viewers, alerts, { calls: [views.call(call)] });
  }

  /** The calls that changes are about, each with its last picture. */
  function touchedBy(changes: readonly Change[]): Map<string, Call | null> {
    const touched = new Map<string, Call | null>();
    for (const change of changes) {
      if (change.type === 'call.opened' || change.type === 'call.updated')
        touched.set(change.call.key, change.call);
      if (change.type === 'call.closed') touched.set(change.before.key, null);
      for (const call of callsTouchedBy(change)) if (!touched.has(call.key)) touched.set(call.key, call);
    }
    return touched;
  }

  const NO_ALERTS: Alerts = [];

  function publish(changes: readonly Change[], { isSilent = false }: PublishOptions = {}): number {
    const alerts = isSilent ? NO_ALERTS : planAlerts(changes);
    const touched = touchedBy(changes);
    for (const change of changes) {
      if (isSilent || change.type !== 'call.opened') continue;
      recent.opened(change.call.key, audience.alerted(change.call));
    }
    let told = 0;
    // An event about one call is one message per player; of several calls each is shown first, then told of.
    const [only] = touched.size === 1 ? touched : [];
    for (const [key, call] of touched) told = Math.max(told, showCall(key, call, only ? alerts : NO_ALERTS));
    const rest = untold(alerts, only ? sightings.lastShown() : NOBODY);
    return Math.max(told, sendWithAlerts(rest, alerts, {}));
  }

  function callsSeenBy(player: number): readonly Call[] {
    const calls = openCalls();
    if (audience.isSeenByAll() && audience.onDuty().has(player)) return calls;
    return calls.filter((call) => audience.viewers(call).has(player));
  }

  function snapshot(player: number): void {
    const seen = callsSeenBy(player);
    sightings.replace(
      player,
      seen.map(({ key }) => key),
    );
    const [first, ...others] = inChunks(seen.map(views.packed));
    send([player], () => ({
      reset: true,
      now: now(),
      settings: settings(),
      isOnDuty: true,
      unit: unitOf(player),
      calls: first ?? [],
      panics: panics(),
    }));
    for (const calls of others) send([player], () => ({ calls }));
  }

  return {
    publish,
    snapshot,
    welcome(player) {
      snapshot(player);
      let open: readonly Call[] | null = null;
      const find = (key: string) => {
        open ??= openCalls();
        return open.find((call) => call.key === key);
      };
      const missed = recent.missedBy(player, (key) => {
        const call = find(key);
        return call !== undefined && audience.alerted(call).has(player);
      });
      const announce = missed.flatMap((key): Announcement[] => {
        const call = find(key);
        if (!call) return [];
        return [audience.attached(call).has(player) ? { kind: 'attached', key } : openedAnnouncement(call)];
      });
      if (announce.length > 0) send([player], () => ({ announce }));
    },
    showSettings: (players) => void send(players, () => ({ settings: settings() })),
    announce: (player, announcement) => void send([player], () => ({ announce: [announcement] })),
    greet: (player) => void send([player], () => ({ now: now(), settings: settings(), isOnDuty: false })),
    clear(player) {
      sightings.forget(player);
      send([player], () => ({ reset: true, isOnDuty: false }));
    },
    forget: sightings.forget,
    refresh(player) {
      const seen = callsSeenBy(player);
      const { gone, fresh } = sightings.replace(
        player,
        seen.map(({ key }) => key),
      );
      const calls = seen.filter(({ key }) => fresh.has(key)).map(views.packed);
      if (gone.length > 0) send([player], () => ({ gone }));
      for (const chunk of inChunks(calls)) send([player], () => ({ calls: chunk }));
    },
    refreshCalls(calls) {
      for (const call of calls) showCall(call.key, call, NO_ALERTS);
    },
    reviewCalls(calls) {
      for (const call of calls) {
        const { lost, fresh } = sightings.see(call.key, audience.viewers(call));
        send(lost, () => ({ gone: [call.key] }));
        send(fresh(), () => ({ calls: [views.call(call)] }));
      }
    },
    showPanics(shown, gone) {
      if (shown.length === 0 && gone.length === 0) return;
      send(audience.onDuty(), () => ({ panics: shown, panicsGone: gone }));
    },
    showUnit: (player, unit) => void send([player], () => ({ unit })),
  };
}
