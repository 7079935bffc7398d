// Changes under the official names: those that no push event of their own tells of, such as a call that expired.

import type { Call } from '../../../shared/call.ts';
import type { Change } from '../../cad/changes.ts';
import { blankUnit } from '../../cad/unit.ts';
import { toOfficialDispatch, toOfficialEmergency } from './official-call.ts';
import type { OfficialPlayers } from './official-players.ts';
import type { OfficialUnit } from './official-unit.ts';
import type { Told } from './told.ts';

/** Raises `SonoranCAD::pushevents:<name>`. */
export type Raise = (name: string, ...args: unknown[]) => void;

export interface TellPorts {
  readonly told: Told;
  readonly raise: Raise;
  readonly players: Pick<OfficialPlayers, 'leave'>;
}

export interface TellChange {
  /** Tells of a change and takes it in. */
  (change: Change): void;
  /** Tells that a dispatch call is over; it is taken in already. */
  closed(call: Call): void;
  /** Tells that there is a dispatch call, or that it was edited. `extra`: fields the CAD sent besides those known here. */
  dispatched(dispatchId: number, extra?: object): void;
  /** A unit as told; one that is attached need not be known. */
  unit(ident: number): OfficialUnit;
}

export function createTellChange({ told, raise, players }: TellPorts): TellChange {
  const unit = (ident: number) => told.argument(told.unit(ident) ?? blankUnit(ident));

  function dispatched(dispatchId: number, extra?: object): void {
    const entry = extra ? told.entryWith(dispatchId, extra) : told.entry(dispatchId);
    if (!entry) return;
    raise('CallCacheUpdated');
    raise('DispatchEvent', entry);
  }

  function closed(call: Call): void {
    raise('CallCacheUpdated');
    raise('DispatchEvent', { dispatch_type: 'CALL_CLOSE', dispatch: toOfficialDispatch(call) });
  }

  function opened(call: Call): void {
    if (call.stage === 'dispatch' && call.dispatchId !== null) return dispatched(call.dispatchId);
    raise('EmergencyCacheUpdated');
    raise('IncomingCadCall', toOfficialEmergency(call), call.metaData, null);
  }

  function updated(call: Call, before: Call): void {
    if (call.stage !== 'dispatch' || call.dispatchId === null) return raise('EmergencyCacheUpdated');
    if (before.stage !== 'dispatch') {
      raise('EmergencyCacheUpdated');
      raise('CadCallRemoved', call.emergencyId);
      return dispatched(call.dispatchId);
    }
    if (isSameCall(call, before)) return raise('CallCacheUpdated');
    raise(
      'DispatchEdit',
      { dispatch_type: 'CALL_EDIT', dispatch: toOfficialDispatch(before) },
      { dispatch: toOfficialDispatch(call), eventOriginIdent: null },
    );
    dispatched(call.dispatchId);
  }

  function over(call: Call, before: Call): void {
    if (before.stage === 'dispatch') return closed(call);
    raise('EmergencyCacheUpdated');
    raise('CadCallRemoved', before.emergencyId);
  }

  /** What is raised once the change is taken in. */
  function tellAfter(change: Change): void {
    switch (change.type) {
      case 'call.opened':
        return opened(change.call);
      case 'call.updated':
        return updated(change.call, change.before);
      case 'call.closed':
        return change.reason === 'merged' ? undefined : over(change.call, change.before);
      case 'call.note':
        return tellOfDispatch('DispatchNote', change.call, {
          callId: change.call.dispatchId,
          note: change.note,
        });
      case 'unit.attached':
        return tellOfDispatch('UnitAttach', change.call, unit(change.ident));
      case 'unit.detached':
        return tellOfDispatch('UnitDetach', change.call, unit(change.ident));
      case 'unit.login':
        return raise('UnitLogin', told.argument(change.unit));
      case 'unit.updated':
        return raise('UnitUpdate', told.argument(change.unit), change.unit.status);
      case 'unit.status':
        return raise('UnitStatusUpdate', told.argument(change.unit), change.unit.status);
      case 'unit.panic':
        return raise('UnitPanic', told.argument(change.unit), change.unit.ident, change.isPanic);
      case 'unit.logout':
      case 'tone':
      case 'station.alert':
      case 'pager':
        return;
    }
  }

  function tellOfDispatch(name: string, call: Call, what: unknown): void {
    const entry = call.dispatchId === null ? null : told.entry(call.dispatchId);
    if (entry) raise(name, entry, what);
  }

  function tell(change: Change): void {
    if (change.type === 'unit.logout') {
      raise('UnitLogout', change.unit.ident);
      players.leave(change.unit);
    }
    told.apply(change);
    tellAfter(change);
  }

  return Object.assign(tell, { closed, dispatched, unit });
}

/** Whether two pictures of a dispatch call differ in no more than notes and attached units. */
function isSameCall(a: Call, b: Call): boolean {
  const bare = (call: Call) =>
    JSON.stringify({ ...toOfficialDispatch(call), notes: null, idents: null, updated: null });
  return bare(a) === bare(b);
}
