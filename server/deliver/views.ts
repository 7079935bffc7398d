// What players may know of calls and units.

import { type Call, type CallView, callNumber } from '../../shared/call.ts';
import type { CallSummary } from '../../shared/delivery.ts';
import type { UnitView } from '../../shared/unit.ts';
import type { CadUnit } from '../cad/unit.ts';

/** Makes views; `labelOf` puts a status into words. */
export interface Views {
  unit(unit: CadUnit): UnitView;
  /** The call without its metaData, which names the caller's player id and account. */
  call(call: Call): CallView;
}

/** `locate` adds the place of a call that carries no coordinates. */
export function createViews(ports: {
  readonly labelOf: (status: number | null) => string;
  readonly unit: (ident: number) => CadUnit | null;
  readonly locate: (call: Call) => Call;
}): Views {
  const toUnitView = ({ ident, unitNum, name, department, page, status, isPanic }: CadUnit): UnitView => ({
    ident,
    unitNum,
    name,
    department,
    page,
    status,
    statusLabel: ports.labelOf(status),
    isPanic,
  });
  return {
    unit: toUnitView,
    call(call) {
      const { position } = ports.locate(call);
      const units = call.idents.map(ports.unit).filter((unit) => unit !== null);
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
        units: units.map(toUnitView),
      };
    },
  };
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
