// A game client: the scripts a player's game runs, what the game shows of them, and its connection to the server.
import { createGame } from '../game/index.ts';
import type { Game } from '../game/types.ts';
import { clientNatives } from '../natives/client.ts';
import { convarFlags } from './convars.ts';
import { type GameClient, type GameClientOptions, SHOWN, type Shown } from './game-client-types.ts';
import { createHost } from './host.ts';
import type { Host } from './host-types.ts';
import { createKvpStore } from './kvp.ts';
import { dropReasons } from './net.ts';
import type { Resource } from './resource.ts';
import type { ConnectedClient } from './server.ts';
import type { Vector } from './types.ts';

export type { GameClient, GameClientOptions } from './game-client-types.ts';

/** Milliseconds between two frames. */
const FRAME = 16;
/** Who sends events to clients, as their scripts see it. */
const FROM_SERVER = 'net:65535';
const CHAT_EVENT = /^(chat:|chatMessage$|__cfx_internal:serverPrint$)/;
/** Where players without coordinates spawn. */
const SPAWN: Vector = [-1037.6, -2737.8, 20.2];

/** What waits for the next frame. */
type Incoming =
  | { kind: 'event'; name: string; payload: Uint8Array }
  | { kind: 'start' | 'stop'; resource: Resource }
  | { kind: 'convars'; values: ReadonlyMap<string, string> }
  | { kind: 'bag'; bag: string; key: string; value: Uint8Array };

export function createGameClient(options: GameClientOptions): GameClient {
  const { server, player, clock } = options;
  const { id } = player;
  const kvp = options.kvp ?? createKvpStore();
  let incoming: Incoming[] = [];
  const nextTick: (() => void)[] = [];
  let framesLeft = options.startAfterFrames ?? 1;
  let connected = true;

  const game = createGame({
    playerId: id,
    name: player.name,
    coords: [...(player.coords ?? SPAWN)],
    heading: player.heading,
    now: clock.now,
    ...(options.streetAt ? { streetAt: options.streetAt } : {}),
    ...(options.zoneAt ? { zoneAt: options.zoneAt } : {}),
    host: {
      problem: (kind, message, resource = null) => host.problem(kind, message, resource),
      runCommand: (line) => void host.aces.as(['system.console'], () => host.commands.invoke(line)),
      queueEvent: (name, args, only) => host.queueEvent(name, args, 'nui', only),
      resourceMetadata: (resource, key) => host.resources.find(resource)?.manifest.values(key) ?? [],
      sendToServer,
      onNextTick: (fn) => void nextTick.push(fn),
    },
  });

  const host: Host = createHost({
    side: 'client',
    clock,
    kvp,
    microtasks: 'immediate',
    natives: (self) => ({ ...clientNatives(self, { sendToServer }), ...game.natives }),
    // The game leaves commands it does not know to the server.
    unknownCommand(_name, { raw }) {
      if (connected) server.net.receiveCommand(id, raw);
      return true;
    },
    replicate(bag, key, value) {
      const isOwn = bag === `player:${id}` || bag.startsWith('entity:');
      if (connected && isOwn) server.host.setBag(bag, key, value, id, true);
    },
    onStopped: (resource) => game.onResourceStop(resource.name),
  });

  function sendToServer(name: string, payload: Uint8Array): void {
    if (connected) server.net.receive(id, name, payload);
  }

  function startResource(resource: Resource): void {
    host.resources.add(resource.definition);
    host.resources.start(resource.name);
  }

  /** Takes in what came from the server, in order. */
  function takeIncoming(): void {
    const items = incoming;
    incoming = [];
    for (const item of items) {
      switch (item.kind) {
        case 'event':
          host.events.queue(item.name, item.payload, FROM_SERVER);
          break;
        case 'convars':
          setConvars(item.values);
          break;
        case 'bag':
          host.setBag(item.bag, item.key, item.value, 0, false);
          break;
        default:
          // What came before belongs to the scripts that run now.
          host.events.runQueue();
          if (item.kind === 'start') startResource(item.resource);
          else host.resources.stop(item.resource.name);
      }
    }
  }

  function setConvars(values: ReadonlyMap<string, string>): void {
    for (const [name, value] of values) host.convars.set(name, value, convarFlags.replicated);
  }

  function frame(): void {
    takeIncoming();
    if (framesLeft > 0) {
      // Nothing is loaded yet: events that came this early find no handler.
      host.events.runQueue();
      if (--framesLeft === 0) for (const resource of server.host.resources.started()) startShared(resource);
    }
    for (const run of nextTick.splice(0)) run();
    host.tick();
    player.coords = game.ped.coords;
    player.heading = game.ped.heading;
  }

  function startShared(resource: Resource): void {
    if (resource.manifest.values('server_only').length === 0) startResource(resource);
  }

  host.aces.add('system.console', 'command', true);
  for (const [name, value] of server.host.convars.takeReplicated(true))
    host.convars.set(name, value, convarFlags.replicated);
  for (const bag of server.host.bags.names()) {
    for (const key of server.host.bags.keys(bag)) {
      const value = server.host.bags.get(bag, key);
      if (value) host.bags.set(bag, key, value, 0, false);
    }
  }

  const stopFrames = clock.every(FRAME, frame);
  const connection: ConnectedClient = {
    receive: (name, payload) => void incoming.push({ kind: 'event', name, payload }),
    resourceStarted: (resource) => framesLeft === 0 && incoming.push({ kind: 'start', resource }),
    resourceStopping: (resource) => framesLeft === 0 && incoming.push({ kind: 'stop', resource }),
    convars: (values) => void incoming.push({ kind: 'convars', values }),
    stateBag: (bag, key, value) => void incoming.push({ kind: 'bag', bag, key, value }),
    stopNow(resource) {
      takeIncoming();
      host.events.runQueue();
      host.resources.stop(resource);
    },
    end() {
      if (!connected) return;
      connected = false;
      stopFrames();
      host.shutdown();
    },
  };
  server.clients.set(id, connection);

  host.events.observe((name, payload) => {
    if (CHAT_EVENT.test(name)) game.onChatEvent(name, host.refs.decode(payload) as unknown[]);
  });

  // The game's own members, live, with the client's beside them.
  return withGame(game, {
    id,
    name: player.name,
    game,
    console: host.console.items,
    onConsole: host.console.listen,
    problems: host.problems.items,
    calls: host.calls.items,
    get recordCalls() {
      return host.recordCalls;
    },
    set recordCalls(on) {
      host.recordCalls = on;
    },
    kvp,
    get connected() {
      return connected;
    },
    state: (resource) => host.resources.get(resource)?.state ?? 'missing',
    command: (line) => host.aces.as(['resource.chat'], () => host.commands.invoke(line.replace(/^\//, ''))),
    receive(name, ...args) {
      connection.receive(name, host.refs.message(args, 'script').bytes);
    },
    ped: () => game.ped,
    postNui: (type, data, resource = options.resource, post) => game.postNui(resource, type, data, post),
    emit: (name, ...args) => void host.trigger(name, args, '', 'script'),
    evaluate: (code, resource = options.resource) => host.runtime(resource).evaluate(code),
    callExport: (resource, name, ...args) => host.callExport(resource, name, args),
    stats: (resource = options.resource) => host.stats(resource),
    setConvar: (name, value) => void host.convars.set(name, value),
    disconnect: (reason = 'Exiting') => server.drop(id, reason, '__cfx_internal:client', dropReasons.client),
    release: host.release,
  });
}

function withGame(game: Game, own: Omit<GameClient, keyof Shown>): GameClient {
  const live = SHOWN.map((key) => [key, { get: () => game[key], enumerable: true }] as const);
  const descriptors = { ...Object.fromEntries(live), ...Object.getOwnPropertyDescriptors(own) };
  return Object.defineProperties({} as GameClient, descriptors);
}
