// What this player's client knows, as the server last told: calls, units in panic, the player's own unit, settings.

import type { CallView } from '../shared/call.ts';
import type { ClientSettings, Delivery, PanicView } from '../shared/delivery.ts';
import type { UnitView } from '../shared/unit.ts';

export interface Picture {
  readonly calls: ReadonlyMap<string, CallView>;
  readonly panics: ReadonlyMap<number, PanicView>;
  readonly unit: UnitView | null;
  readonly settings: ClientSettings | null;
  /** Takes a step; announcements are not part of the picture. */
  apply(delivery: Delivery): void;
}

/** Knows nothing. */
export function createPicture(): Picture {
  const calls = new Map<string, CallView>();
  const panics = new Map<number, PanicView>();
  let unit: UnitView | null = null;
  let settings: ClientSettings | null = null;

  return {
    calls,
    panics,
    get unit() {
      return unit;
    },
    get settings() {
      return settings;
    },
    apply(delivery) {
      if (delivery.reset) {
        calls.clear();
        panics.clear();
        unit = null;
      }
      settings = delivery.settings ?? settings;
      if (delivery.unit !== undefined) unit = delivery.unit;
      for (const call of delivery.calls ?? []) calls.set(call.key, call);
      for (const key of delivery.gone ?? []) calls.delete(key);
      for (const panic of delivery.panics ?? []) panics.set(panic.ident, panic);
      for (const ident of delivery.panicsGone ?? []) panics.delete(ident);
    },
  };
}
