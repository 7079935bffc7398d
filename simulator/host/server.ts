// The server side put together: host, players, network, HTTP front, console, startup.
import { startHttpFront } from '../http/index.ts';
import type { HttpFront, HttpLogEntry, LimiterOptions } from '../http/types.ts';
import { serverNatives } from '../natives/server.ts';
import { gameBuild } from '../natives/shared.ts';
import { registerBuiltins } from './builtin-commands.ts';
import type { Clock } from './clock.ts';
import { type Connections, createConnections, SERVER } from './connections.ts';
import { createConsoleInput } from './console-input.ts';
import { createHost, type Host } from './host.ts';
import type { KvpStore } from './kvp.ts';
import { createLog, type Log } from './log.ts';
import { createServerNet, dropReasons, type ServerNet } from './net.ts';
import { createPlayers, type Players } from './players.ts';
import type { Resource } from './resource.ts';
import type { MicrotaskMode } from './types.ts';

/** Milliseconds between two turns of the server. */
const TICK = 50;
const HTTP_REQUESTS = 5_000;

export interface ServerCoreOptions {
  clock: Clock;
  kvp: KvpStore;
  microtasks: MicrotaskMode;
  artifact: number;
}

/** What the server tells its game clients, in order. */
export interface ConnectedClient {
  receive(name: string, payload: Uint8Array): void;
  resourceStarted(resource: Resource): unknown;
  resourceStopping(resource: Resource): unknown;
  convars(values: ReadonlyMap<string, string>): void;
  stateBag(bag: string, key: string, value: Uint8Array): void;
  /** Stops a resource without waiting for a frame. */
  stopNow(resource: string): void;
  /** The connection is gone. */
  end(reason: string): void;
}

export interface ServerCore extends Connections {
  readonly host: Host;
  readonly players: Players;
  readonly net: ServerNet;
  readonly clients: Map<number, ConnectedClient>;
  readonly requests: Log<HttpLogEntry>;
  asConsole<T>(run: () => T): T;
  runAs<T>(id: number, run: () => T): T;
  /** Runs console input: lines of a config file. */
  exec(text: string): void;
  /** Runs the startup configuration; `set` lines count from its very beginning. */
  configure(text: string): void;
  listen(port: number, limiter: LimiterOptions | null): Promise<HttpFront>;
  /** Starts ticking. */
  run(): void;
  /** Drops everybody and stops everything. */
  shutdown(): void;
}

const CONSOLE = 'system.console';

export function createServerCore(options: ServerCoreOptions): ServerCore {
  const { clock } = options;
  const clients = new Map<number, ConnectedClient>();
  const requests = createLog<HttpLogEntry>(HTTP_REQUESTS);
  const everyClient = (tell: (client: ConnectedClient) => void) => [...clients.values()].forEach(tell);
  let isConfigured = false;
  let stopTicks = () => {};

  const host = createHost({
    side: 'server',
    clock,
    kvp: options.kvp,
    microtasks: options.microtasks,
    natives: (self) => serverNatives(self, () => ({ players, net, drop, asConsole })),
    facts: () => ({
      artifact: options.artifact,
      oneSync: host.convars.get('onesync') !== 'off',
      gameBuild: Number.parseInt(host.convars.get('sv_enforceGameBuild') ?? '', 10) || gameBuild,
    }),
    unknownCommand(name, { args, raw, context }) {
      // Resources may take commands nobody registered; cancelling the event says so.
      if (
        context !== '' &&
        !host.trigger('__cfx_internal:commandFallback', [raw], `internal-net:${context}`)
      ) {
        return true;
      }
      return host.aces.check(`command.${name}`) && !host.trigger('rconCommand', [name, args]);
    },
    replicate: (bag, key, value) => everyClient((client) => client.stateBag(bag, key, value)),
    onStarted: (resource) => isShared(resource) && everyClient((client) => client.resourceStarted(resource)),
    onStopping: (resource) =>
      isShared(resource) && everyClient((client) => client.resourceStopping(resource)),
  });
  const { aces, convars } = host;

  const players = createPlayers({ now: clock.now, hasEntities: () => convars.get('onesync') !== 'off' });
  const net = createServerNet({
    host,
    players,
    client: (id) => clients.get(id),
    kick: (id, reason, code) => drop(id, reason, SERVER, code),
    runCommand: (id, line) => runAs(id, () => host.commands.invoke(line, String(id))),
  });

  const asConsole = <T>(run: () => T): T => aces.as([CONSOLE], run);
  function runAs<T>(id: number, run: () => T): T {
    const player = players.get(id);
    if (!player) throw new Error(`no player ${id}`);
    return aces.as(players.principals(player), run);
  }

  const { addPlayer, connect, drop } = createConnections({
    host,
    players,
    disconnect(id, reason) {
      const client = clients.get(id);
      clients.delete(id);
      client?.end(reason);
    },
  });

  function tick(): void {
    host.tick();
    const changed = convars.takeReplicated();
    if (changed.size > 0) everyClient((client) => client.convars(changed));
  }

  for (const [name, value] of Object.entries(defaultConvars(options.artifact))) convars.set(name, value);
  aces.add(CONSOLE, 'command', true);
  aces.add('builtin.everyone', 'command.help', true);
  registerBuiltins({
    commands: host.commands,
    convars,
    aces,
    print: (text) => host.print('cmd', text, null),
    isConfigured: () => isConfigured,
    permit: host.permit,
    resources: {
      exists: (name) => host.resources.get(name) !== undefined,
      state: (name) => host.resources.get(name)?.state ?? 'missing',
      start: host.resources.start,
      stop: host.resources.stop,
      refresh() {
        host.resources.refresh();
        host.trigger('onResourceListRefresh', []);
      },
    },
  });

  const input = createConsoleInput({ host, asConsole });

  return {
    host,
    players,
    net,
    clients,
    requests,
    addPlayer,
    connect,
    drop,
    asConsole,
    runAs,
    exec: input.exec,
    configure(text) {
      input.configure(text);
      isConfigured = true;
    },
    listen: (port, limiter) =>
      startHttpFront({
        port,
        limiter,
        now: clock.now,
        target: {
          resources: () =>
            host.resources.started().map(({ name, httpHandler }) => ({ name, handler: httpHandler })),
          convar: convars.get,
          onMain: (fn) => fn(), // one thread, and nothing of the host blocks it
          problem: host.problem,
          log: requests.add,
        },
      }),
    run() {
      isConfigured = true;
      stopTicks = clock.every(TICK, tick);
    },
    shutdown() {
      stopTicks();
      for (const player of players.all())
        drop(player.id, 'Server shutting down', SERVER, dropReasons.serverShutdown);
      host.shutdown();
    },
  };
}

/** Clients are not told about resources with `server_only` in their manifest. */
function isShared(resource: Resource): boolean {
  return resource.manifest.values('server_only').length === 0;
}

function defaultConvars(artifact: number): Record<string, string> {
  return {
    version: `FXServer-master SERVER v1.0.0.${artifact} linux`,
    gamename: 'gta5',
    onesync: 'on',
    onesync_enabled: 'true',
    sv_maxClients: '128',
    sv_hostname: 'default FXServer',
    sv_enableNetEventReassembly: 'true',
    sv_stateBagStrictMode: 'false',
    sv_lan: 'false',
  };
}
