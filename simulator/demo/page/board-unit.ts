// One unit on the board: number, name, status, department, page, group, and the player behind it.

import type { BoardUnit } from '../views.ts';
import { createChangeMark } from './change-mark.ts';
import { el, setText } from './dom.ts';
import type { FindPlayer } from './find-player.ts';
import type { Row } from './keyed-list.ts';

/** Pages of the CAD, by their number. */
const PAGES = ['Police', 'Fire', 'EMS', 'Dispatch'];

/** An empty row; one of the first list is not marked as new. */
export function createUnitRow(findPlayer: FindPlayer, isFirst: boolean): Row<BoardUnit> {
  const number = el('b', { class: 'unit-number' });
  const name = el('span', { class: 'unit-name' });
  const panic = el('span', { class: 'badge panic' }, 'PANIC');
  const status = el('span', { class: 'badge unit-status' });
  const about = el('span', { class: 'unit-about' });
  const player = el('span', { class: 'unit-player' });
  const element = el(
    'li',
    { class: 'unit' },
    el('span', { class: 'unit-who' }, number, name),
    el('span', { class: 'unit-state' }, panic, status),
    about,
    player,
  );
  const markChange = createChangeMark(element, isFirst);

  return {
    element,
    show(unit) {
      const { unitNum, isPanic, isDispatch, department, page, group } = unit;
      setText(number, unitNum || `#${unit.ident}`);
      setText(name, unit.name);
      panic.hidden = !isPanic;
      element.classList.toggle('in-panic', isPanic);
      setText(status, unit.status);
      status.hidden = unit.status === '';
      status.dataset.status = unit.status;
      const kind = isDispatch ? 'Dispatcher' : page === null ? '' : (PAGES[page] ?? '');
      setText(about, [department, kind, group].filter(Boolean).join(' · '));
      const found = findPlayer(unit.player);
      player.className = `unit-player ${found?.tint ?? ''}`;
      setText(player, found?.firstName ?? (unit.player === null ? 'not in game' : `player ${unit.player}`));
      markChange(JSON.stringify(unit));
    },
  };
}
