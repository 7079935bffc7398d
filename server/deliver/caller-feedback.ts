// What the people who made calls are told: who is on the way, who is there, and that the call was closed.

import type { Call } from '../../shared/call.ts';
import type { Announcement } from '../../shared/delivery.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import type { CadUnit } from '../cad/unit.ts';

type CallerAnnouncement = Extract<Announcement, { kind: 'caller' }>;

export interface CallerFeedback {
  /** Tells the callers concerned about all changes that one event made. */
  follow(changes: readonly Change[]): void;
}

/** Calls of which it is remembered what their callers were told. */
const MAX_KEPT = 500;

export function createCallerFeedback(ports: {
  readonly isEnabled: () => boolean;
  /** The connected player who made a call, or null; never somebody else. */
  readonly callerOf: (call: Call) => number | null;
  readonly unit: (ident: number) => CadUnit | null;
  readonly callsOf: (ident: number) => readonly Call[];
  /** Index of the status that says that a unit is there, or null. */
  readonly onSceneStatus: () => number | null;
  readonly tell: (player: number, announcement: CallerAnnouncement) => void;
}): CallerFeedback {
  const { isEnabled, callerOf, unit, callsOf, onSceneStatus, tell } = ports;
  /** What was said of a call already, by its key: nobody is told twice. */
  const said = new Map<string, Set<string>>();

  function say(call: Call, what: CallerAnnouncement['what'], ident: number | null): void {
    // A silent alarm is silent to whoever may stand beside the caller.
    if (call.metaData.silentAlert?.toLowerCase() === 'true') return;
    const words = said.get(call.key) ?? new Set();
    const word = `${what} ${ident ?? ''}`;
    if (words.has(word)) return;
    const player = callerOf(call);
    if (player === null) return;
    said.delete(call.key);
    said.set(call.key, words.add(word));
    if (said.size > MAX_KEPT) forgetOldest();
    const known = ident === null ? null : unit(ident);
    tell(player, { kind: 'caller', what, unit: known ? unitLabel(known) : '' });
  }

  function forgetOldest(): void {
    const [oldest] = said.keys();
    if (oldest !== undefined) said.delete(oldest);
  }

  function followOne(change: Change): void {
    if (change.type === 'unit.attached') say(change.call, 'responding', change.ident);
    if (change.type === 'unit.status' && change.unit.status === onSceneStatus()) {
      for (const call of callsOf(change.unit.ident)) say(call, 'on-scene', change.unit.ident);
    }
    if (change.type !== 'call.closed') return;
    if (change.reason === 'closed' || change.reason === 'removed') say(change.before, 'closed', null);
    said.delete(change.before.key);
  }

  return {
    follow(changes) {
      if (isEnabled()) for (const change of changes) followOne(change);
    },
  };
}
