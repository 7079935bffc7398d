// Keeps a session with the CAD: connects, and connects again whenever it was lost, for as long as it is wanted.

import { type Result, refuse } from '../../shared/result.ts';
import type { Cancel, Clock, Console } from '../ports.ts';
import { pauseAfter } from './backoff.ts';
import { type CadSession, createCadSession, type SessionEnd } from './cad-session.ts';
import type { OpenSocket } from './hub-socket.ts';
import { type HubTarget, isSameTarget } from './hub-target.ts';
import { createWebsocketNotices, STEADY_MS } from './websocket-notices.ts';

export interface WebsocketTransportPorts {
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly console: Console;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Read for every connection. */
  readonly maxMessageBytes: () => number;
  /** An event as it came: the text or the object of an envelope, or anything else. Must not throw. */
  readonly receive: (envelope: unknown) => void;
  /** Something came that is no message of the hub's protocol. */
  readonly onUnreadable: () => void;
  /** Connected again: events may have been lost meanwhile. */
  readonly onResumed: () => void;
}

/** The connection in numbers, since the start. Times are ms since the epoch. */
export interface ConnectionStatus {
  /** Null while there is none. */
  readonly connectedSince: number | null;
  /** The CAD did not accept us when it was last tried. */
  readonly isRefused: boolean;
  /** How often it was lost and made again. */
  readonly reconnects: number;
  /** Events that came over it. */
  readonly events: number;
  readonly lastEventAt: number | null;
  /** What went wrong last, or null. */
  readonly lastError: string | null;
  readonly lastErrorAt: number | null;
}

export interface WebsocketTransport {
  /** From now on a session with this target is wanted; `missing` says why there is none. The same again does nothing. */
  aim(target: HubTarget | null, missing?: string): void;
  status(): ConnectionStatus;
  /** Calls a method of the hub; refused while there is no session, or when it ends before the answer. */
  invoke(method: string, args: readonly unknown[]): Promise<Result<unknown, string>>;
  /** Ends the session. Synchronous. */
  stop(): void;
}

/** A refusal does not become a welcome by asking again soon. */
const REFUSED_MS = 60_000;

/** Does nothing before it has a target. */
export function createWebsocketTransport(ports: WebsocketTransportPorts): WebsocketTransport {
  const { open, clock, console, random, maxMessageBytes, receive, onUnreadable, onResumed } = ports;
  const notices = createWebsocketNotices(console);
  let target: HubTarget | null = null;
  let session: CadSession | null = null;
  /** Ends of calls that wait for their answer. */
  const waiting = new Set<(answer: Result<unknown, string>) => void>();
  let timer: Cancel | null = null;
  let failuresInRow = 0;
  /** The last session broke soon: the next one is told of only when it has held for a while. */
  let isShaky = false;
  let connectedSince: number | null = null;
  let isRefused = false;
  let sessions = 0;
  let events = 0;
  let lastEventAt: number | null = null;
  let lastError: string | null = null;
  let lastErrorAt: number | null = null;

  /** One thing at a time is waited for: the next attempt, or that a session proves steady. */
  function wait(ms: number, run: () => void): void {
    timer?.();
    timer = clock.after(ms, () => {
      timer = null;
      run();
    });
  }

  function connect(to: HubTarget): void {
    session = createCadSession({
      open,
      clock,
      target: to,
      maxMessageBytes: maxMessageBytes(),
      onReady: () => ready(to),
      onEvent(envelope) {
        events += 1;
        lastEventAt = clock.now();
        receive(envelope);
      },
      onUnreadable,
      onEnd: (end) => lost(to, end),
    });
  }

  function ready(to: HubTarget): void {
    connectedSince = clock.now();
    isRefused = false;
    sessions += 1;
    if (!isShaky) notices.up(to);
    wait(STEADY_MS, () => {
      failuresInRow = 0;
      isShaky = false;
      notices.up(to);
    });
    if (sessions > 1) onResumed();
  }

  function lost(to: HubTarget, { reason, isRefused: isUnwanted }: SessionEnd): void {
    const lastedMs = connectedSince === null ? null : clock.now() - connectedSince;
    if (lastedMs !== null) isShaky = lastedMs < STEADY_MS;
    failuresInRow += 1;
    session = null;
    connectedSince = null;
    giveUpCalls();
    isRefused = isUnwanted;
    lastError = reason;
    lastErrorAt = clock.now();
    if (isRefused) notices.refused(reason);
    else notices.down(reason, lastedMs);
    wait(isRefused ? REFUSED_MS : pauseAfter(failuresInRow, random()), () => connect(to));
  }

  function end(): void {
    timer?.();
    timer = null;
    session?.close();
    session = null;
    connectedSince = null;
    giveUpCalls();
  }

  function giveUpCalls(): void {
    for (const settle of waiting) settle(refuse('the connection has ended'));
    waiting.clear();
  }

  return {
    aim(next, missing) {
      if (!isSameTarget(next, target)) {
        end();
        notices.reset();
        target = next;
        failuresInRow = 0;
        isShaky = false;
        isRefused = false;
        if (next) wait(0, () => connect(next));
      }
      if (missing !== undefined) notices.missing(missing);
    },
    status: () => ({
      connectedSince,
      isRefused,
      reconnects: Math.max(0, sessions - 1),
      events,
      lastEventAt,
      lastError,
      lastErrorAt,
    }),
    invoke(method, args) {
      const to = session;
      if (!to || connectedSince === null) return Promise.resolve(refuse('there is no connection'));
      return new Promise((resolve) => {
        waiting.add(resolve);
        to.invoke(method, args, (answer) => {
          waiting.delete(resolve);
          resolve(answer);
        });
      });
    },
    stop: end,
  };
}
