// One card per player: who it is, on duty or not, and the notification feed.

import type { PlayerView } from '../messages.ts';
import { count, el, setText } from './dom.ts';
import { createFeed } from './feed.ts';

export interface Players {
  show(players: readonly PlayerView[]): void;
}

interface Card {
  readonly element: HTMLElement;
  show(player: PlayerView): void;
}

/** Fills `#players`. `onDuty` is told when a switch is pressed. */
export function createPlayers(options: {
  readonly onDuty: (player: number, isGranted: boolean) => void;
}): Players {
  const container = document.getElementById('players');
  const cards = new Map<number, Card>();
  return {
    show(players) {
      for (const [id, card] of cards) {
        if (players.some((player) => player.id === id)) continue;
        card.element.remove();
        cards.delete(id);
      }
      for (const [index, player] of players.entries()) {
        let card = cards.get(player.id);
        if (!card) {
          card = createCard(player, index, options.onDuty);
          cards.set(player.id, card);
          container?.append(card.element);
        }
        card.show(player);
      }
    },
  };
}

function createCard(
  player: PlayerView,
  index: number,
  onDuty: (player: number, isGranted: boolean) => void,
): Card {
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
  const feed = createFeed(player.firstName);
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
    feed.element,
  );

  let isGranted = false;
  duty.addEventListener('click', () => onDuty(player.id, !isGranted));
  return {
    element,
    show(now) {
      isGranted = now.isGranted;
      setText(pill, now.isOnDuty === null ? 'Unknown' : now.isOnDuty ? 'On duty' : 'Off duty');
      pill.classList.toggle('on', now.isOnDuty === true);
      duty.setAttribute('aria-checked', String(isGranted));
      setText(about, `${player.role} · ${count(now.blips.length, 'blip')}`);
      feed.show(now.posts, now.isOnDuty);
    },
  };
}
