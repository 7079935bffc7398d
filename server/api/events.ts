// Local events for other resources: the push events as decoded, and the changes they made.

import type { Call } from '../../shared/call.ts';
import type { ServerEvents } from '../../types/index.d.ts';
import type { Change } from '../cad/changes.ts';
import { blankUnit, type CadUnit } from '../cad/unit.ts';
import type { LocalBus, PackedArgument } from '../ports.ts';
import type { ToUnit } from './units.ts';

export interface LocalEvents {
  push(type: string, data: unknown): void;
  changes(changes: readonly Change[]): void;
  dutyChanged(player: number, isOnDuty: boolean): void;
}

type Bare<Event extends string> = Event extends `sonorancad:${infer Name}` ? Name : never;

/** Raises the events on `local`. A listener that throws is the host's to report and stops nothing here. */
export function createLocalEvents(options: {
  readonly local: Pick<LocalBus, 'emit' | 'pack' | 'emitPacked'>;
  readonly toUnit: ToUnit;
  readonly unit: (ident: number) => CadUnit | null;
  /** Adds the place of a call that carries no coordinates. */
  readonly locate: (call: Call) => Call;
}): LocalEvents {
  const { local, toUnit, unit, locate } = options;
  const raise = <Name extends Bare<keyof ServerEvents>>(
    name: Name,
    ...args: ServerEvents[`sonorancad:${Name}`]
  ) => local.emit(`sonorancad:${name}`, ...args);
  /** Units that are attached need not be known. */
  const unitOf = (ident: number) => toUnit(unit(ident) ?? blankUnit(ident));

  /** `pack` packs calls: several changes of one event are about the same one. */
  function raiseChange(change: Change, pack: (call: Call) => PackedArgument): void {
    const raiseCall = (name: string, call: Call, ...rest: readonly PackedArgument[]) =>
      local.emitPacked(`sonorancad:${name}`, pack(call), ...rest);
    switch (change.type) {
      case 'call.opened':
        return raiseCall('callOpened', change.call);
      case 'call.updated':
        return raiseCall('callUpdated', change.call, pack(change.before));
      case 'call.closed':
        return raiseCall('callClosed', change.call);
      case 'call.note':
        return raiseCall('callNote', change.call, local.pack(change.note));
      case 'unit.attached':
        return raiseCall('unitAttached', change.call, local.pack(unitOf(change.ident)));
      case 'unit.detached':
        return raiseCall('unitDetached', change.call, local.pack(unitOf(change.ident)));
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

  /** Packs each call once; to be used for the changes of one event only, as calls may get other places later. */
  function createCallPacker(): (call: Call) => PackedArgument {
    const known = new Map<Call, PackedArgument>();
    return (call) => {
      const packed = known.get(call) ?? local.pack(locate(call));
      known.set(call, packed);
      return packed;
    };
  }

  return {
    push: (type, data) => raise('push', type, data),
    changes(changes) {
      const pack = createCallPacker();
      for (const change of changes) raiseChange(change, pack);
    },
    dutyChanged: (player, isOnDuty) => raise('dutyChanged', player, isOnDuty),
  };
}
