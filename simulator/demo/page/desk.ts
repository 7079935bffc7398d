// The dispatcher's desk: the accounts, 911 calls and dispatch calls of the CAD, and what can be done with them.

import type { Hand } from '../hands.ts';
import type { CadView, DeskCall, DeskEmergency, DeskUnit, PlayerView } from '../views.ts';
import { createDeskCallRow } from './desk-call.ts';
import { createDeskEmergencyRow } from './desk-emergency.ts';
import { createDeskUnitRow } from './desk-unit.ts';
import { byId, el } from './dom.ts';
import { createFindPlayer } from './find-player.ts';
import { createKeyedList } from './keyed-list.ts';

export interface DeskPanel {
  show(cad: CadView, players: readonly PlayerView[]): void;
}

/** Fills `#desk`. `act` is told what the dispatcher does. */
export function createDesk(act: (hand: Hand) => void): DeskPanel {
  const players = createFindPlayer();
  const unitList = el('ul', { class: 'desk-units', 'aria-label': 'Accounts' });
  const emergencyList = el('ul', { class: 'desk-calls', 'aria-label': '911 calls in the CAD' });
  const callList = el('ul', { class: 'desk-calls', 'aria-label': 'Dispatch calls in the CAD' });
  const none = el('p', { class: 'empty' }, 'No call. Press "911 call", or let Nora type /911 on her screen.');
  byId('desk', HTMLElement).append(unitList, emergencyList, callList, none);

  let units: readonly DeskUnit[] = [];
  const showUnits = createKeyedList<DeskUnit>({
    container: unitList,
    keyOf: ({ ident }) => ident,
    create: () => createDeskUnitRow(act, players.find),
  });
  const showEmergencies = createKeyedList<DeskEmergency>({
    container: emergencyList,
    keyOf: ({ callId }) => callId,
    create: () => createDeskEmergencyRow(act),
  });
  const showCalls = createKeyedList<DeskCall>({
    container: callList,
    keyOf: ({ callId }) => callId,
    create: () =>
      createDeskCallRow(act, () => units.filter(({ isOnAir, isDispatch }) => isOnAir && !isDispatch)),
  });

  return {
    show(cad, now) {
      players.set(now);
      units = cad.units;
      showUnits(cad.units);
      showEmergencies(cad.emergencies);
      showCalls(cad.calls);
      none.hidden = cad.emergencies.length + cad.calls.length > 0;
    },
  };
}
