// The board: units and open calls as the resource knows them, from its exports.

import type { ResourceExports } from './resource-exports.ts';
import type { Board, BoardCall, BoardUnit } from './views.ts';

/** What `getUnits` tells that the board shows. */
interface Unit extends Omit<BoardUnit, 'status' | 'player'> {
  readonly statusLabel: string;
  readonly playerId: number | null;
}

/** What `getCalls` tells that the board shows. */
interface Call extends Pick<BoardCall, 'key' | 'title' | 'code' | 'caller' | 'notes'> {
  readonly emergencyId: number | null;
  readonly dispatchId: number | null;
  readonly stage: '911' | 'dispatch';
  readonly isEmergency: boolean;
  readonly description: string;
  readonly address: string;
  readonly postal: string;
  readonly priority: number | string | null;
  readonly idents: readonly number[];
}

/** Calls that are shown; a page full of them helps nobody. */
const MAX_CALLS = 20;

/** The board of this moment, or null while the resource does not run. */
export function describeBoard(exports: ResourceExports): Board | null {
  if (!exports.isRunning()) return null;
  const units = exports.list<Unit>('getUnits').map(toBoardUnit);
  const calls = exports.list<Call>('getCalls');
  const newest = calls.slice(-MAX_CALLS).reverse();
  return {
    units,
    calls: newest.map((call) => toBoardCall(call, units)),
    olderCalls: calls.length - newest.length,
  };
}

function toBoardUnit(unit: Unit): BoardUnit {
  const { ident, unitNum, name, department, page, group, isPanic, isDispatch } = unit;
  return {
    ...{ ident, unitNum, name, department, page, group, isPanic, isDispatch },
    status: unit.statusLabel,
    player: unit.playerId,
  };
}

function toBoardCall(call: Call, units: readonly BoardUnit[]): BoardCall {
  const { key, title, code, caller, notes, address, postal, idents, priority } = call;
  return {
    key,
    number: call.dispatchId ?? call.emergencyId,
    stage: call.stage === 'dispatch' ? 'dispatch' : call.isEmergency ? '911' : 'civil',
    title: title || call.description,
    code,
    caller,
    place: [address, postal && `postal ${postal}`].filter(Boolean).join(', '),
    priority: String(priority ?? ''),
    units: idents.map((ident) => {
      const unit = units.find((one) => one.ident === ident);
      return { ident, unitNum: unit?.unitNum ?? '', player: unit?.player ?? null };
    }),
    notes: notes.map(({ time, label, content }) => ({ time, label, content })),
  };
}
