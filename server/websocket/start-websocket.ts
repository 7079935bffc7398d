// Builds the websocket transport from settings and console variables, and leads its events to where all events go.

import type { Admit } from '../admit.ts';
import { type Refusal, refusals } from '../http/reply.ts';
import type { Clock, Console, Convars } from '../ports.ts';
import type { OpenSocket } from './hub-socket.ts';
import { readHubTarget } from './hub-target.ts';
import { toBytes } from './to-bytes.ts';
import type { Transport } from './websocket-config.ts';
import {
  type ConnectionStatus,
  createWebsocketTransport,
  type WebsocketTransport,
} from './websocket-transport.ts';

export interface StartWebsocketPorts {
  readonly settings: () => { readonly transport: Transport; readonly maxBodyBytes: number };
  readonly convars: Convars;
  readonly clock: Clock;
  readonly console: Console;
  /** Takes a body in, as one that came by HTTP. */
  readonly admit: Admit;
  /** `from` is in place of an address. */
  readonly onRefused: (from: string, refusal: Refusal) => void;
  /** Connected again: events may have been lost meanwhile. */
  readonly onResumed: () => void;
  readonly open: OpenSocket;
  /** Left out: real chance. From 0 up to 1. */
  readonly random?: () => number;
}

/** The websocket as others see it. */
export interface WebsocketStatus extends ConnectionStatus {
  /** As set: over `http` there is no connection. */
  readonly transport: Transport;
  /** What is missing in server.cfg, or null. */
  readonly missing: string | null;
}

export interface Websocket extends Pick<WebsocketTransport, 'invoke'> {
  status(): WebsocketStatus;
  /** The settings are others now. */
  settingsChanged(): void;
  /** Ends the connection. Synchronous. */
  stop(): void;
}

const FROM = "the CAD's websocket";
/** An envelope is text inside JSON: every quote and backslash of it takes two characters there. */
const ESCAPED = 2;
const HEAD_BYTES = 1024;

/** Synchronous, and without network traffic until the next tick. */
export function startWebsocket(ports: StartWebsocketPorts): Websocket {
  const { settings, convars, clock, console, admit, onRefused, onResumed, open } = ports;
  const { random = Math.random } = ports;

  const refuse = (refusal: Refusal) => onRefused(FROM, refusal);

  function receive(envelope: unknown): void {
    const bytes = toBytes(envelope);
    if (!bytes) return refuse(refusals.payload('body', 'expected JSON'));
    admit({ bytes, header: () => undefined, from: FROM }, (refusal) => refusal && refuse(refusal));
  }

  const transport = createWebsocketTransport({
    ...{ open, clock, console, random, receive, onResumed },
    maxMessageBytes: () => ESCAPED * settings().maxBodyBytes + HEAD_BYTES,
    onUnreadable: () => refuse(refusals.payload('frame', 'expected a message of the hub')),
  });

  const find = () => readHubTarget(convars.get);
  function aim(): void {
    const found = find();
    if (settings().transport === 'http') transport.aim(null);
    else if (found.ok) transport.aim(found.value);
    else transport.aim(null, found.error);
  }

  convars.onChange('sonoran_*', aim);
  aim();
  return {
    status() {
      const { transport: set } = settings();
      const found = find();
      return {
        transport: set,
        missing: set === 'http' || found.ok ? null : found.error,
        ...transport.status(),
      };
    },
    settingsChanged: aim,
    invoke: transport.invoke,
    stop: transport.stop,
  };
}
