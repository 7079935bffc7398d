// What the owner has to look at and to try things out with: status, why, doctor, simulate, reload, and the command for
// them.

import { toConsoleText } from '../../shared/text.ts';
import { unitLabel } from '../../shared/unit.ts';
import type { Forwarder } from '../api/forward/forwarder.ts';
import type { Store } from '../cad/store.ts';
import { loadConfig, type Use } from '../config/load.ts';
import type { LoadedSettings } from '../config/load-settings.ts';
import type { Config } from '../config/schema.ts';
import { type ApiKeys, keyShape } from '../http/api-keys.ts';
import type { LoadPart } from '../parts.ts';
import type { Postals } from '../places/postals.ts';
import type { Audience } from '../players/audience.ts';
import type { Presence } from '../players/presence.ts';
import type { Host } from '../ports.ts';
import type { Rest } from '../rest/start-rest.ts';
import type { Websocket } from '../websocket/start-websocket.ts';
import type { ListenAddress } from './address.ts';
import { bannerLines } from './banner.ts';
import { ADMIN_ACE, registerCommand } from './commands.ts';
import type * as ConsolePart from './console-part.ts';
import { createExplain, type Explain } from './explain.ts';
import { findOfficial } from './find-neighbours.ts';
import type { RefusalLog } from './refusal-log.ts';
import { createReload, watchConfig } from './reload.ts';
import type { Screens } from './screens.ts';
import type { Simulate } from './simulate.ts';
import type { EventCounter, Status } from './status.ts';
import { sweepTrials } from './sweep-trials.ts';

export interface OpsPorts {
  readonly host: Host;
  readonly startedAt: number;
  readonly address: () => ListenAddress;
  readonly keys: Pick<ApiKeys, 'isConfigured'>;
  readonly store: Store;
  readonly presence: Presence;
  readonly audience: Audience;
  readonly postals: Pick<Postals, 'source'>;
  readonly screens: Screens;
  readonly rest: Pick<Rest, 'client' | 'resync'>;
  readonly websocket: Pick<Websocket, 'status'>;
  readonly forwarder: Pick<Forwarder, 'status'>;
  readonly counter: Pick<EventCounter, 'read'>;
  readonly refusals: Pick<RefusalLog, 'counts'>;
  /** Reads all settings. */
  readonly load: (use?: Use) => LoadedSettings;
  readonly config: () => Config;
  /** Takes settings into use. */
  readonly apply: (config: Config) => void;
  /** Takes an event in that was made up to try things out; false when it is refused. */
  readonly receive: (type: string, data: unknown) => boolean;
  readonly loadPart: LoadPart;
}

export interface Ops {
  readonly explain: Explain;
  status(): Status;
  /** What the console says at the start. `problems`: the mistakes it has told of. */
  banner(problems: readonly string[]): string[];
  /** Takes away what was made up to try things out. */
  stop(): void;
}

/** Registers the command under the resource's name. */
export function startOps(ports: OpsPorts): Ops {
  const { host, startedAt, address, store, presence, audience, postals, screens, rest } = ports;
  const { clock, console, convars, resource, resources, players } = host;
  const { roster, matching, duty } = presence;
  const { incidents, units } = store;

  const status = (): Status => ({
    resource: resource.name,
    version: resource.version,
    startedAt,
    isConfigured: ports.keys.isConfigured(),
    url: address().url,
    calls: { open: incidents.openCalls().length },
    units: { online: units.all().length, isDispatcherOnline: units.isDispatcherOnline() },
    players: { online: roster.size(), onDuty: duty.players().size },
    framework: presence.framework(),
    postals: postals.source(),
    events: ports.counter.read(),
    refused: ports.refusals.counts(),
    forwarding: ports.forwarder.status(),
    rest: { ...rest.client.status(), ...rest.resync.status() },
    websocket: ports.websocket.status(),
  });

  function unitOf(player: number): string | null {
    const ident = matching.unitOf(player);
    const unit = ident === null ? null : units.get(ident);
    return unit && unitLabel(unit);
  }

  const explain = createExplain({
    ...{ unitOf, audience, name: players.name, has: roster.has, findCall: incidents.findCall },
    ...{ opinions: duty.explain, isOnDuty: duty.isOnDuty },
  });
  /** Answers with the part of the server that is made for it, which is loaded by the first command. */
  const withPart =
    (run: (part: typeof ConsolePart, words: readonly string[]) => string[]) => (words: readonly string[]) => {
      const part = ports.loadPart('console');
      return part.ok ? run(part.value, words) : [`${part.error}.`];
    };
  let simulate: Simulate | null = null;
  sweepTrials(store, ports.receive);
  const reload = createReload({
    load: () => ports.load('all-or-nothing'),
    current: ports.config,
    apply(config) {
      ports.apply(config);
      watch.settingsChanged();
    },
  });
  const watch = watchConfig({
    clock,
    read: () => resource.readFile('config.json'),
    everyMs() {
      const { reloadSeconds } = ports.config();
      return reloadSeconds === 0 ? null : reloadSeconds * 1000;
    },
    onChange() {
      for (const line of reload()) console.info(line);
    },
  });
  const settingsProblems = () => {
    const { problems, warnings } = ports.load();
    return [...problems, ...warnings];
  };
  const doctor = ({ describeFindings, diagnose, findMissingFiles, findNotifiers }: typeof ConsolePart) =>
    describeFindings(
      diagnose({
        status: status(),
        now: clock.now(),
        keyShape: keyShape(convars.get('sonoran_apiKey')),
        isKeyLeaked: screens.isKeyLeaked(),
        officialFolder: findOfficial(resources, resource.name),
        configProblems: settingsProblems(),
        isConfigThere: resource.readFile('config.json') !== null,
        missingFiles: findMissingFiles(resource.readFile),
        limiterRate: convars.get(`rateLimiter_http_${resource.name}_rate`),
        limiterBurst: convars.get(`rateLimiter_http_${resource.name}_burst`),
        oneSync: convars.get('onesync'),
        hostVersion: convars.get('version'),
        screensMissing: [...duty.players()]
          .filter((player) => !screens.isReady(player))
          .map((player) => `${toConsoleText(players.name(player))} (${player})`),
        notifiers: findNotifiers(ports.config().notify, resources.isRunning),
        framework: ports.config().duty.framework,
        dutySources: ports.config().duty.sources,
      }),
    );

  registerCommand({
    name: resource.name,
    commands: host.commands,
    console,
    subcommands: [
      {
        name: 'status',
        summary: 'shows calls, units, players on duty, events and refused requests',
        run: withPart(({ describeStatus }) => describeStatus(status(), clock.now())),
      },
      {
        name: 'doctor',
        summary: 'looks at everything that is easily got wrong, and says what to do',
        run: withPart(doctor),
      },
      {
        name: 'why',
        usage: '<player id> [call]',
        summary: 'says why a player is on duty or not, and sees a call or not',
        run: explain.command,
      },
      {
        name: 'simulate',
        usage: '911|dispatch|panic|tone|story [player id]',
        summary: 'plays a test, which goes away by itself',
        run: withPart(({ createSimulate }, words) => {
          simulate ??= createSimulate({
            ...{ name: resource.name, clock, has: roster.has, onDuty: duty.players, receive: ports.receive },
            ...{ positionOf: players.position, unitOf: matching.unitOf },
          });
          return simulate.command(words);
        }),
      },
      {
        name: 'reload',
        summary: 'reads config.json again',
        run: reload,
      },
      {
        name: 'migrate',
        usage: '[resource] [write]',
        summary: 'shows what the settings of the official resource are called here, or writes them',
        run: withPart(({ createMigrate }, words) =>
          createMigrate({
            ...{ resource, resources, convars },
            loadConfig: (text, use) => loadConfig(text, () => ports.loadPart('mistakes'), use),
          })(words),
        ),
      },
    ],
    isAdmin: (player) => players.isAceAllowed(player, ADMIN_ACE),
    tell: (player, line) =>
      host.clients.send('chat:addMessage', player, host.clients.pack([{ args: [toChatLine(line)] }])),
  });

  return {
    explain,
    status,
    banner: (problems) =>
      bannerLines({
        name: resource.name,
        version: resource.version,
        address: address(),
        config: ports.config(),
        isKeySet: ports.keys.isConfigured(),
        problems,
        framework: presence.framework(),
        postals: postals.source(),
        websocketLacks: ports.websocket.status().missing,
        apiLacks: rest.client.status().missing,
        officialFolder: findOfficial(resources, resource.name),
      }),
    stop() {
      watch.stop();
      simulate?.stop();
    },
  };
}

/** The console's colours mean nothing in some chats; whatever else looks like one was typed by somebody. */
const toChatLine = (line: string) => toConsoleText(line.replace(/\^\d/g, '')).trim();
