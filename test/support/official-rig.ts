// The official events over a real store, with everything around it in memory: what they raise, and when.

import { createOfficialEvents, type OfficialEvents } from '../../server/api/official/official-events.ts';
import { publishOfficialExports } from '../../server/api/official/official-exports.ts';
import { createStore, type Store } from '../../server/cad/store.ts';
import { createDecode } from '../../server/push/decode.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import { createFakeNeighbours, type FakeNeighbours } from './fake-neighbours.ts';
import { fixture } from './fixtures.ts';
import { createTestConsole } from './test-console.ts';

/** One event: its name without `SonoranCAD::`, and its arguments. */
export type Raised = readonly [name: string, ...args: unknown[]];
type Answer = (...args: unknown[]) => unknown;
/** What a subscriber was registered with. */
interface Subscriber {
  readonly type: unknown;
  readonly handler: (envelope: unknown) => unknown;
  readonly form: string;
}

export interface OfficialRig {
  readonly official: OfficialEvents;
  readonly store: Store;
  readonly neighbours: FakeNeighbours;
  readonly raised: Raised[];
  /** Net events, as player, name and arguments. */
  readonly sent: [player: number, name: string, ...args: unknown[]][];
  readonly subscribed: Subscriber[];
  readonly lines: string[];
  /** Players by unit. To be told of with `official.unitMoved`. */
  readonly players: Map<number, number>;
  /** Decodes an event, puts it into the store and tells of it. */
  push(type: string, data: unknown, body?: object): void;
  pushFixture(name: string): void;
  readonly exportNames: () => string[];
  /** Calls one of the exports. */
  ask(name: string, ...args: unknown[]): unknown;
  /** Runs when an event of that name is raised. */
  on(name: string, run: (...args: unknown[]) => void): void;
  /** Takes what was raised so far. */
  take(): Raised[];
  convars: Record<string, string>;
}

export function createOfficialRig(
  options: {
    resource?: string;
    running?: string[];
    now?: () => number;
    maxOpenCalls?: number;
    store?: Store;
  } = {},
): OfficialRig {
  const { resource = 'sonorancad', running = [], now = () => 1_000, maxOpenCalls = 100 } = options;
  const minute = 60_000;
  const store =
    options.store ??
    createStore(now, () => ({
      maxOpenCalls,
      maxUnits: 100,
      emergencyExpiresMs: 30 * minute,
      dispatchExpiresMs: 60 * minute,
      rememberClosedMs: 10 * minute,
      parkedMs: 10 * minute,
    }));
  const decode = createDecode(pushDefinitions);
  const console = createTestConsole();
  const neighbours = createFakeNeighbours(Object.fromEntries(running.map((name) => [name, {}])));
  const raised: Raised[] = [];
  const sent: OfficialRig['sent'] = [];
  const subscribed: Subscriber[] = [];
  const players = new Map<number, number>();
  const listeners = new Map<string, (...args: unknown[]) => void>();
  const published = new Map<string, Answer>();
  const convars: Record<string, string> = {};

  const local = {
    on: neighbours.local.on,
    emit(event: string, ...args: unknown[]) {
      const name = event.replace('SonoranCAD::', '').replace('pushevents:', '');
      raised.push([name, ...structuredClone(args)]);
      listeners.get(name)?.(...args);
    },
    publish: (name: string, run: (...args: never[]) => unknown) => void published.set(name, run as Answer),
  };
  const official = createOfficialEvents({
    store,
    local,
    clients: {
      pack: (args) => ({ bytes: args, size: 0 }),
      send: (event, player, { bytes }) => void sent.push([player, event, ...(bytes as unknown[])]),
    },
    resources: { ...neighbours.resources, caller: () => 'neighbour' },
    subscriptions: {
      add(type, handler, form) {
        if (typeof type !== 'string') return null;
        subscribed.push({ type, handler: handler as Subscriber['handler'], form });
        return subscribed.length;
      },
    },
    console,
    resource,
    playerOf: (ident) => players.get(ident) ?? null,
    isHere: (player) => player < 100,
  });
  publishOfficialExports({
    local,
    official,
    unitOf: (player) => [...players].find(([, id]) => id === player)?.[0] ?? null,
    isDispatcherOnline: store.units.isDispatcherOnline,
    convars: { get: (name) => convars[name] ?? '' },
    console,
    caller: () => 'neighbour',
  });

  function push(type: string, data: unknown, body: object = {}): void {
    const decoded = decode({ type, data, body: { ...body, type, data } });
    if (!decoded.ok) throw new Error(`${type} was not understood: ${JSON.stringify(decoded.error)}`);
    const events = decoded.value.events.map((one) => ({ ...one, changes: one.apply(store) }));
    for (const event of events) official.push(decoded.value.type, event, type);
  }

  return {
    official,
    store,
    neighbours,
    raised,
    sent,
    subscribed,
    lines: console.lines,
    players,
    convars,
    push,
    pushFixture(name) {
      const { type = '', data, ...body } = fixture(name);
      push(type.toUpperCase(), data, body);
    },
    exportNames: () => [...published.keys()],
    ask: (name, ...args) => structuredClone(published.get(name)?.(...args)),
    on: (name, run) => void listeners.set(name, run),
    take: () => raised.splice(0),
  };
}
