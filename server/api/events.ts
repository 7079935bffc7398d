// Local events for other resources: the push events as decoded, and the changes they made.

import type { Call } from '../../shared/call.ts';
import type { ServerEvents } from '../../types/index.d.ts';
import type { Change } from '../cad/changes.ts';
import { blankUnit, type CadUnit } from '../cad/unit.ts';
import type { LocalBus, Share } from '../ports.ts';
import type { ToUnit } from './units.ts';

export interface LocalEvents {
  push(type: string, data: unknown): void;
  changes(changes: readonly Change[]): void;
  dutyChanged(player: number, isOnDuty: boolean): void;
}

type Bare<Event extends string> = Event extends `sonorancad:${infer Name}` ? Name : never;

/** Raises the events on `local`. A listener that throws is the host's to report and stops nothing here. */
export function createLocalEvents(options: {
  readonly local: LocalBus;
  readonly toUnit: ToUnit;
  readonly unit: (ident: number) => CadUnit | null;
  /** Adds the place of a call that carries no coordinates. */
  readonly locate: (call: Call) => Call;
  /** Without it a call is packed anew for each event. */
  readonly share?: Share;
}): LocalEvents {
  const { local, toUnit, unit, locate, share = (value) => value } = options;
  const raise = <Name extends Bare<keyof ServerEvents>>(
    name: Name,
    ...args: ServerEvents[`sonorancad:${Name}`]
  ) => local.emit(`sonorancad:${name}`, ...args);
  /** Units that are attached need not be known. */
  const unitOf = (ident: number) => toUnit(unit(ident) ?? blankUnit(ident));

  /** `ready` makes a call an argument: several changes of one event are about the same one. */
  function raiseChange(change: Change, ready: (call: Call) => Call): void {
    switch (change.type) {
      case 'call.opened':
        return raise('callOpened', ready(change.call));
      case 'call.updated':
        return raise('callUpdated', ready(change.call), ready(change.before));
      case 'call.closed':
        return raise('callClosed', ready(change.call));
      case 'call.note':
        return raise('callNote', ready(change.call), change.note);
      case 'unit.attached':
        return raise('unitAttached', ready(change.call), unitOf(change.ident));
      case 'unit.detached':
        return raise('unitDetached', ready(change.call), unitOf(change.ident));
      case 'unit.login':
        return raise('unitLogin', toUnit(change.unit));
      case 'unit.logout':
        return raise('unitLogout', toUnit(change.unit));
      case 'unit.status':
        return raise('unitStatus', toUnit(change.unit), toUnit(change.before));
      case 'unit.panic':
        return raise('unitPanic', toUnit(change.unit), change.isPanic);
      case 'unit.updated':
        return;
      case 'tone':
        return raise('tone', change.tone);
      case 'station.alert':
        return raise('stationAlert', change.alert);
      case 'pager':
        return raise('pager', change.page);
    }
  }

  /** Locates and packs each call once, for the changes of one event: later it may be somewhere else. */
  function createSharing(): (call: Call) => Call {
    const known = new Map<Call, Call>();
    return (call) => {
      const shared = known.get(call) ?? share(locate(call));
      known.set(call, shared);
      return shared;
    };
  }

  return {
    push: (type, data) => raise('push', type, data),
    changes(changes) {
      // What is told only once is not worth sharing.
      const ready = changes.length > 1 ? createSharing() : locate;
      for (const change of changes) raiseChange(change, ready);
    },
    dutyChanged: (player, isOnDuty) => raise('dutyChanged', player, isOnDuty),
  };
}
