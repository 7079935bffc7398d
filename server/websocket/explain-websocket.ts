// What the doctor says of the websocket.

import { type Finding, failure, fine, warning } from '../ops/findings.ts';
import { duration, type Status } from '../ops/status.ts';

/** A session that breaks so often is hardly alone. */
const MANY_RECONNECTS_PER_HOUR = 6;
const HOUR = 3_600_000;

/** What is looked at. */
export interface WebsocketFacts {
  readonly status: Pick<Status, 'websocket' | 'events' | 'refused' | 'startedAt'>;
  /** ms since the epoch. */
  readonly now: number;
  /** Whether the official resource runs beside this one. */
  readonly isOfficialRunning: boolean;
}

/** Whether events come the way that is set, and who may take them when they do not. */
export function explainWebsocket({ status, now, isOfficialRunning }: WebsocketFacts): Finding[] {
  const { websocket, events, refused, startedAt } = status;
  const { transport, missing, connectedSince, isRefused, reconnects, lastError } = websocket;
  if (transport === 'http') {
    // Refused requests have arrived, too: then nobody takes them away. Of the official resource there is a finding of its own.
    const isSilent = events.accepted === 0 && Object.keys(refused).length === 0 && !isOfficialRunning;
    return [
      isSilent
        ? warning(
            'SC-SOCKET',
            'While any tool, such as the official resource on another server, holds a websocket session for the same server id, the CAD sends all events there and none to the game port.',
            'Stop that tool, or let it forward its events here. If it is none of that: set "transport": "both" in config.json.',
          )
        : fine('SC-SOCKET', 'No websocket is used: events come to the game port.'),
    ];
  }
  if (missing !== null) {
    return [
      failure(
        'SC-SOCKET',
        `The websocket is set up in config.json only. ${missing}`,
        'See docs/websocket.md.',
      ),
    ];
  }
  if (isRefused) {
    return [
      failure(
        'SC-SOCKET',
        `Sonoran CAD did not accept us on its websocket: ${lastError}.`,
        'Compare sonoran_communityID, sonoran_apiKey and sonoran_serverId in server.cfg with the CAD; its plan must include the API.',
      ),
    ];
  }
  if (connectedSince === null) {
    return [
      failure(
        'SC-SOCKET',
        `The websocket is not connected${lastError === null ? ' yet' : `: ${lastError}`}.`,
        'It is tried again by itself. Check internet connection and firewall of this machine, and sonoran_apiUrl in server.cfg.',
      ),
    ];
  }
  const hours = Math.max(1, (now - startedAt) / HOUR);
  if (reconnects / hours > MANY_RECONNECTS_PER_HOUR) {
    return [
      warning(
        'SC-SOCKET',
        `The websocket is connected, but was lost ${reconnects} times (${lastError}).`,
        'Look whether another tool, such as the official resource, uses the same server id: the CAD keeps one session for each.',
      ),
    ];
  }
  if (isOfficialRunning) {
    return [
      warning(
        'SC-SOCKET',
        'The websocket is connected, but the official resource runs beside this one. The CAD keeps one session for each server id: whoever connects last takes the events of the other.',
        'Stop the official resource, or set "transport": "http" here and let it forward its events to this one.',
      ),
    ];
  }
  return [fine('SC-SOCKET', `The websocket has been connected for ${duration(now - connectedSince)}.`)];
}
