// One account on the desk: its unit's number, status and panic, and whether it is logged in.

import type { Hand } from '../hands.ts';
import type { DeskUnit } from '../views.ts';
import { el, setText } from './dom.ts';
import type { FindPlayer } from './find-player.ts';
import type { Row } from './keyed-list.ts';

/** The CAD's own statuses, by their number; others are the community's. */
const STATUSES = ['Unavailable', 'Busy', 'Available', 'En route', 'On scene'];

export function createDeskUnitRow(act: (hand: Hand) => void, findPlayer: FindPlayer): Row<DeskUnit> {
  let unit: DeskUnit | null = null;
  const name = el('span', { class: 'desk-name' });
  const status = el('select', { title: 'Status' });
  const panic = el('button', { type: 'button', class: 'quiet' });
  const shift = el('button', { type: 'button', class: 'quiet' });
  const element = el('li', { class: 'desk-unit' }, name, panic, status, shift);

  status.addEventListener('change', () => {
    if (unit) act({ act: 'status', unit: unit.ident, status: Number(status.value) });
  });
  panic.addEventListener('click', () => {
    if (unit) act({ act: 'panic', unit: unit.ident, isOn: !unit.isPanic });
  });
  shift.addEventListener('click', () => {
    if (unit?.player != null) act({ act: 'shift', player: unit.player, isOn: !unit.isOnAir });
  });

  /** The select offers the CAD's statuses, and the unit's own when it is another. */
  function showStatus({ status: now, isOnAir, isDispatch }: DeskUnit): void {
    const labels =
      STATUSES[now] === undefined
        ? [...STATUSES.entries(), [now, `Status ${now}`] as const]
        : [...STATUSES.entries()];
    if (status.options.length !== labels.length)
      status.replaceChildren(
        ...labels.map(([value, label]) => el('option', { value: String(value) }, label)),
      );
    if (document.activeElement !== status) status.value = String(now);
    status.hidden = !isOnAir || isDispatch;
  }

  return {
    element,
    show(now) {
      unit = now;
      const { unitNum, player, isOnAir, isDispatch, isPanic } = now;
      const found = findPlayer(player);
      setText(name, [unitNum, found?.firstName ?? now.name].filter(Boolean).join(' '));
      name.className = `desk-name ${found?.tint ?? ''}`;
      element.classList.toggle('off-air', !isOnAir);
      element.classList.toggle('in-panic', isPanic);
      status.setAttribute('aria-label', `Status of ${unitNum}`);
      showStatus(now);
      panic.hidden = !isOnAir || isDispatch;
      setText(panic, isPanic ? 'End panic' : 'Panic');
      panic.setAttribute('aria-label', `${isPanic ? 'End panic' : 'Panic'} of ${unitNum}`);
      shift.hidden = player === null;
      setText(shift, isOnAir ? 'Log out' : 'Log in');
      shift.setAttribute('aria-label', `Log ${unitNum} ${isOnAir ? 'out' : 'in'}`);
    },
  };
}
