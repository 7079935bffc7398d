// One connection to a SignalR hub: handshake, pings, calls in both directions, and its end.

import { ok, type Result, refuse } from '../../shared/result.ts';
import type { Cancel, Clock } from '../ports.ts';
import { createFrameReader, encodeFrame, type HubMessage, MESSAGE_TYPE } from './hub-frames.ts';
import type { OpenSocket } from './hub-socket.ts';

export interface HubConnectionPorts {
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly url: string;
  readonly maxMessageBytes: number;
  /** The hub has shaken hands: it can be called. */
  readonly onReady: () => void;
  /** The hub calls a method of ours; false when there is none of that name. Must not throw. */
  readonly onCall: (method: string, args: readonly unknown[]) => boolean;
  /** A message that is none was passed over. */
  readonly onUnreadable: () => void;
  /** It has ended, or never came to be: why. Once at most, and not after `close`. */
  readonly onEnd: (reason: string) => void;
}

export interface HubConnection {
  /** Calls a method of the hub. `onAnswer` runs once, unless the connection ends before; no answer in time ends it. */
  invoke(method: string, args: readonly unknown[], onAnswer: (answer: Result<unknown, string>) => void): void;
  close(): void;
}

/** How long the hub may take for each step: the connection, the handshake, the answer to a call. */
const STEP_MS = 15_000;
/** Both as SignalR's own clients have it; hubs expect a sign of life within 30 s, too. */
const PING_MS = 15_000;
const SILENCE_MS = 30_000;

/** Starts to connect; nothing is told before it returns. */
export function createHubConnection(ports: HubConnectionPorts): HubConnection {
  const { open, clock, url, maxMessageBytes, onReady, onCall, onUnreadable, onEnd } = ports;
  const frames = createFrameReader();
  const answers = new Map<string, (answer: Result<unknown, string>) => void>();
  const timers = new Set<Cancel>();
  let state: 'connecting' | 'shaking' | 'ready' | 'ended' = 'connecting';
  let heardAt = clock.now();
  let calls = 0;

  function after(ms: number, run: () => void): Cancel {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
    return () => {
      timers.delete(cancel);
      cancel();
    };
  }

  function stop(): void {
    state = 'ended';
    for (const cancel of timers) cancel();
    timers.clear();
    answers.clear();
    socket.close();
  }

  function end(reason: string): void {
    if (state === 'ended') return;
    stop();
    onEnd(reason);
  }

  const send = (message: HubMessage) => socket.send(encodeFrame(message));
  /** Ends a connection of which a step takes too long. */
  const expect = (what: () => string) => after(STEP_MS, () => end(`${what()} within ${STEP_MS / 1000} s`));

  function ping(): void {
    send({ type: MESSAGE_TYPE.ping });
    after(PING_MS, ping);
  }

  /** Ends a connection that has gone silent: half-open ones are noticed in no other way. */
  function listen(ms: number): void {
    after(ms, () => {
      const silence = clock.now() - heardAt;
      if (silence >= SILENCE_MS) end(`nothing was heard for ${SILENCE_MS / 1000} s`);
      // At most the whole time, also when the clock of the machine was set back.
      else listen(Math.min(SILENCE_MS - silence, SILENCE_MS));
    });
  }

  function shakeHands({ error }: HubMessage): void {
    if (error !== undefined) return end(`the hub refused the handshake: ${toText(error)}`);
    handshake();
    state = 'ready';
    after(PING_MS, ping);
    listen(SILENCE_MS);
    onReady();
  }

  function receive(message: HubMessage): void {
    switch (message.type) {
      case MESSAGE_TYPE.invocation: {
        const { target, arguments: args, invocationId } = message;
        const isKnown = onCall(toText(target), Array.isArray(args) ? args : []);
        // Without an id no answer is wanted.
        if (typeof invocationId === 'string') {
          const outcome = isKnown ? { result: null } : { error: 'There is no such method.' };
          send({ type: MESSAGE_TYPE.completion, invocationId, ...outcome });
        }
        return;
      }
      case MESSAGE_TYPE.completion: {
        const { invocationId, result, error } = message;
        answers.get(toText(invocationId))?.(error === undefined ? ok(result) : refuse(toText(error)));
        return;
      }
      case MESSAGE_TYPE.close:
        return end(
          message.error === undefined ? 'the hub said goodbye' : `the hub said ${toText(message.error)}`,
        );
      default:
      // Pings only show that the hub is there; of streams none was ever started.
    }
  }

  function read(text: string): void {
    heardAt = clock.now();
    for (const message of frames.read(text)) {
      if (state === 'ended') return;
      if (message === null) {
        if (state === 'ready') onUnreadable();
        else end('what answers there is no SignalR hub');
      } else if (state === 'ready') receive(message);
      else shakeHands(message);
    }
    if (frames.waiting() > maxMessageBytes) end('a message was larger than allowed');
  }

  const handshake = expect(() => (state === 'connecting' ? 'no connection' : 'no handshake'));
  const socket = open(url, maxMessageBytes, {
    onOpen() {
      state = 'shaking';
      send({ protocol: 'json', version: 1 });
    },
    onText: read,
    onBinary: onUnreadable,
    onEnd: end,
  });

  return {
    invoke(method, args, onAnswer) {
      calls += 1;
      const invocationId = String(calls);
      const cancel = expect(() => `no answer to ${method}`);
      answers.set(invocationId, (answer) => {
        answers.delete(invocationId);
        cancel();
        onAnswer(answer);
      });
      send({ type: MESSAGE_TYPE.invocation, invocationId, target: method, arguments: args });
    },
    close() {
      if (state !== 'ended') stop();
    },
  };
}

/** What the protocol has as text; it may be anything, and not everything can be made text. */
const toText = (value: unknown) => (typeof value === 'string' ? value : '?');
