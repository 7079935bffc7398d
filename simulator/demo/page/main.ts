// The page of the demo: shows what the server tells and sends what is pressed.

import type { DemoState, ServerMessage } from '../messages.ts';
import { createCadPanel } from './cad-panel.ts';
import { connect } from './connection.ts';
import { createConsole } from './console.ts';
import { byId, setText } from './dom.ts';
import { createFixtures } from './fixtures.ts';
import { createMap } from './map.ts';
import { createPlayers } from './players.ts';

const banner = byId('banner', HTMLElement);
const panels = byId('panels', HTMLElement);
const serverState = byId('server-state', HTMLElement);

const map = createMap();
const players = createPlayers({
  onDuty: (player, isGranted) => connection.send({ type: 'duty', player, isGranted }),
});
const cad = createCadPanel((action) => connection.send(action));
const fixtures = createFixtures((name) => connection.send({ type: 'fixture', name }));
const serverConsole = createConsole((action) => connection.send(action));

function showState(state: DemoState): void {
  setText(serverState, state.isRunning ? 'Resource running' : 'Resource stopped');
  serverState.classList.toggle('on', state.isRunning);
  serverState.classList.toggle('off', !state.isRunning);
  map.show(state.players);
  players.show(state.players);
  cad.show(state.cad);
  serverConsole.showRunning(state.isRunning);
}

function onMessage(message: ServerMessage): void {
  switch (message.type) {
    case 'hello':
      setText(byId('event-url', HTMLElement), message.eventUrl);
      fixtures.show(message.fixtures);
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
