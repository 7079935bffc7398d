// Ties together what players are told: views, alerts, replication and panics.

import type { Call } from '../../shared/call.ts';
import type { ClientSettings } from '../../shared/delivery.ts';
import type { UnitView } from '../../shared/unit.ts';
import type { Change } from '../cad/changes.ts';
import { isSame } from '../cad/same.ts';
import type { Store } from '../cad/store.ts';
import { createPanicTracker } from '../places/panic-tracker.ts';
import { createUnitPosition } from '../places/unit-position.ts';
import type { Audience } from '../players/audience.ts';
import { looksSameToRules } from '../players/rules.ts';
import type { ClientBus, Clock, Players, Share } from '../ports.ts';
import { createAlerts } from './alerts.ts';
import { createArrivals } from './arrivals.ts';
import { createCallerFeedback } from './caller-feedback.ts';
import { createPanics } from './panics.ts';
import { createReplication, type PublishOptions } from './replication.ts';
import type { SoundRules } from './sounds.ts';
import { createViews, looksSame } from './views.ts';

export interface Delivery {
  /** Tells the players concerned about all changes that one event made; returns how many were told. */
  publish(changes: readonly Change[], options?: PublishOptions): number;
  /**
   * The players who were here before us are known. Their games start anew with us and ask for the whole picture; who
   * comes on duty from now on is given it at once.
   */
  open(): void;
  /** A player went on or off duty. */
  dutyChanged(player: number, isOnDuty: boolean): void;
  /** A player has another unit, or their unit is another in what rules look at. */
  unitChanged(player: number): void;
  /** The settings are other ones now: everybody gets them, and sees what they say. */
  settingsChanged(everybody: Iterable<number>): void;
  /** Calls may be somewhere else now: other postals, or other rules for what a place is taken from. */
  placesChanged(): void;
  /** The player has left. */
  forget(player: number): void;
}

export function createDelivery(ports: {
  readonly bus: ClientBus;
  readonly share?: Share;
  readonly clock: Clock;
  readonly players: Players;
  readonly store: Store;
  readonly audience: Audience;
  readonly playerOf: (ident: number) => number | null;
  readonly unitOf: (player: number) => number | null;
  readonly locate: (call: Call) => Call;
  readonly labelOf: (status: number | null) => string;
  readonly settings: () => ClientSettings;
  readonly panicMs: () => number;
  readonly sounds: () => SoundRules;
  /** The connected player who made a call, or null; never somebody else. */
  readonly callerOf: (call: Call) => number | null;
  /** Whether callers are told what becomes of their calls. */
  readonly isCallerTold: () => boolean;
}): Delivery {
  const { bus, clock, players, store, audience, playerOf, unitOf, locate, labelOf, settings, panicMs } =
    ports;
  const { incidents, units } = store;

  const { share } = ports;
  const views = createViews({ labelOf, unit: units.get, locate, ...(share && { share }) });
  const positionOf = createUnitPosition({ players, playerOf, unit: units.get });
  const tracker = createPanicTracker({
    clock,
    positionOf,
    onMove: (ident, position) => panics.moved(ident, position),
    onEnd: (ident) => panics.ended(ident),
    maxMs: panicMs,
  });
  const panics = createPanics({
    positionOf,
    tracker: () => tracker,
    show: (shown, gone) => replication.showPanics(shown, gone),
  });

  function ownUnit(player: number): UnitView | null {
    const ident = unitOf(player);
    const unit = ident === null ? null : units.get(ident);
    return unit ? views.unit(unit) : null;
  }

  /** Calls show their units: one that looks different makes them look different. */
  function callsTouchedBy(change: Change): readonly Call[] {
    switch (change.type) {
      case 'unit.login':
      case 'unit.logout':
        return incidents.callsOf(change.unit.ident);
      case 'unit.updated':
        return looksSame(change.unit, change.before) && looksSameToRules(change.unit, change.before)
          ? []
          : incidents.callsOf(change.unit.ident);
      default:
        return [];
    }
  }

  const replication = createReplication({
    bus,
    ...(share && { share }),
    audience,
    views,
    openCalls: incidents.openCalls,
    callsTouchedBy,
    planAlerts: createAlerts({
      audience,
      playerOf,
      unit: units.get,
      units: units.all,
      call: incidents.findCall,
      labelOf,
      sounds: ports.sounds,
    }),
    panics: panics.all,
    unitOf: ownUnit,
    settings,
    now: clock.now,
  });
  const arrivals = createArrivals({
    bus,
    clock,
    answer: (player) => {
      if (audience.onDuty().has(player)) replication.snapshot(player);
      else replication.greet(player);
    },
  });
  panics.resume(units.all());
  const callerFeedback = createCallerFeedback({
    isEnabled: ports.isCallerTold,
    callerOf: ports.callerOf,
    unit: units.get,
    callsOf: incidents.callsOf,
    onSceneStatus: () => settings().routes.onSceneStatus,
    tell: (player, announcement) => replication.announce(player, announcement),
  });
  let isOpen = false;
  let wasDispatcherOnline = units.isDispatcherOnline();
  let labels = settings().statusLabels;

  /** Rules may ask whether a dispatcher is online: then every call is looked at again when the first comes or the last goes. */
  function followDispatchers(): void {
    const isOnline = units.isDispatcherOnline();
    if (isOnline === wasDispatcherOnline) return;
    wasDispatcherOnline = isOnline;
    if (audience.asksForDispatchers()) replication.reviewCalls(incidents.openCalls());
  }

  /** Statuses may have other names now: units look different then, and so do the calls that show them. */
  function followLabels(): void {
    const { statusLabels } = settings();
    if (isSame(statusLabels, labels)) return;
    labels = statusLabels;
    for (const player of audience.onDuty()) replication.showUnit(player, ownUnit(player));
    const showsUnits = ({ idents }: Call) => idents.some((ident) => units.get(ident) !== null);
    replication.refreshCalls(incidents.openCalls().filter(showsUnits));
  }

  return {
    publish(changes, options) {
      followDispatchers();
      const { shown, gone } = panics.follow(changes);
      replication.showPanics(shown, gone);
      for (const change of changes) {
        if (change.type !== 'unit.updated' || looksSame(change.unit, change.before)) continue;
        const { ident } = change.unit;
        const player = playerOf(ident);
        if (player === null || unitOf(player) !== ident || !audience.onDuty().has(player)) continue;
        replication.showUnit(player, ownUnit(player));
      }
      const told = replication.publish(changes, options);
      if (!options?.isSilent) callerFeedback.follow(changes);
      return told;
    },
    open() {
      isOpen = true;
    },
    dutyChanged(player, isOnDuty) {
      if (!isOpen) return;
      if (isOnDuty) replication.welcome(player);
      else replication.clear(player);
    },
    unitChanged(player) {
      if (!audience.onDuty().has(player)) return;
      replication.showUnit(player, ownUnit(player));
      if (!audience.isSeenByAll()) replication.refresh(player);
    },
    settingsChanged(everybody) {
      replication.showSettings(everybody);
      replication.reviewCalls(incidents.openCalls());
      followLabels();
    },
    placesChanged: () => replication.refreshCalls(incidents.openCalls()),
    forget(player) {
      replication.forget(player);
      arrivals.forget(player);
    },
  };
}
