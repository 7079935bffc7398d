// A player's screen: a street, the minimap, the feed, the chat and the NUI page over it, with keys and a line to type.

import type { Action } from '../messages.ts';
import type { PlayerView } from '../views.ts';
import { byId, el, setText } from './dom.ts';
import { drawPost } from './feed.ts';
import { createFrames } from './frames.ts';
import { createKeyCaps } from './key-caps.ts';
import { createKeyedList } from './keyed-list.ts';
import { createMinimap } from './minimap.ts';
import { drawRuns } from './runs.ts';

export interface ScreenPanel {
  /** `shown` is whose screen is looked at, or null. */
  show(players: readonly PlayerView[], shown: PlayerView | null): void;
  /** Passes on what a player's client script says to the page. */
  tell(player: number, messages: readonly unknown[]): void;
}

/** Binds the screen of the page. */
export function createScreen(send: (action: Action) => void): ScreenPanel {
  const view = byId('screen-view', HTMLElement);
  const stage = byId('stage', HTMLElement);
  const note = byId('stage-note', HTMLElement);
  const form = byId('say-form', HTMLFormElement);
  const input = byId('say-input', HTMLInputElement);
  const commands = byId('say-commands', HTMLDataListElement);
  // Keys are pressed in it, so it must be reachable with the keyboard.
  stage.tabIndex = 0;
  let player: PlayerView | null = null;
  const act = (run: (id: number) => Action) => player && send(run(player.id));

  const frames = createFrames(byId('frames', HTMLElement), (id, name, body) =>
    send({ type: 'ask', player: id, name, body }),
  );
  const minimap = createMinimap(byId('minimap', HTMLElement), (x, y) =>
    act((id) => ({ type: 'drive', player: id, x, y })),
  );
  const keys = createKeyCaps(byId('keys', HTMLElement), stage, (key) =>
    act((id) => ({ type: 'press', player: id, key })),
  );
  const showPosts = createKeyedList<PlayerView['posts'][number]>({
    container: byId('stage-posts', HTMLElement),
    keyOf: ({ id }) => id,
    create: (post) => ({ element: drawPost(post), show: () => undefined }),
  });
  const showChat = createKeyedList<PlayerView['screen']['chat'][number]>({
    container: byId('chat', HTMLElement),
    keyOf: ({ at, runs }) => `${at} ${runs.map(({ text }) => text).join('')}`,
    create: ({ runs }) => ({ element: el('li', {}, ...drawRuns(runs)), show: () => undefined }),
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line !== '') act((id) => ({ type: 'say', player: id, line }));
    input.value = '';
  });

  function showCommands(offered: PlayerView['screen']['commands']): void {
    if (commands.childElementCount === offered.length) return;
    commands.replaceChildren(...offered.map(({ name, help }) => el('option', { value: name }, help)));
  }

  function showStage({ firstName, isOnDuty, screen }: PlayerView): void {
    const { page, posts, chat } = screen;
    stage.setAttribute('aria-label', `Screen of ${firstName}. Keys work while it has the focus.`);
    const example = isOnDuty ? 'cad help' : '911 Somebody is breaking into my car';
    input.placeholder = `${firstName} types, such as: ${example}`;
    note.hidden = page !== null;
    setText(note, 'The resource does not run: there is no page.');
    showPosts(posts);
    showChat(chat);
    showCommands(screen.commands);
    keys.show(screen.keys);
  }

  return {
    show(players, shown) {
      player = shown;
      view.hidden = shown === null;
      frames.show(players, shown);
      if (!shown) return;
      minimap.show(shown);
      showStage(shown);
    },
    tell: frames.tell,
  };
}
