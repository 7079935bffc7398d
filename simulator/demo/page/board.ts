// The board: the units that are logged in and the open calls, as the resource knows them.

import type { Board, BoardCall, BoardUnit, PlayerView } from '../views.ts';
import { createCallRow } from './board-call.ts';
import { createUnitRow } from './board-unit.ts';
import { byId, count, el, setText } from './dom.ts';
import { createFindPlayer } from './find-player.ts';
import { createKeyedList } from './keyed-list.ts';

export interface BoardPanel {
  /** Null: the resource does not run. */
  show(board: Board | null, players: readonly PlayerView[]): void;
}

/** Fills `#board`. */
export function createBoard(): BoardPanel {
  const body = byId('board', HTMLElement);
  const total = byId('board-count', HTMLElement);
  const players = createFindPlayer();

  const unitList = el('ul', { class: 'units', 'aria-label': 'Units' });
  const callList = el('ul', { class: 'calls', 'aria-label': 'Open calls' });
  const noUnits = el('p', { class: 'empty' });
  const noCalls = el('p', { class: 'empty' });
  const older = el('p', { class: 'muted' });
  body.append(noUnits, unitList, noCalls, callList, older);
  // What scrolls must be reachable with the keyboard.
  body.tabIndex = 0;

  const showUnits = createKeyedList<BoardUnit>({
    container: unitList,
    keyOf: ({ ident }) => ident,
    create: (_, __, isFirst) => createUnitRow(players.find, isFirst),
  });
  const showCalls = createKeyedList<BoardCall>({
    container: callList,
    keyOf: ({ key }) => key,
    create: (_, __, isFirst) => createCallRow(players.find, isFirst),
  });

  function showEmpty(element: HTMLElement, isEmpty: boolean, text: string): void {
    element.hidden = !isEmpty;
    setText(element, text);
  }

  return {
    show(board, now) {
      players.set(now);
      const { units, calls, olderCalls } = board ?? { units: [], calls: [], olderCalls: 0 };
      showUnits(units);
      showCalls(calls);
      showEmpty(
        noUnits,
        units.length === 0,
        board ? 'Nobody is logged in to the CAD.' : 'The resource does not run.',
      );
      showEmpty(noCalls, board !== null && calls.length === 0, 'No call is open.');
      showEmpty(older, olderCalls > 0, `and ${count(olderCalls, 'older call')}`);
      setText(total, `${count(units.length, 'unit')} · ${count(calls.length + olderCalls, 'call')}`);
    },
  };
}
