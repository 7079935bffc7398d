// The status of a websocket that is not used, to start from.

import type { WebsocketStatus } from '../../server/websocket/start-websocket.ts';

export const noWebsocket: WebsocketStatus = {
  transport: 'http',
  missing: null,
  connectedSince: null,
  isRefused: false,
  reconnects: 0,
  events: 0,
  lastEventAt: null,
  lastError: null,
  lastErrorAt: null,
};
