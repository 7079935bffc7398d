// The websocket as a line of the status command.

import type { WebsocketStatus } from './start-websocket.ts';

/** One line; none when events come over HTTP only. `ago` words a time. */
export function describeWebsocket(status: WebsocketStatus, ago: (at: number) => string): string[] {
  const { transport, missing, connectedSince, isRefused, reconnects, events, lastError, lastErrorAt } =
    status;
  if (transport === 'http') return [];
  if (missing !== null) return [`Websocket: off. ${missing}`];
  const state =
    connectedSince !== null
      ? `connected for ${ago(connectedSince)}`
      : isRefused
        ? 'not accepted by the CAD'
        : 'not connected';
  const trouble =
    lastError === null || lastErrorAt === null ? '' : ` Last trouble, ${ago(lastErrorAt)} ago: ${lastError}.`;
  return [
    `Websocket: ${state}, ${events} event${events === 1 ? '' : 's'}, ${reconnects} reconnect${reconnects === 1 ? '' : 's'}.${trouble}`,
  ];
}
