// A game server of plain objects: the whole server side runs in it, without a runtime around it.

import { createPacker } from '../../server/fx/pack.ts';
import type { Host, HttpReply, HttpRequest } from '../../server/ports.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createMemoryStorage, type MemoryStorage } from './memory-storage.ts';
import { createTestConsole } from './test-console.ts';

export interface FakeHost extends Host {
  readonly clock: ManualClock;
  readonly storage: MemoryStorage;
  readonly lines: string[];
  /** Bytes sent to game clients so far. */
  sentBytes(): number;
  /** Posts a body to `/event`; returns every reply that was given at once. */
  post(body: Uint8Array): HttpReply[];
  call(exported: string, ...args: unknown[]): unknown;
}

export interface FakePlayer {
  readonly id: number;
  readonly identifiers: readonly string[];
  readonly aces?: readonly string[];
}

const nothing = () => undefined;
const { pack } = createPacker();

/** All players are there from the start and stay; no other resource runs. */
export function createFakeHost(options: {
  readonly config: object;
  readonly convars: Readonly<Record<string, string>>;
  readonly players: readonly FakePlayer[];
  /** Told of everything that is sent to game clients. */
  readonly onSent?: (event: string, player: number, args: readonly unknown[]) => void;
}): FakeHost {
  const { config, convars, players, onSent } = options;
  const testConsole = createTestConsole();
  const published = new Map<string, (...args: never[]) => unknown>();
  let handle: Parameters<Host['http']['serve']>[0] = nothing;
  let sent = 0;

  const find = (id: number) => players.find((player) => player.id === id);

  function requestOf(body: Uint8Array): HttpRequest {
    return {
      method: 'POST',
      path: '/event',
      address: '127.0.0.1',
      header: (name) => (name.toLowerCase() === 'content-length' ? String(body.byteLength) : undefined),
      readBody: (onBody) => onBody(new Uint8Array(body).buffer),
      onCancel: nothing,
    };
  }

  return {
    clock: createManualClock(),
    console: testConsole,
    lines: testConsole.lines,
    storage: createMemoryStorage(),
    sentBytes: () => sent,
    http: {
      serve: (run) => {
        handle = run;
      },
    },
    post(body) {
      const replies: HttpReply[] = [];
      handle(requestOf(body), (reply) => replies.push(reply));
      return replies;
    },
    players: {
      ids: () => players.map(({ id }) => id),
      name: (id) => `Player ${id}`,
      identifiers: (id) => [...(find(id)?.identifiers ?? [])],
      isAceAllowed: (id, ace) => find(id)?.aces?.includes(ace) ?? false,
      position: (id) => ({ x: id, y: id, z: 0 }),
      heading: () => 0,
      onJoin: nothing,
      onDrop: nothing,
    },
    clients: {
      pack(args) {
        return { bytes: args, size: pack(args).size };
      },
      send(event, player, { bytes, size }) {
        sent += size;
        onSent?.(event, player, bytes as readonly unknown[]);
      },
      on: nothing,
    },
    share: (value) => value,
    convars: { get: (name) => convars[name] ?? '', onChange: nothing },
    local: {
      emit: (_event, ...args) => void pack(args),
      on: nothing,
      publish: (name, run) => void published.set(name, run),
    },
    commands: { register: nothing },
    resource: {
      name: 'sonorancad',
      version: '0.0.0',
      readFile: (path) => (path === 'config.json' ? JSON.stringify(config) : null),
      writeFile: () => false,
      runPart: () => {
        throw new Error('it is missing');
      },
      onStop: nothing,
    },
    resources: {
      names: () => [],
      isRunning: () => false,
      onStart: nothing,
      onStop: nothing,
      call: (resource, name) => {
        throw new Error(`${resource} has no export ${name}`);
      },
      metadata: () => null,
      readFile: () => null,
      caller: () => null,
    },
    call: (name, ...args) => published.get(name)?.(...(args as never[])),
  };
}
