// Starts a simulated FXServer and gives tests, benchmarks and the demo everything they may do to it.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, createManualClock, createRealClock } from './host/clock.ts';
import { CLIENT } from './host/connections.ts';
import { convarFlags } from './host/convars.ts';
import { createGameClient, type GameClient } from './host/game-client.ts';
import { createKvpStore } from './host/kvp.ts';
import { dropReasons } from './host/net.ts';
import { createServerCore, type ServerCore } from './host/server.ts';
import type { PlayerOptions } from './host/types.ts';
import type { Problem } from './natives/native.ts';
import type { JoinOptions, ServerOptions, SimServer } from './sim-server.ts';

export type { JoinOptions, ServerOptions, SimServer } from './sim-server.ts';

/** 2026-03-02 20:00 UTC: an evening, as servers see most of their players. */
const EPOCH = Date.UTC(2026, 2, 2, 20);
const ARTIFACT = 17_000;
/** Turns of the event loop in which rejections of the last moments still come in. */
const LAST_TURNS = 2;

/** Starts a server, runs its configuration and starts its resources. */
export async function startServer(options: ServerOptions = {}): Promise<SimServer> {
  const {
    resourceName = 'sonorancad',
    epoch = EPOCH,
    artifact = ARTIFACT,
    microtasks = 'immediate',
  } = options;
  const clock: Clock = options.clock === 'manual' ? createManualClock(epoch) : createRealClock();
  const kvp = options.kvp ?? createKvpStore();
  const core = createServerCore({ clock, kvp, microtasks, artifact });
  const { host } = core;

  configure(core, options);
  const front = await core.listen(
    options.port ?? 0,
    options.limiter === false ? null : (options.limiter ?? {}),
  );
  // As the host does when it opens its port; a test may say that it is another one.
  if (host.convars.get('netPort') === undefined) host.convars.set('netPort', String(front.port));
  startResources(core, options, resourceName);
  core.run();
  const games = createGames(core, clock, resourceName);

  const stopOnClients = (name: string) => {
    for (const client of core.clients.values()) client.stopNow(name);
  };

  return {
    port: front.port,
    url: `http://127.0.0.1:${front.port}/${resourceName}`,
    urlOf: (resource) => `http://127.0.0.1:${front.port}/${resource}`,
    resource: resourceName,
    kvp,
    console: host.console.items,
    onConsole: host.console.listen,
    problems: host.problems.items,
    allProblems: () => [
      ...host.problems.items,
      ...games.past,
      ...games.all.flatMap(({ problems }) => problems),
    ],
    http: core.requests.items,
    onRequest: core.requests.listen,
    sentEvents: core.net.sent.items,
    onSent: core.net.sent.listen,
    calls: host.calls.items,
    get recordCalls() {
      return host.recordCalls;
    },
    set recordCalls(on) {
      host.recordCalls = on;
    },

    start: host.resources.start,
    stop: host.resources.stop,
    restart(name = resourceName) {
      stopOnClients(name);
      host.resources.stop(name);
      host.resources.refresh();
      return host.resources.start(name);
    },
    crash(name = resourceName) {
      stopOnClients(name);
      host.resources.kill(name);
    },
    addResource: (definition) =>
      host.resources.add(definition) !== null && host.resources.start(definition.name),
    state: (name) => host.resources.get(name)?.state ?? 'missing',

    join: games.join,
    drop: (id, reason = 'Exiting') => core.drop(id, reason, CLIENT, dropReasons.client),
    client: games.of,
    clients: () => games.all.filter(({ connected }) => connected),
    players: () =>
      core.players
        .connected()
        .map(({ id, name, identifiers, coords }) => ({ id, name, identifiers, coords })),
    setCoords(id, coords, heading) {
      const player = core.players.get(id);
      if (!player) throw new Error(`no player ${id}`);
      player.coords = coords;
      player.heading = heading ?? player.heading;
    },

    setConvar: (name, value, { replicated = false } = {}) =>
      void host.convars.set(name, value, replicated ? convarFlags.replicated : 0),
    addAce: (principal, object, allow = true) => host.aces.add(principal, object, allow),
    removeAce: (principal, object, allow = true) => host.aces.remove(principal, object, allow),
    addPrincipal: host.aces.addPrincipal,
    removePrincipal: host.aces.removePrincipal,
    execute(line, { player } = {}) {
      if (player === undefined) return core.asConsole(() => host.commands.invoke(line));
      return core.runAs(player, () => host.commands.invoke(line.replace(/^\//, ''), String(player)));
    },
    exec: core.exec,

    emit: (name, ...args) => host.trigger(name, args, '', 'script'),
    netEvent: (id, name, ...args) => core.net.receive(id, name, host.refs.message(args, 'script').bytes),
    callExport: (name, fn, ...args) => host.callExport(name, fn, args),
    evaluate: (code, name = resourceName) => host.runtime(name).evaluate(code),
    stats: (name = resourceName) => host.stats(name),

    now: clock.now,
    advance: clock.advance,
    inject: (request) => front.inject(request),
    async shutdown() {
      core.shutdown();
      await front.close();
      for (let turn = 0; turn < LAST_TURNS; turn++) await nextTurn();
      for (const { release } of [host, ...games.all]) release();
    },
  };
}

/** Sets variables and rights, and puts the players on the server. */
function configure({ host, addPlayer }: ServerCore, options: ServerOptions): void {
  const { convars = {}, replicatedConvars = {}, principals = {}, players = [] } = options;
  for (const [name, value] of Object.entries(convars)) host.convars.set(name, value);
  for (const [name, value] of Object.entries(replicatedConvars)) {
    host.convars.set(name, value, convarFlags.replicated);
  }
  for (const [principal, objects] of Object.entries(principals)) {
    for (const object of objects) host.aces.add(principal, object, true);
  }
  for (const player of players) addPlayer(player);
}

/** Adds all resources, runs the configuration, then starts what it left. */
function startResources({ host, configure }: ServerCore, options: ServerOptions, resourceName: string): void {
  const definitions = [...(options.resources ?? [])];
  if (options.resourceDir !== undefined) definitions.push({ name: resourceName, dir: options.resourceDir });
  for (const definition of definitions) host.resources.add(definition);
  if (options.cfg !== undefined) configure(options.cfg);
  for (const { name, start = true } of definitions) {
    if (start && host.resources.find(name)) host.resources.start(name);
  }
}

/** The game clients of a server. */
function createGames(core: ServerCore, clock: Clock, resource: string) {
  const byPlayer = new Map<number, GameClient>();
  const all: GameClient[] = [];
  /** Problems of games that have ended. */
  const past: Problem[] = [];

  /** Games that have ended are let go of: players come and go for days. */
  function forgetEnded(): void {
    for (const ended of all.filter(({ connected }) => !connected)) {
      past.push(...ended.problems);
      all.splice(all.indexOf(ended), 1);
      ended.release();
    }
  }

  function join(player: PlayerOptions | number, options: JoinOptions = {}): GameClient {
    const id = typeof player === 'number' ? player : player.id;
    if (core.clients.has(id)) throw new Error(`player ${id} has a game client already`);
    forgetEnded();
    const present = core.players.get(id);
    if (!present && typeof player === 'number')
      throw new Error(`no player ${id}: join needs to know who it is`);
    const connected = present ?? core.connect(player as PlayerOptions);
    const client = createGameClient({ server: core, player: connected, clock, resource, ...options });
    byPlayer.set(id, client);
    all.push(client);
    return client;
  }

  return {
    all,
    past,
    join,
    of(id: number): GameClient | undefined {
      const known = byPlayer.get(id);
      if (known?.connected) return known;
      return core.players.get(id)?.connected ? join(id) : undefined;
    },
  };
}
