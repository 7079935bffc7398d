// Events between a server and its game clients: who gets what, and what the host's limiters let through.
import type { NativeCaller } from '../natives/native.ts';
import type { Host } from './host.ts';
import { createRateLimiter } from './limiter.ts';
import { createLog, type Log } from './log.ts';
import type { Players } from './players.ts';

/** Why a player left, as the third argument of `playerDropped` spells it (ClientDropReasons.h). */
export const dropReasons = {
  resource: 1,
  client: 2,
  server: 3,
  serverShutdown: 7,
  netEventRateLimit: 9,
  latentNetEventRateLimit: 10,
  commandRateLimit: 11,
} as const;

/** An event a server sent. */
export interface SentEvent {
  readonly name: string;
  /** -1 for everybody. */
  readonly target: number;
  /** Bytes of the packed arguments. */
  readonly size: number;
  /** Unpacked when first read. */
  readonly args: readonly unknown[];
  readonly latent: boolean;
  readonly resource: string;
  readonly at: number;
}

/** The other end of a connection: whatever stands for the game of a player. */
export interface NetClient {
  receive(name: string, payload: Uint8Array): void;
}

export interface NetPorts {
  host: Host;
  players: Players;
  client(id: number): NetClient | undefined;
  kick(id: number, reason: string, code: number): void;
  /** Runs a console line with the rights of a player. */
  runCommand(id: number, line: string): void;
}

export interface ServerNet {
  readonly sent: Log<SentEvent>;
  send(name: string, target: string, payload: Uint8Array, caller: NativeCaller): void;
  sendLatent(name: string, target: string, payload: Uint8Array, caller: NativeCaller): void;
  /** An event packet of a client. */
  receive(id: number, name: string, payload: Uint8Array): void;
  /** A command packet of a client. */
  receiveCommand(id: number, line: string): void;
}

const SENT_EVENTS = 20_000;
/** The host warns from here on, once in five seconds. */
const LARGE_EVENT = 1_000_000;
const WARNING_PAUSE = 5_000;
/** Largest packed event a client may send; larger packets are not read. */
const LARGEST_CLIENT_EVENT = 384 * 1024;
const LONGEST_NAME = 65_535;

export function createServerNet(ports: NetPorts): ServerNet {
  const { host, players } = ports;
  const sent = createLog<SentEvent>(SENT_EVENTS);
  const limit = (name: string, rate: number, burst: number) =>
    createRateLimiter({ now: host.now, convar: host.convars.get }, name, rate, burst);
  const eventLimit = limit('netEvent', 50, 200);
  const eventFloodLimit = limit('netEventFlood', 75, 300);
  const eventSizeLimit = limit('netEventSize', 128 * 1024, 384 * 1024);
  const commandLimit = limit('netCommand', 7, 14);
  const commandFloodLimit = limit('netCommandFlood', 25, 45);
  const commandSizeLimit = limit('netCommandSize', 1024, 8 * 1024);
  let lastWarning = Number.NEGATIVE_INFINITY;

  const complain = (message: string) => host.problem('event', message, null);

  function record(
    name: string,
    target: number,
    payload: Uint8Array,
    latent: boolean,
    caller: NativeCaller,
  ): void {
    let args: readonly unknown[] | null = null;
    sent.add({
      name,
      target,
      size: payload.length,
      get args() {
        args ??= (host.refs.decode(payload) ?? []) as unknown[];
        return args;
      },
      latent,
      resource: caller.resource,
      at: host.now(),
    });
  }

  function deliver(target: number, name: string, payload: Uint8Array): void {
    if (target === -1) for (const { id } of players.all()) ports.client(id)?.receive(name, payload);
    else ports.client(players.get(target)?.id ?? 0)?.receive(name, payload);
  }

  function warnOfSize(name: string, size: number, caller: NativeCaller): void {
    if (size < LARGE_EVENT || host.now() - lastWarning < WARNING_PAUSE) return;
    lastWarning = host.now();
    host.print('citizen-server-impl', `Warning: sending large event ${name} (${size} bytes).`, null);
    caller.problem('event', `${name}: ${size} bytes in one event stall the connection`);
  }

  /** Drops an event or, when the flood limit is gone as well, the player. */
  function passes(id: number, what: 'event' | 'command'): boolean {
    const [soft, flood] =
      what === 'event' ? [eventLimit, eventFloodLimit] : [commandLimit, commandFloodLimit];
    if (soft.consume(id)) return true;
    if (flood.consume(id)) complain(`player ${id}: ${what} dropped, too many`);
    else if (what === 'event') kick(id, 'Reliable network event overflow.', dropReasons.netEventRateLimit);
    else kick(id, 'Reliable server command overflow.', dropReasons.commandRateLimit);
    return false;
  }

  function kick(id: number, reason: string, code: number): void {
    complain(`player ${id} kicked: ${reason}`);
    ports.kick(id, reason, code);
  }

  return {
    sent,
    send(name, target, payload, caller) {
      warnOfSize(name, payload.length, caller);
      // Only this exact text means everybody; anything else goes through `atoi`.
      const id = target === '-1' ? -1 : Number.parseInt(target, 10) || 0;
      if (!/^\s*[-+]?\d/.test(target)) {
        caller.problem('event', `emitNet ${name}: the target '${target}' is no number, so nobody gets it`);
      }
      record(name, id, payload, false, caller);
      if (target === '-1' || id !== -1) deliver(id, name, payload);
    },
    sendLatent(name, target, payload, caller) {
      if (host.convars.get('sv_enableNetEventReassembly') === 'false') {
        const message = 'TRIGGER_LATENT_CLIENT_EVENT_INTERNAL requires setr sv_enableNetEventReassembly true';
        host.print(`script:${caller.resource}`, `^3Warning: [natives] ${message}^7`, caller.resource);
        caller.problem('event', `latent ${name} dropped: ${message}`);
        return;
      }
      const digits = /^\s*[-+]?\d+/.exec(target)?.[0];
      if (digits === undefined) throw new Error('stoi');
      record(name, Number(digits), payload, true, caller);
      deliver(Number(digits), name, payload);
    },
    receive(id, name, payload) {
      if (!players.get(id)) return;
      if (payload.length > LARGEST_CLIENT_EVENT || Buffer.byteLength(name) > LONGEST_NAME) {
        complain(`player ${id}: ${name} refused, ${payload.length} bytes are too many`);
        return;
      }
      if (!passes(id, 'event')) return;
      if (!eventSizeLimit.consume(id, Buffer.byteLength(name) + payload.length)) {
        kick(id, `Reliable network event size overflow: ${name}`, dropReasons.netEventRateLimit);
        return;
      }
      host.events.queue(name, payload, `net:${id}`);
    },
    receiveCommand(id, line) {
      if (!players.get(id) || !passes(id, 'command')) return;
      if (!commandSizeLimit.consume(id, Buffer.byteLength(line))) {
        kick(id, `Reliable server command size overflow: ${line}`, dropReasons.commandRateLimit);
        return;
      }
      ports.runCommand(id, line);
    },
  };
}
