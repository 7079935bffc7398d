// All clients of the hub, and what a test may do to them.
import { createLog } from '../../host/log.ts';
import type { PushEnvelope } from '../types.ts';
import type { HubConnection } from './connection.ts';
import type { Caller, LocationReport } from './methods.ts';

export interface SessionView {
  readonly connectionId: string;
  readonly communityId: string;
  readonly serverId: number | null;
}

/** What a test sees of the hub and does to it. What is done meets every connection that is open. */
export interface Hub {
  /** Connections that authenticated. */
  sessions(): SessionView[];
  /** Number of open connections, authenticated or not. */
  connections(): number;
  /** Resolves once there is a session that receives events. */
  whenListening(): Promise<SessionView>;
  /** Resolves once no connection is open. */
  whenEmpty(): Promise<void>;
  /** Places that were reported, oldest first; live. */
  readonly locations: readonly LocationReport[];
  /** Resolves once there are `count` of these reports. */
  whenLocations(count?: number): Promise<readonly LocationReport[]>;
  /** Refuses the next authentications with an error. */
  refuse(error: string, times?: number): void;
  /** Says goodbye and closes; `allowReconnect` tells clients to come back by themselves. */
  drop(goodbye?: { error?: string; allowReconnect?: boolean }): void;
  /** Cuts the connections without a word. */
  kill(): void;
  /** Says and answers nothing any more on open connections, which stay open: a line that died unnoticed. */
  fallSilent(): void;
  /** Sends a text as it stands, such as half a frame. */
  sendText(text: string): void;
  /** Calls a method of the clients. */
  call(target: string, ...args: unknown[]): void;
}

export interface Clients {
  readonly hub: Hub;
  add(caller: Caller, connection: HubConnection): void;
  remove(caller: Caller): void;
  /** Somebody authenticated. */
  changed(): void;
  addLocations(report: LocationReport): void;
  takeRefusal(): string | null;
  /** Sends an event to the sessions of the server; false when there is none. */
  push(envelope: PushEnvelope): boolean;
}

const MAX_REPORTS = 10_000;

export function createClients(serverId: number, payload: 'string' | 'object'): Clients {
  const open = new Map<Caller, HubConnection>();
  const reports = createLog<LocationReport>(MAX_REPORTS);
  const waiting = new Set<() => void>();
  let refusals: string[] = [];

  const all = () => [...open.values()];
  const sessions = () =>
    [...open.keys()].flatMap(({ id, session }) => (session ? [{ connectionId: id, ...session }] : []));
  const listening = () => sessions().find((session) => session.serverId === serverId);

  function changed(): void {
    for (const check of waiting) check();
  }

  /** Resolves with what `find` gives once it gives something. */
  function when<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  }

  return {
    hub: {
      sessions,
      connections: () => open.size,
      whenListening: () => when(listening),
      whenEmpty: async () => void (await when(() => (open.size === 0 ? true : undefined))),
      locations: reports.items,
      whenLocations: (count = 1) => when(() => (reports.items.length < count ? undefined : reports.items)),
      refuse(error, times = 1) {
        refusals = [...refusals, ...Array<string>(times).fill(error)];
      },
      drop: (goodbye) => all().forEach((connection) => void connection.close(goodbye)),
      kill: () => all().forEach((connection) => void connection.terminate()),
      fallSilent: () => all().forEach((connection) => void connection.fallSilent()),
      sendText: (text) => all().forEach((connection) => void connection.sendText(text)),
      call: (target, ...args) => all().forEach((connection) => void connection.call(target, ...args)),
    },
    add(caller, connection) {
      open.set(caller, connection);
    },
    remove(caller) {
      open.get(caller)?.ended();
      open.delete(caller);
      changed();
    },
    changed,
    addLocations(report) {
      reports.add(report);
      changed();
    },
    takeRefusal: () => refusals.shift() ?? null,
    push(envelope) {
      const receivers = [...open].filter(([{ session }]) => session?.serverId === serverId);
      const argument = payload === 'string' ? JSON.stringify(envelope) : envelope;
      for (const [, connection] of receivers) connection.call('pushEvent', argument);
      return receivers.length > 0;
    },
  };
}
