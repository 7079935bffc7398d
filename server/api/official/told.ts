// What listeners to the official names have been told so far. The store is ahead of it while an event is being told, and
// some of the official events are raised with the picture from before.

import type { Call } from '../../../shared/call.ts';
import { oncePer } from '../../../shared/once.ts';
import type { Change } from '../../cad/changes.ts';
import type { CadUnit } from '../../cad/unit.ts';
import type { Share } from '../../ports.ts';
import {
  type DispatchType,
  type OfficialDispatch,
  type OfficialEntry,
  toOfficialDispatch,
} from './official-call.ts';
import { type OfficialUnit, toOfficialUnit } from './official-unit.ts';

export interface Told {
  /** In the order of their logins. */
  units(): readonly CadUnit[];
  unit(ident: number): CadUnit | null;
  /** Entries of the open dispatch calls, oldest first. */
  entries(): OfficialEntry[];
  /** The entry as an argument of events; its call is packed once for as long as it is the same. */
  entry(dispatchId: number): OfficialEntry | null;
  /**
   * A dispatch call as an argument of events, with `extra` fields that the CAD sent. Packed once for as many events as are
   * raised with it in turn.
   */
  dispatch(call: Call, extra: object): OfficialDispatch;
  /** The same for the entry of a call, which keeps these fields. */
  entryWith(dispatchId: number, extra: object): OfficialEntry | null;
  /** A unit as an argument of events, packed once for as long as it is the same. */
  argument(unit: CadUnit): OfficialUnit;
  /** Open 911 calls that dispatch has not taken over, oldest first. */
  emergencies(): readonly Call[];
  emergency(emergencyId: number): Call | null;
  /** Takes in a change. */
  apply(change: Change): void;
}

/** Begins with what is known from before the start. */
export function createTold(
  units: Iterable<CadUnit>,
  calls: Iterable<Call>,
  share: Share = (value) => value,
): Told {
  const unitsByIdent = new Map<number, CadUnit>();
  const emergencies = new Map<number, Call>();
  const dispatches = new Map<number, KeptEntry>();
  let last: { call: Call; extra: object; argument: OfficialDispatch } | null = null;

  function dispatch(call: Call, extra: object): OfficialDispatch {
    if (last?.call !== call || last.extra !== extra)
      last = { call, extra, argument: share(withExtra(call, extra)) };
    return last.argument;
  }

  function putCall(call: Call): void {
    const { stage, emergencyId, dispatchId } = call;
    if (stage === 'dispatch' && dispatchId !== null) {
      if (emergencyId !== null) emergencies.delete(emergencyId);
      const known = dispatches.get(dispatchId);
      const type = known ? 'CALL_EDIT' : 'CALL_NEW';
      dispatches.set(dispatchId, { type, call, extra: known?.extra ?? NOTHING, packed: null });
    } else if (emergencyId !== null) emergencies.set(emergencyId, call);
  }

  function removeCall({ emergencyId, dispatchId }: Call): void {
    if (emergencyId !== null) emergencies.delete(emergencyId);
    if (dispatchId !== null) dispatches.delete(dispatchId);
  }

  function toArgument(kept: KeptEntry): OfficialEntry {
    kept.packed ??= dispatch(kept.call, kept.extra);
    return { dispatch_type: kept.type, dispatch: kept.packed };
  }

  for (const unit of units) unitsByIdent.set(unit.ident, unit);
  for (const call of calls) putCall(call);

  return {
    units: () => [...unitsByIdent.values()],
    unit: (ident) => unitsByIdent.get(ident) ?? null,
    entries: () => [...dispatches.values()].map(toEntry),
    entry(dispatchId) {
      const kept = dispatches.get(dispatchId);
      return kept ? toArgument(kept) : null;
    },
    dispatch,
    entryWith(dispatchId, extra) {
      const kept = dispatches.get(dispatchId);
      return kept ? toArgument(Object.assign(kept, { extra, packed: null })) : null;
    },
    argument: oncePer((unit) => share(toOfficialUnit(unit))),
    emergencies: () => [...emergencies.values()],
    emergency: (emergencyId) => emergencies.get(emergencyId) ?? null,
    apply(change) {
      switch (change.type) {
        case 'call.opened':
        case 'call.updated':
          return putCall(change.call);
        case 'call.closed':
          // A call that was merged into another goes on under the same numbers.
          return change.reason === 'merged' ? undefined : removeCall(change.call);
        case 'unit.login':
        case 'unit.updated':
          return void unitsByIdent.set(change.unit.ident, change.unit);
        case 'unit.logout':
          return void unitsByIdent.delete(change.unit.ident);
        // What follows tells nothing of the state that the changes above did not.
        case 'call.note':
        case 'unit.attached':
        case 'unit.detached':
        case 'unit.status':
        case 'unit.panic':
        case 'tone':
        case 'station.alert':
        case 'pager':
          return;
      }
    },
  };
}

interface KeptEntry {
  readonly type: DispatchType;
  readonly call: Call;
  /** What the CAD sent besides what is known of calls here. */
  extra: object;
  packed: OfficialDispatch | null;
}

const NOTHING = {};

const toEntry = ({ type, call, extra }: KeptEntry): OfficialEntry => ({
  dispatch_type: type,
  dispatch: withExtra(call, extra),
});

const withExtra = (call: Call, extra: object): OfficialDispatch => ({
  ...extra,
  ...toOfficialDispatch(call),
});
