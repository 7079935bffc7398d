// What a dispatcher sees in the CAD.

import type { Cad } from '../index.ts';
import type { Account } from './accounts.ts';
import type { CadView } from './views.ts';

/** Everything but the next invented call and the API. */
export function describeCad({ state }: Cad, accounts: readonly Account[]): Omit<CadView, 'next' | 'isApiUp'> {
  const { units, calls } = state;
  const offAir = { isOnAir: false, isPanic: false, status: 0 };
  const others = units.online().filter(({ id }) => !accounts.some(({ ident }) => ident === id));
  const ofCad = (id: number) => {
    const unit = units.get(id);
    return unit ? { isOnAir: true, isPanic: unit.isPanic, status: unit.status } : offAir;
  };
  return {
    units: [
      ...accounts.map(({ login: _, ...account }) => ({ ...account, ...ofCad(account.ident) })),
      ...others.map(({ id, data: { unitNum, name }, isDispatch }) => ({
        ...{ ident: id, unitNum, name, isDispatch, player: null },
        ...ofCad(id),
      })),
    ],
    emergencies: calls
      .emergencies()
      .reverse()
      .map(({ callId, isEmergency, caller, location, description }) => ({
        ...{ callId, isEmergency, caller, description },
        place: location,
      })),
    calls: calls
      .active()
      .reverse()
      .map(({ callId, title, address, priority, idents }) => ({
        ...{ callId, title, idents },
        place: address,
        priority: String(priority),
      })),
  };
}
