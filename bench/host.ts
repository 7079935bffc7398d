// The least of a game server: the natives that server/fx uses, as plain functions over plain tables that take next to no
// time. What is measured in it is the script, and (see requests.ts) what the script runtime does for every request. Being
// like the real host in everything else is what the simulator is for.

import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { createRequests, type Post, pack } from './requests.ts';

export interface BenchHost {
  /** Hands a request to the listener and returns the status it answered with. */
  post(request: Post): number;
  /** Lets time pass, in ticks of 50 ms. */
  advance(ms: number): void;
  /** Net events sent to players so far. */
  sent(): number;
  /** Bytes of local events raised so far. */
  raised(): number;
  /** Moves a player (GTA world metres). */
  move(player: number, x: number, y: number): void;
  /** Hands a net event of a player over. */
  receive(player: number, event: string, ...args: unknown[]): void;
  /** Raises a local event, such as `onResourceStop`. */
  raise(event: string, ...args: unknown[]): void;
  /** The net events that a player is sent by what `run` does, and within `ms` after it; packed. */
  record(player: number, run: () => void, ms: number): Uint8Array[];
}

export interface BenchHostOptions {
  readonly script: string;
  /** Name of the script in profiles and stack traces. */
  readonly file: string;
  readonly convars?: Readonly<Record<string, string>>;
  /** Text of config.json. */
  readonly config?: string;
  readonly players: readonly BenchPlayer[];
  /** The key-value store; kept by whoever starts the next server with it. */
  readonly rows?: Map<string, string>;
  /** Modules of Node that the script gets instead of the real ones. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** The clock goes on while a tick runs, so that the script can tell how long it takes. */
  readonly isLive?: boolean;
}

export interface BenchPlayer {
  readonly id: number;
  readonly identifiers: readonly string[];
  readonly aces: ReadonlySet<string>;
}

type Handler = (...args: unknown[]) => void;
interface Timer {
  at: number;
  /** Of an interval; null for what runs once. */
  readonly every: number | null;
  readonly run: () => void;
}

/** Name of the resource. */
export const NAME = 'sonorancad';
const TICK_MS = 50;
/** Where the clock starts, in ms since the epoch. */
const EPOCH = 1_800_000_000_000;
const KVP_HANDLE = 7;

/** Runs a script. Everything it says on the console goes nowhere, except errors, which end the run. */
export function startHost(options: BenchHostOptions): BenchHost {
  const { script, file, convars = {}, config = '', players, rows = new Map() } = options;
  const { modules = {}, isLive = false } = options;
  const time = createTime(isLive);
  const requireReal = createRequire(import.meta.url);
  const handlers = new Map<string, Handler[]>();
  const byId = new Map(players.map((player) => [String(player.id), player]));
  const places = new Map(players.map(({ id }) => [id, [id, id, 30]]));
  const requests = createRequests();
  let sent = 0;
  let raised = 0;
  let found: string[] = [];
  let onSent: ((player: string, bytes: Uint8Array) => void) | null = null;

  const on = (name: string, run: Handler) => {
    const known = handlers.get(name);
    if (known) known.push(run);
    else handlers.set(name, [run]);
  };
  const globals = {
    ...time.globals,
    require: (name: string) => modules[name] ?? requireReal(name),
    console: { log: () => undefined, warn: () => undefined, error: fail },
    on,
    onNet: on,
    exports: () => undefined,
    getPlayers: () => [...byId.keys()],
    getPlayerIdentifiers: (player: number) => byId.get(String(player))?.identifiers ?? [],
    msgpack_pack: pack,
    AddConvarChangeListener: () => 0,
    DeleteResourceKvpNoSync: (key: string) => void rows.delete(key),
    EndFindKvp: () => undefined,
    FindKvp: () => found.pop() ?? null,
    FlushResourceKvp: () => undefined,
    GetConvar: (name: string, fallback: string) => convars[name] ?? fallback,
    GetCurrentResourceName: () => NAME,
    GetEntityCoords: (ped: number) => places.get(ped) ?? [0, 0, 0],
    GetInvokingResource: () => null,
    GetNumResources: () => 1,
    GetPlayerName: (player: string) => `Player ${player}`,
    GetPlayerPed: (player: string) => (byId.has(player) ? Number(player) : 0),
    GetResourceByFindIndex: () => NAME,
    GetResourceKvpString: (key: string) => rows.get(key) ?? null,
    GetResourceMetadata: () => null,
    GetResourceState: (name: string) => (name === NAME ? 'started' : 'missing'),
    IsPlayerAceAllowed: (player: string, ace: string) => (byId.get(player)?.aces.has(ace) ? 1 : false),
    LoadResourceFile: (_: string, path: string) => (path === 'config.json' ? config : null),
    RegisterCommand: () => undefined,
    SetHttpHandler: requests.serve,
    SetResourceKvpNoSync: (key: string, value: string) => void rows.set(key, value),
    StartFindKvp: (prefix: string) => {
      found = [...rows.keys()].filter((key) => key.startsWith(prefix)).reverse();
      return KVP_HANDLE;
    },
    TriggerClientEventInternal: (_event: string, player: string, bytes: Uint8Array, size: number) => {
      sent += 1;
      onSent?.(player, Uint8Array.from(bytes.subarray(0, size)));
    },
    TriggerEventInternal: (_name: string, _bytes: Uint8Array, size: number) => {
      raised += size;
    },
  };
  compileFunction(script, Object.keys(globals), { filename: file })(...Object.values(globals));

  return {
    post: requests.post,
    advance: time.advance,
    sent: () => sent,
    raised: () => raised,
    move: (player, x, y) => void places.set(player, [x, y, 30]),
    receive(player, event, ...args) {
      // Scripts read it while a handler runs; as an argument it could not change.
      (globalThis as { source?: number }).source = player;
      for (const run of handlers.get(event) ?? []) run(...args);
    },
    raise(event, ...args) {
      for (const run of handlers.get(event) ?? []) run(...args);
    },
    record(player, run, ms) {
      const sends: Uint8Array[] = [];
      onSent = (to, bytes) => Number(to) === player && sends.push(bytes);
      run();
      time.advance(ms);
      onSent = null;
      return sends;
    },
  };
}

function fail(...args: readonly unknown[]): never {
  throw new Error(`The script complains: ${args.join(' ')}`);
}

/** Time that stands still until it is told to pass, with the globals that scripts read it from. */
function createTime(isLive: boolean) {
  const timers = new Map<object, Timer>();
  let now = EPOCH;
  let tickedAt = performance.now();

  const add = (run: () => void, ms: number, every: number | null) => {
    const handle = {};
    timers.set(handle, { at: now + ms, every, run });
    return handle;
  };
  const clear = (handle: object) => void timers.delete(handle);

  class BenchDate extends Date {
    static override now(): number {
      return isLive ? Math.round(now + performance.now() - tickedAt) : now;
    }
  }

  function tick(): void {
    now += TICK_MS;
    tickedAt = performance.now();
    for (const [handle, timer] of [...timers]) {
      if (timer.at > now || !timers.has(handle)) continue;
      if (timer.every === null) timers.delete(handle);
      else timer.at = now + timer.every;
      timer.run();
    }
  }

  return {
    advance(ms: number) {
      for (let passed = 0; passed < ms; passed += TICK_MS) tick();
    },
    globals: {
      Date: BenchDate,
      setTimeout: (run: () => void, ms = 0) => add(run, ms, null),
      setInterval: (run: () => void, ms: number) => add(run, ms, ms),
      clearTimeout: clear,
      clearInterval: clear,
    },
  };
}
