// Composition root: ties the rooms together. `fx/entry.ts` calls it with the real host.

import type { ClientSettings } from '../shared/delivery.ts';
import { ok, refuse } from '../shared/result.ts';
import { toConsoleText } from '../shared/text.ts';
import { publishCallExports } from './api/calls.ts';
import { createLocalEvents } from './api/events.ts';
import type { Change } from './cad/changes.ts';
import { createExpiry } from './cad/expiry.ts';
import { createPersistence } from './cad/persistence.ts';
import { createStore } from './cad/store.ts';
import { loadConfig } from './config/load.ts';
import type { Config } from './config/schema.ts';
import { createArrivals } from './deliver/arrivals.ts';
import { createReplication } from './deliver/replication.ts';
import { createApiKeys } from './http/api-keys.ts';
import { createReceiver } from './http/receive.ts';
import { refusals } from './http/reply.ts';
import { listenAddress, NO_KEY_LINE, startLines } from './ops/address.ts';
import { ADMIN_ACE, registerCommand } from './ops/commands.ts';
import { describeChange } from './ops/describe-change.ts';
import { createEventLog } from './ops/event-log.ts';
import { createRefusalLog } from './ops/refusal-log.ts';
import { createEventCounter, describeStatus, type Status } from './ops/status.ts';
import { createAceDuty } from './players/ace-duty.ts';
import { createAudience } from './players/audience.ts';
import { createDuty } from './players/duty.ts';
import { createRoster } from './players/roster.ts';
import type { Host } from './ports.ts';
import { createDecode, type Push } from './push/decode.ts';
import { pushDefinitions } from './push/registry.ts';

const KEY_CONVARS = ['sonoran_apiKey', 'sonoran_apiKeyPrevious'] as const;
const MINUTE = 60_000;

/** Starts the resource. Synchronous: when it returns, requests are answered. */
export function start(host: Host): void {
  const { clock, console, convars, resource } = host;
  const startedAt = clock.now();

  const { config, problems } = loadConfig(resource.readFile('config.json'));
  for (const problem of problems) console.warn(problem);

  const store = createStore(clock.now, () => ({
    maxOpenCalls: config.calls.maxOpen,
    emergencyExpiresMs: config.calls.expireEmergencyMinutes * MINUTE,
    rememberRemovedMs: config.calls.rememberRemovedMinutes * MINUTE,
  }));
  const persistence = createPersistence(store, host.storage, clock, (unreadable) =>
    console.warn(`${unreadable} stored calls could not be read (from another version?) and were dropped.`),
  );

  const roster = createRoster();
  const duty = createDuty({
    sources: [createAceDuty(host.players)],
    roster,
    clock,
    checkMs: config.duty.aceCheckSeconds * 1000,
    onChange: (player, isOnDuty) => onDutyChange(player, isOnDuty),
  });
  const replication = createReplication({
    bus: host.clients,
    audience: createAudience(duty),
    calls: store.openCalls,
    settings: () => toClientSettings(config),
    now: clock.now,
  });
  const arrivals = createArrivals({
    bus: host.clients,
    clock,
    answer: (player) => duty.isOnDuty(player) && replication.snapshot(player),
  });
  const localEvents = createLocalEvents(host.local);
  const eventLog = createEventLog(console, clock, () => config.log.events);
  const refusalLog = createRefusalLog(console, clock);
  const counter = createEventCounter();
  const address = () => listenAddress(resource.name, convars.get('netPort'));

  function onDutyChange(player: number, isOnDuty: boolean): void {
    if (isOnDuty) replication.welcome(player);
    else replication.clear(player);
    localEvents.dutyChanged(player, isOnDuty);
  }

  /** Everything that follows from changes of the store: players first, other resources last. */
  function publish(changes: readonly Change[], push?: Push): void {
    if (changes.length > 0) {
      duty.verify();
      for (const change of changes) {
        const told = replication.publish(change);
        eventLog.log(() => describeChange(change, told));
      }
      persistence.changed();
      scheduleExpiry();
    }
    if (push) localEvents.push(push);
    localEvents.changes(changes);
  }
  const scheduleExpiry = createExpiry(store, clock, publish);

  const keys = createApiKeys();
  const readKeys = () => keys.set(KEY_CONVARS.map(convars.get));
  readKeys();
  convars.onChange('sonoran_apiKey*', readKeys);

  const decode = createDecode(pushDefinitions);
  host.http.serve(
    createReceiver({
      clock,
      keys,
      limits: () => ({
        maxBodyBytes: config.http.maxBodyBytes,
        bodyTimeoutMs: config.http.bodyTimeoutSeconds * 1000,
      }),
      greeting: () =>
        `${resource.name} ${resource.version} is listening. Sonoran CAD posts to /${resource.name}/event.`,
      accept(envelope) {
        const decoded = decode(envelope);
        if (!decoded.ok) {
          const { error } = decoded;
          return refuse(
            error.kind === 'type'
              ? refusals.type(envelope.type)
              : refusals.payload(error.path, error.expected),
          );
        }
        const push = decoded.value;
        const changes = push.events.flatMap((event) => event.apply(store));
        counter.accepted(push.type, push.events.length, clock.now());
        return ok(() => publish(changes, push));
      },
      onRefused: refusalLog.refused,
      onDefect: (where, error) =>
        console.error(
          `Defect while ${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
        ),
    }),
  );

  const join = (player: number) => {
    roster.join(player, host.players.identifiers(player));
    duty.join(player);
  };
  host.players.onJoin(join);
  host.players.onDrop((player) => {
    roster.drop(player);
    duty.drop(player);
    arrivals.forget(player);
  });
  for (const player of host.players.ids()) join(player);
  scheduleExpiry();

  const status = (): Status => ({
    resource: resource.name,
    version: resource.version,
    startedAt,
    isConfigured: keys.isConfigured(),
    url: address().url,
    calls: { open: store.openCalls().length },
    players: { online: roster.size(), onDuty: duty.players().size },
    events: counter.read(),
    refused: refusalLog.counts(),
  });
  publishCallExports(host.local, store, duty);
  host.local.publish('getStatus', status);
  registerCommand({
    name: resource.name,
    commands: host.commands,
    console,
    subcommands: [
      {
        name: 'status',
        summary: 'shows calls, players on duty, events and refused requests',
        run: () => describeStatus(status(), clock.now()),
      },
    ],
    isAdmin: (player) => host.players.isAceAllowed(player, ADMIN_ACE),
    tell: (player, line) =>
      host.clients.send('chat:addMessage', player, host.clients.pack([{ args: [toConsoleText(line)] }])),
  });

  resource.onStop(() => {
    persistence.flush();
    duty.stop();
  });

  for (const line of startLines(resource.name, resource.version, address())) console.info(line);
  if (!keys.isConfigured()) console.error(NO_KEY_LINE);
}

function toClientSettings({ blips }: Config): ClientSettings {
  return {
    blips: {
      emergency: blips.emergency,
      civil: blips.civil,
      shortRange: blips.shortRange,
      flashMs: blips.flashSeconds * 1000,
    },
  };
}
