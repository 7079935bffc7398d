// Local events for other resources: the push events as decoded, and the changes they made.

import type { Call } from '../../shared/call.ts';
import { oncePer } from '../../shared/once.ts';
import type { Unit } from '../../shared/unit.ts';
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
  /** Without it calls and units are packed anew for each event. */
  readonly share?: Share;
}): LocalEvents {
  const { local, toUnit, locate, share = (value) => value } = options;
  const raise = <Name extends Bare<keyof ServerEvents>>(
    name: Name,
    ...args: ServerEvents[`sonorancad:${Name}`]
  ) => local.emit(`sonorancad:${name}`, ...args);
  const packedUnits = new WeakMap<CadUnit, { readonly unit: Unit; readonly packed: Unit }>();

  const packedCall = oncePer((located: Call) => share(located));
  /** A call as an argument: packed once, for all events about it until it changes, and as what was before that. */
  const call = (told: Call) => packedCall(locate(told));

  /** The same for a unit, which may have another player or status label by now. */
  function unit(told: CadUnit): Unit {
    const made = toUnit(told);
    const known = packedUnits.get(told);
    if (known?.unit.playerId === made.playerId && known.unit.statusLabel === made.statusLabel)
      return known.packed;
    const packed = share(made);
    packedUnits.set(told, { unit: made, packed });
    return packed;
  }

  /** Units that are attached need not be known. */
  const unitOf = (ident: number) => unit(options.unit(ident) ?? blankUnit(ident));

  function raiseChange(change: Change): void {
    switch (change.type) {
      case 'call.opened':
        return raise('callOpened', call(change.call));
      case 'call.updated':
        return raise('callUpdated', call(change.call), call(change.before));
      case 'call.closed':
        return raise('callClosed', call(change.call));
      case 'call.note':
        return raise('callNote', call(change.call), change.note);
      case 'unit.attached':
        return raise('unitAttached', call(change.call), unitOf(change.ident));
      case 'unit.detached':
        return raise('unitDetached', call(change.call), unitOf(change.ident));
      case 'unit.login':
        return raise('unitLogin', unit(change.unit));
      case 'unit.logout':
        return raise('unitLogout', unit(change.unit));
      case 'unit.status':
        return raise('unitStatus', unit(change.unit), unit(change.before));
      case 'unit.panic':
        return raise('unitPanic', unit(change.unit), change.isPanic);
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

  return {
    push: (type, data) => raise('push', type, data),
    changes(changes) {
      for (const change of changes) raiseChange(change);
    },
    dutyChanged: (player, isOnDuty) => raise('dutyChanged', player, isOnDuty),
  };
}
