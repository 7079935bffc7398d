// What this player's client knows, as the server last told: calls, units in panic, the player's own unit, settings.

import type { CallView } from '../shared/call.ts';
import type { ClientSettings, Delivery, PanicView } from '../shared/delivery.ts';
import type { UnitView } from '../shared/unit.ts';
import type { Clock } from './ports.ts';

export interface Picture {
  readonly calls: ReadonlyMap<string, CallView>;
  readonly panics: ReadonlyMap<number, PanicView>;
  readonly unit: UnitView | null;
  readonly settings: ClientSettings | null;
  readonly isOnDuty: boolean;
  /** The server's time (ms since the epoch). */
  serverNow(): number;
  /** Whether the player's unit is attached to a call. */
  isMine(call: CallView): boolean;
  /** Takes a step; announcements are not part of the picture. Returns the calls that are not there any more. */
  apply(delivery: Delivery): CallView[];
}

/** Knows nothing. */
export function createPicture(clock: Pick<Clock, 'now'>): Picture {
  const calls = new Map<string, CallView>();
  const panics = new Map<number, PanicView>();
  let unit: UnitView | null = null;
  let settings: ClientSettings | null = null;
  let isOnDuty = false;
  let ahead = 0;

  function forget(keys: Iterable<string>): CallView[] {
    const gone: CallView[] = [];
    for (const key of [...keys]) {
      const call = calls.get(key);
      if (call) gone.push(call);
      calls.delete(key);
    }
    return gone;
  }

  return {
    calls,
    panics,
    get unit() {
      return unit;
    },
    get settings() {
      return settings;
    },
    get isOnDuty() {
      return isOnDuty;
    },
    serverNow: () => clock.now() + ahead,
    isMine: (call) => unit !== null && call.idents.includes(unit.ident),
    apply(delivery) {
      const gone: CallView[] = [];
      if (delivery.now !== undefined) ahead = delivery.now - clock.now();
      if (delivery.reset) {
        const kept = new Set(delivery.calls?.map(({ key }) => key));
        gone.push(...forget([...calls.keys()].filter((key) => !kept.has(key))));
        calls.clear();
        panics.clear();
        unit = null;
      }
      settings = delivery.settings ?? settings;
      isOnDuty = delivery.isOnDuty ?? isOnDuty;
      if (delivery.unit !== undefined) unit = delivery.unit;
      for (const call of delivery.calls ?? []) calls.set(call.key, call);
      gone.push(...forget(delivery.gone ?? []));
      for (const panic of delivery.panics ?? []) panics.set(panic.ident, panic);
      for (const ident of delivery.panicsGone ?? []) panics.delete(ident);
      return gone;
    },
  };
}
