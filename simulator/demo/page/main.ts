// The page of the demo: shows what the server tells and sends what is pressed.

import type { ServerMessage } from '../messages.ts';
import type { DemoState } from '../views.ts';
import { createBoard } from './board.ts';
import { createCadPanel } from './cad-panel.ts';
import { createChoice, EVERYONE } from './choice.ts';
import { connect } from './connection.ts';
import { createConsole } from './console.ts';
import { byId, count, setText } from './dom.ts';
import { createFixtures } from './fixtures.ts';
import { createMap } from './map.ts';
import { createPlayers } from './players.ts';
import { createScreen } from './screen.ts';
import { createStoryPanel } from './story.ts';

const banner = byId('banner', HTMLElement);
const panels = byId('panels', HTMLElement);
const serverState = byId('server-state', HTMLElement);

let state: DemoState | null = null;
const choice = createChoice(showChosen);
const map = createMap((player, x, y) => connection.send({ type: 'drive', player, x, y }));
const screen = createScreen((action) => connection.send(action));
const players = createPlayers({
  onDuty: (player, isGranted) => connection.send({ type: 'duty', player, isGranted }),
  onLook: (player) => choice.choose({ view: 'screen', player }),
});
const board = createBoard();
const cad = createCadPanel((action) => connection.send(action));
const story = createStoryPanel((action) => connection.send(action));
const fixtures = createFixtures((name) => connection.send({ type: 'fixture', name }));
const serverConsole = createConsole((action) => connection.send(action));

/** The map or a screen. */
function showChosen(): void {
  if (!state) return;
  const { view, player } = choice.now;
  const chosen = state.players.filter(({ id }) => id === player || player === EVERYONE);
  panels.dataset.view = view;
  map.show(state.players, view === 'map' ? player : null);
  screen.show(state.players, view === 'screen' ? (chosen[0] ?? null) : null);
  const blips = chosen.reduce((sum, { blips }) => sum + blips.length, 0);
  const duty = chosen[0]?.isOnDuty === false ? `${chosen[0].firstName} is off duty: no calls, no blips` : '';
  setText(byId('view-note', HTMLElement), view === 'map' ? count(blips, 'blip') : duty);
}

function showState(now: DemoState): void {
  state = now;
  setText(serverState, state.isRunning ? 'Resource running' : 'Resource stopped');
  serverState.classList.toggle('on', state.isRunning);
  serverState.classList.toggle('off', !state.isRunning);
  choice.offer(state.players);
  showChosen();
  players.show(state.players);
  board.show(state.board, state.players);
  cad.show(state.cad, state.players);
  story.show(state.story);
  serverConsole.showRunning(state.isRunning);
}

function onMessage(message: ServerMessage): void {
  switch (message.type) {
    case 'hello':
      setText(byId('event-url', HTMLElement), message.eventUrl);
      fixtures.show(message.fixtures);
      story.begin(message.story);
      cad.prefill(message.example);
      serverConsole.replace(message.lines);
      showState(message.state);
      return;
    case 'state':
      showState(message.state);
      return;
    case 'lines':
      serverConsole.append(message.lines);
      return;
    case 'reply':
      cad.showReply(message.reply);
      fixtures.showReply(message.reply);
      story.showReply(message.reply);
      return;
    case 'screen':
      screen.tell(message.player, message.messages);
  }
}

const connection = connect({
  onMessage,
  onLost() {
    setText(banner, 'The demo has stopped. Start it again with "npm start"; this page reconnects by itself.');
    banner.hidden = false;
    panels.inert = true;
    setText(serverState, 'Not connected');
    serverState.classList.remove('on');
    serverState.classList.add('off');
  },
});
