// One card per player: who it is, on duty or not and why, and the notification feed.

import type { PlayerView } from '../views.ts';
import { byId, count, el, setText } from './dom.ts';
import { createFeed } from './feed.ts';
import { createKeyedList, type Row } from './keyed-list.ts';
import { createWhy } from './why.ts';

export interface Players {
  show(players: readonly PlayerView[]): void;
}

export interface PlayerButtons {
  /** A switch was pressed. */
  readonly onDuty: (player: number, isGranted: boolean) => void;
  /** Somebody wants to look at the screen of a player. */
  readonly onLook: (player: number) => void;
}

/** Fills `#players`. */
export function createPlayers(buttons: PlayerButtons): Players {
  return {
    show: createKeyedList<PlayerView>({
      container: byId('players', HTMLElement),
      keyOf: ({ id }) => id,
      create: (player, index) => createCard(player, index, buttons),
    }),
  };
}

function createCard(player: PlayerView, index: number, buttons: PlayerButtons): Row<PlayerView> {
  const titleId = `player-${player.id}`;
  const pill = el('span', { class: 'pill', role: 'status' });
  const duty = el('button', {
    type: 'button',
    class: 'switch',
    role: 'switch',
    'aria-label': `${player.firstName} may be on duty`,
    title: 'Grants or revokes the permission sonorancad.duty',
  });
  const about = el('p', { class: 'muted' });
  const why = createWhy();
  const feed = createFeed(player.firstName, () => buttons.onLook(player.id));
  const element = el(
    'article',
    { class: `panel player tint-${index}`, 'aria-labelledby': titleId, 'data-player': String(player.id) },
    el(
      'header',
      {},
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, player.firstName.slice(0, 1)),
      el('div', { class: 'who' }, el('h2', { id: titleId }, player.name), about),
      el('div', { class: 'duty' }, pill, duty),
    ),
    why.element,
    feed.element,
  );

  let isGranted = false;
  duty.addEventListener('click', () => buttons.onDuty(player.id, !isGranted));
  return {
    element,
    show(now) {
      isGranted = now.isGranted;
      setText(pill, now.isOnDuty === null ? 'Unknown' : now.isOnDuty ? 'On duty' : 'Off duty');
      pill.classList.toggle('on', now.isOnDuty === true);
      duty.setAttribute('aria-checked', String(isGranted));
      setText(about, `${player.role} · ${count(now.blips.length, 'blip')}`);
      why.show(now.why, now.isOnDuty);
      feed.show(now);
    },
  };
}
