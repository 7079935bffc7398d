// What players may know of calls and units.

import { type Call, type CallView, callNumber, type Position } from '../../shared/call.ts';
import type { CallSummary } from '../../shared/delivery.ts';
import type { UnitView } from '../../shared/unit.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Share } from '../ports.ts';

/** Makes views; `labelOf` puts a status into words. */
export interface Views {
  unit(unit: CadUnit): UnitView;
  /** The call without its metaData, which names the caller's player id and account. */
  call(call: Call): CallView;
  /** The same, packed, for being sent again and again: it is packed anew only when the call looks different. */
  packed(call: Call): CallView;
}

/** `locate` adds the place of a call that carries no coordinates. */
export function createViews(ports: {
  readonly labelOf: (status: number | null) => string;
  readonly unit: (ident: number) => CadUnit | null;
  readonly locate: (call: Call) => Call;
  /** Without it nothing is packed. */
  readonly share?: Share;
}): Views {
  const { labelOf, locate, share = (value) => value } = ports;
  const known = new WeakMap<Call, PackedView>();

  const toUnitView = ({ ident, unitNum, name, department, page, status, isPanic }: CadUnit): UnitView => ({
    ident,
    unitNum,
    name,
    department,
    page,
    status,
    statusLabel: labelOf(status),
    isPanic,
  });

  function view(call: Call, position: Position | null, units: readonly (CadUnit | null)[]): CallView {
    return {
      key: call.key,
      emergencyId: call.emergencyId,
      dispatchId: call.dispatchId,
      stage: call.stage,
      isEmergency: call.isEmergency,
      title: call.title,
      code: call.code,
      description: call.description,
      caller: call.caller,
      address: call.address,
      postal: call.postal,
      block: call.block,
      priority: call.priority,
      origin: call.origin,
      status: call.status,
      primary: call.primary,
      trackPrimary: call.trackPrimary,
      idents: call.idents,
      notes: call.notes,
      position,
      openedAt: call.openedAt,
      updatedAt: call.updatedAt,
      units: units.filter((unit) => unit !== null).map(toUnitView),
    };
  }

  /** Calls, units and positions are replaced, never changed. */
  function looksTheSame(before: PackedView, position: Position | null, { idents }: Call): boolean {
    if (before.position !== position) return false;
    return idents.every((ident, index) => {
      const unit = ports.unit(ident);
      return unit === before.units[index] && (unit && labelOf(unit.status)) === before.labels[index];
    });
  }

  return {
    unit: toUnitView,
    call: (call) => view(call, locate(call).position, call.idents.map(ports.unit)),
    packed(call) {
      const { position } = locate(call);
      const before = known.get(call);
      if (before && looksTheSame(before, position, call)) return before.packed;
      const units = call.idents.map(ports.unit);
      const labels = units.map((unit) => unit && labelOf(unit.status));
      const packed = share(view(call, position, units));
      known.set(call, { position, units, labels, packed });
      return packed;
    },
  };
}

/** The packed view of a call, and everything else it was made from. */
interface PackedView {
  readonly position: Position | null;
  /** By the call's idents, as are the labels of their statuses. */
  readonly units: readonly (CadUnit | null)[];
  readonly labels: readonly (string | null)[];
  readonly packed: CallView;
}

/** A call in a few words. */
export function summarise(call: Call): CallSummary {
  return { number: callNumber(call), title: call.title, address: call.address };
}

/** Whether two pictures of a unit look alike to players. */
export function looksSame(a: CadUnit, b: CadUnit): boolean {
  return (
    a.unitNum === b.unitNum &&
    a.name === b.name &&
    a.department === b.department &&
    a.page === b.page &&
    a.status === b.status &&
    a.isPanic === b.isPanic
  );
}
