// Composition root: ties the rooms together. `fx/entry.ts` calls it with the real host.

import { parseTexts } from '../shared/locale.ts';
import { toConsoleText } from '../shared/text.ts';
import { unitLabel } from '../shared/unit.ts';
import { createLocalEvents } from './api/events.ts';
import { publishExports } from './api/exports.ts';
import { startForwarding } from './api/forward/start-forwarding.ts';
import { TRAIL_HEADER } from './api/forward/trail.ts';
import { createOfficialEvents } from './api/official/official-events.ts';
import { publishOfficialExports } from './api/official/official-exports.ts';
import { createOtherSoftware } from './api/other-software.ts';
import { createSubscriptions } from './api/subscriptions.ts';
import { createToUnit } from './api/units.ts';
import type { Change } from './cad/changes.ts';
import { createExpiry } from './cad/expiry.ts';
import { createPersistence } from './cad/persistence.ts';
import { createStore } from './cad/store.ts';
import { checkTexts } from './config/check-texts.ts';
import { toClientSettings } from './config/client-settings.ts';
import { loadConfig } from './config/load.ts';
import { statusLabel } from './config/status-label.ts';
import { createDelivery } from './deliver/create-delivery.ts';
import { createApiKeys } from './http/api-keys.ts';
import { createReceiver } from './http/receive.ts';
import { createIntake } from './intake.ts';
import { CAD_FOLDER, listenAddress, NO_KEY_LINE, startLines } from './ops/address.ts';
import { ADMIN_ACE, registerCommand } from './ops/commands.ts';
import { describeChanges } from './ops/describe-change.ts';
import { createEventLog } from './ops/event-log.ts';
import { createExplain } from './ops/explain.ts';
import { createRefusalLog } from './ops/refusal-log.ts';
import { createEventCounter, describeStatus, type Status } from './ops/status.ts';
import { createLocator } from './places/locate.ts';
import { createPostals } from './places/postals.ts';
import { createAudience } from './players/audience.ts';
import { createPresence } from './players/presence.ts';
import type { Host } from './ports.ts';
import { createDecode } from './push/decode.ts';
import { pushDefinitions } from './push/registry.ts';

const KEY_CONVARS = ['sonoran_apiKey', 'sonoran_apiKeyPrevious'] as const;
const MINUTE = 60_000;

/** Starts the resource. Synchronous: when it returns, requests are answered. */
export function start(host: Host): void {
  const { clock, console, convars, resource, resources, local } = host;
  const startedAt = clock.now();

  const { config, problems } = loadConfig(resource.readFile('config.json'));
  for (const problem of problems) console.warn(problem);
  const english = parseTexts(resource.readFile('locales/en.json') ?? '{}');
  for (const problem of english.ok ? checkTexts(config.notify.texts, english.value) : [])
    console.warn(`config.json: notify.texts: ${problem}.`);
  const labelOf = (status: number | null) => statusLabel(config.statusLabels, status);
  const address = () => listenAddress(resource.name, convars.get('netPort'));

  const store = createStore(clock.now, () => ({
    maxOpenCalls: config.calls.maxOpen,
    maxUnits: config.units.max,
    emergencyExpiresMs: config.calls.expireEmergencyMinutes * MINUTE,
    dispatchExpiresMs: config.calls.expireDispatchMinutes * MINUTE,
    rememberClosedMs: config.calls.rememberClosedMinutes * MINUTE,
    parkedMs: config.calls.parkedMinutes * MINUTE,
  }));
  const { incidents, units } = store;
  const persistence = createPersistence(store, host.storage, clock, (unreadable) =>
    console.warn(`${unreadable} stored rows could not be read (from another version?) and were dropped.`),
  );

  const presence = createPresence({ ...host, unit: units.get }, config.duty, {
    onDuty(player, isOnDuty) {
      delivery.dutyChanged(player, isOnDuty);
      localEvents.dutyChanged(player, isOnDuty);
    },
    onUnit: (ident) => official.unitMoved(ident),
    onOwnUnit: (player) => delivery.unitChanged(player),
    onLeft: (player) => delivery.forget(player),
  });
  const { roster, matching, duty } = presence;
  const { playerOf, unitOf } = matching;

  const postals = createPostals({ resources, console, clock, settings: () => config.places });
  const locator = createLocator({
    clock,
    postals,
    players: host.players,
    findPlayer: (identifier) => roster.withIdentifier(identifier).at(-1) ?? null,
    settings: () => config.places,
  });
  const locate = locator.withPosition;

  const audience = createAudience(config.audience, {
    onDuty: duty.players,
    facets: presence.facets,
    playerOf,
    unit: units.get,
    isDispatcherOnline: units.isDispatcherOnline,
  });
  const delivery = createDelivery({
    bus: host.clients,
    clock,
    players: host.players,
    store,
    audience,
    playerOf,
    unitOf,
    locate,
    labelOf,
    settings: () => toClientSettings(config),
    panicMs: config.units.panicSeconds * 1000,
    sounds: config.tones,
  });
  postals.onChange(delivery.placesChanged);

  const toUnit = createToUnit({ playerOf, labelOf });
  const subscriptions = createSubscriptions(resources, console);
  const localEvents = createLocalEvents({ local, toUnit, unit: units.get, locate });
  const official = createOfficialEvents({
    ...{ store, local, clients: host.clients, resources, subscriptions, console, playerOf },
    resource: resource.name,
    isHere: roster.has,
  });
  const others = createOtherSoftware({ events: localEvents, subscriptions, official });
  const forwarder = startForwarding({
    settings: config,
    resource: resource.name,
    port: address().port,
    clock,
    console,
  });

  const eventLog = createEventLog(console, clock, () => config.log.events);
  const refusalLog = createRefusalLog(console, clock);
  const counter = createEventCounter();
  const unitName = (ident: number) => {
    const unit = units.get(ident);
    return unit ? unitLabel(unit) : `Unit ${ident}`;
  };

  /** Players first: everything else can wait. */
  function deliver(changes: readonly Change[]): void {
    if (changes.length > 0) {
      presence.apply(changes);
      duty.verify();
      const told = delivery.publish(changes);
      eventLog.log(() => describeChanges(changes, told, { unitName, labelOf }));
    }
    // Also after an event without a visible change: what waits for its call is kept and goes in time, too.
    persistence.changed();
    scheduleExpiry();
  }
  const scheduleExpiry = createExpiry(incidents, clock, (changes) => {
    deliver(changes);
    others.raiseChanges(changes);
    forgetPlaces(changes);
  });
  /** Last of all: other resources are told where a call was. */
  function forgetPlaces(changes: readonly Change[]): void {
    for (const change of changes) if (change.type === 'call.closed') locator.forget(change.before.key);
  }

  const keys = createApiKeys();
  const readKeys = () => keys.set(KEY_CONVARS.map(convars.get));
  readKeys();
  convars.onChange('sonoran_apiKey*', readKeys);

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
      accept: createIntake({
        decode: createDecode(pushDefinitions),
        store,
        isFollowed: subscriptions.isKnown,
        onAccepted: (type, events) => counter.accepted(type, events, clock.now()),
        deliver,
        forward: ({ envelope, bytes, header }) =>
          forwarder.forward(new Uint8Array(bytes), { type: envelope.type, trail: header(TRAIL_HEADER) }),
        raise(push, { envelope }) {
          others.raise(push, envelope);
          forgetPlaces(push.events.flatMap(({ changes }) => changes));
        },
        raiseUnknown: ({ envelope }) => others.raiseUnknown(envelope),
      }),
      onRefused: refusalLog.refused,
      onDefect: (where, error) =>
        console.error(
          `Defect while ${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
        ),
    }),
  );

  presence.restore(units.all());
  presence.start();
  scheduleExpiry();

  const status = (): Status => ({
    resource: resource.name,
    version: resource.version,
    startedAt,
    isConfigured: keys.isConfigured(),
    url: address().url,
    calls: { open: incidents.openCalls().length },
    units: { online: units.all().length, isDispatcherOnline: units.isDispatcherOnline() },
    players: { online: roster.size(), onDuty: duty.players().size },
    framework: presence.framework(),
    postals: postals.source(),
    events: counter.read(),
    refused: refusalLog.counts(),
    forwarding: forwarder.status(),
  });
  const explain = createExplain({
    name: host.players.name,
    has: roster.has,
    opinions: duty.explain,
    isOnDuty: duty.isOnDuty,
    unitOf: (player) => {
      const ident = unitOf(player);
      return ident === null ? null : unitName(ident);
    },
    findCall: incidents.findCall,
    audience,
  });
  publishExports({
    local,
    store,
    toUnit,
    locate,
    unitOf,
    playerOf,
    onDuty: duty.players,
    exportDuty: presence.exportDuty,
    caller: resources.caller,
    subscriptions,
    explain,
    status,
  });
  if (resource.name === CAD_FOLDER) {
    publishOfficialExports({
      ...{ local, official, unitOf, convars, console },
      isDispatcherOnline: units.isDispatcherOnline,
      caller: resources.caller,
    });
  }
  registerCommand({
    name: resource.name,
    commands: host.commands,
    console,
    subcommands: [
      {
        name: 'status',
        summary: 'shows calls, units, players on duty, events and refused requests',
        run: () => describeStatus(status(), clock.now()),
      },
      {
        name: 'why',
        summary: 'why a player is on duty or not, and sees a call or not: why <player id> [call]',
        run: explain.command,
      },
    ],
    isAdmin: (player) => host.players.isAceAllowed(player, ADMIN_ACE),
    tell: (player, line) =>
      host.clients.send('chat:addMessage', player, host.clients.pack([{ args: [toConsoleText(line)] }])),
  });

  resource.onStop(() => {
    persistence.flush();
    presence.stop();
    forwarder.stop();
  });

  for (const line of startLines(resource.name, resource.version, address())) console.info(line);
  if (!keys.isConfigured()) console.error(NO_KEY_LINE);
}
