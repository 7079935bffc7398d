// What is looked at: the map or a screen, and whose. It stands in the address as well, so that a reload keeps it.

import type { PlayerView } from '../views.ts';
import { byId, el } from './dom.ts';

export type View = 'map' | 'screen';

export interface Choice {
  readonly view: View;
  /** Id of a player; `EVERYONE` on the map only. */
  readonly player: number;
}

export interface ChoicePanel {
  readonly now: Choice;
  /** Who can be chosen. */
  offer(players: readonly PlayerView[]): void;
  choose(choice: Choice): void;
}

/** Chosen in place of a player's id. */
export const EVERYONE = 0;

/** Binds the head of the panel; `onChange` is told when something else was chosen. */
export function createChoice(onChange: () => void): ChoicePanel {
  const views = byId('view-choice', HTMLElement);
  const container = byId('player-choice', HTMLElement);
  let players: readonly PlayerView[] = [];
  let now = readAddress();

  function choose(choice: Choice): void {
    // There is no screen of everyone.
    const player = choice.view === 'screen' && choice.player === EVERYONE ? players[0]?.id : choice.player;
    now = { view: choice.view, player: player ?? choice.player };
    history.replaceState(null, '', `#${now.view}-${now.player}`);
    show();
    onChange();
  }

  function show(): void {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name="view"]'))
      input.checked = input.value === now.view;
    for (const input of container.querySelectorAll('input')) {
      input.checked = Number(input.value) === now.player;
      input.disabled = now.view === 'screen' && Number(input.value) === EVERYONE;
    }
  }

  views.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement)
      choose({ ...now, view: target.value === 'map' ? 'map' : 'screen' });
  });
  container.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose({ ...now, player: Number(target.value) });
  });
  window.addEventListener('hashchange', () => choose(readAddress()));

  return {
    get now() {
      return now;
    },
    choose,
    offer(offered) {
      const isNew = players.length !== offered.length;
      players = offered;
      if (!isNew) return;
      const names = [...players, { id: EVERYONE, firstName: 'All' }];
      container.replaceChildren(...names.map(drawOption));
      const isKnown = names.some(({ id }) => id === now.player);
      choose(isKnown ? now : { ...now, player: players[0]?.id ?? EVERYONE });
    },
  };
}

function drawOption({ id, firstName }: Pick<PlayerView, 'id' | 'firstName'>, index: number): HTMLElement {
  const input = el('input', { type: 'radio', name: 'player', value: String(id) });
  return el('label', { class: id === EVERYONE ? '' : `tint-${index}` }, input, el('span', {}, firstName));
}

/** `#map-1`; the screen of nobody in particular when the address says nothing. */
function readAddress(): Choice {
  const [, view, player] = /^#(map|screen)-(\d+)$/.exec(location.hash) ?? [];
  return { view: view === 'map' ? 'map' : 'screen', player: player === undefined ? -1 : Number(player) };
}
