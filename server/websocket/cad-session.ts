// A session with the CAD: an authenticated connection to its hub, over which it sends the events of this server.

import { cutText, toConsoleText } from '../../shared/text.ts';
import { hideKeys } from '../http/api-keys.ts';
import type { Clock } from '../ports.ts';
import { isObject } from '../push/envelope.ts';
import { createHubConnection, type HubConnection } from './hub-connection.ts';
import type { OpenSocket } from './hub-socket.ts';
import type { HubTarget } from './hub-target.ts';

/** Why a session has ended or never came to be. */
export interface SessionEnd {
  /** A few words, without the key. */
  readonly reason: string;
  /** The CAD does not want us: trying again at once would change nothing. */
  readonly isRefused: boolean;
}

export interface CadSessionPorts {
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly target: HubTarget;
  readonly maxMessageBytes: number;
  /** Authenticated: from now on events come here. */
  readonly onReady: () => void;
  /** An event as it came: the text or the object of an envelope, or anything else. */
  readonly onEvent: (envelope: unknown) => void;
  readonly onUnreadable: () => void;
  /** Once at most, and not after `close`. */
  readonly onEnd: (end: SessionEnd) => void;
}

/** `invoke` is for when it is ready. */
export type CadSession = Pick<HubConnection, 'invoke' | 'close'>;

/** Hub methods are found whatever their case, as SignalR's own clients do it. */
const EVENT_METHOD = 'pushevent';
const MAX_REASON = 200;

/** Starts to connect and to authenticate. */
export function createCadSession(ports: CadSessionPorts): CadSession {
  const { target, onReady, onEvent, onEnd } = ports;
  const { communityId, key, serverId } = target;

  const end = (reason: string, isRefused: boolean) => onEnd({ reason: toReason(reason, key), isRefused });

  function authenticate(): void {
    hub.invoke('authenticatev2', [communityId, key, serverId], (answer) => {
      const refusal = answer.ok ? readRefusal(answer.value) : answer.error;
      if (refusal === null) return onReady();
      hub.close();
      end(refusal, true);
    });
  }

  const hub = createHubConnection({
    ...ports,
    url: target.url,
    onReady: authenticate,
    onCall(method, [envelope]) {
      if (method.toLowerCase() !== EVENT_METHOD) return false;
      onEvent(envelope);
      return true;
    },
    onEnd: (reason) => end(reason, false),
  });
  return { invoke: hub.invoke, close: hub.close };
}

/** The answer is `{ success, error, count }`. */
function readRefusal(result: unknown): string | null {
  if (!isObject(result)) return 'its answer to the authentication cannot be read';
  if (result.success === true) return null;
  return typeof result.error === 'string' && result.error !== '' ? result.error : 'no reason given';
}

/** Words of the other side, fit for the console: one line, not too long, and without the key should it be quoted. */
function toReason(reason: string, key: string): string {
  const plain = toConsoleText(reason).trim().replace(/\.$/, '');
  return cutText(hideKeys([plain], [key]).join(), MAX_REASON);
}
