// Upgrades to a websocket that do not come about.
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FailureOptions } from '../rest/failures.ts';

/** Answers with a status and closes. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** Lets an upgrade fail on demand. A `timeout` leaves the socket as it is, open and unanswered. */
export function failUpgrade(socket: Duplex, failure: FailureOptions): void {
  if ('status' in failure) refuseUpgrade(socket, failure.status);
  else if ('garbage' in failure) socket.end(failure.garbage === true ? 'garbage\r\n\r\n' : failure.garbage);
  else if ('reset' in failure && socket instanceof Socket) socket.resetAndDestroy();
}

/** Status that a failing upgrade is answered with; null when there is none. */
export function failedStatus(failure: FailureOptions): number | null {
  return 'status' in failure ? failure.status : null;
}
