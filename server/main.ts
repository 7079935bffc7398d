// Composition root: ties the rooms together. `fx/entry.ts` calls it with the real host.

import { unitLabel } from '../shared/unit.ts';
import { startActions } from './actions/start-actions.ts';
import { publishActionExports } from './api/action-exports.ts';
import { createLocalEvents } from './api/events.ts';
import { publishExports } from './api/exports.ts';
import { keepForwarding } from './api/forward/start-forwarding.ts';
import { createOfficialEvents } from './api/official/official-events.ts';
import { publishOfficialExports } from './api/official/official-exports.ts';
import { createOtherSoftware } from './api/other-software.ts';
import { createSubscriptions } from './api/subscriptions.ts';
import { createToUnit } from './api/units.ts';
import { type Change, isAboutUnit } from './cad/changes.ts';
import { createExpiry } from './cad/expiry.ts';
import { createPersistence } from './cad/persistence.ts';
import { createStore } from './cad/store.ts';
import { toClientSettings } from './config/client-settings.ts';
import type { Use } from './config/load.ts';
import { loadSettings } from './config/load-settings.ts';
import { statusLabel } from './config/status-label.ts';
import { createDelivery } from './deliver/create-delivery.ts';
import type { PublishOptions } from './deliver/replication.ts';
import { startLocations } from './locations/start-locations.ts';
import { CAD_FOLDER, listenAddress } from './ops/address.ts';
import { describeChanges } from './ops/describe-change.ts';
import { createEventLog } from './ops/event-log.ts';
import { createRefusalLog } from './ops/refusal-log.ts';
import { createScreens } from './ops/screens.ts';
import { startOps } from './ops/start-ops.ts';
import { createEventCounter } from './ops/status.ts';
import { createLoadPart } from './parts.ts';
import { findCaller } from './places/caller-position.ts';
import { createLocator } from './places/locate.ts';
import { createPostals } from './places/postals.ts';
import { createAudience } from './players/audience.ts';
import { createPresence } from './players/presence.ts';
import type { Host } from './ports.ts';
import { startRest } from './rest/start-rest.ts';
import { startIntake } from './start-intake.ts';
import { createOpenSocket } from './websocket/open-socket.ts';
import { startWebsocket } from './websocket/start-websocket.ts';

const MINUTE = 60_000;

/** Starts the resource. Synchronous: when it returns, requests are answered. */
export function start(host: Host): void {
  const { clock, console, convars, resource, resources, local } = host;
  const startedAt = clock.now();
  const loadPart = createLoadPart(resource);

  const loadMistakes = () => loadPart('mistakes');
  const load = (use?: Use) => loadSettings(resource, convars, loadMistakes, use);
  const loaded = load();
  let { config } = loaded;
  const mistakes = [...loaded.problems, ...loaded.warnings];
  for (const mistake of mistakes) console.warn(mistake);
  const labelOf = (status: number | null) => statusLabel(config.statusLabels, status);
  const address = () =>
    listenAddress(resource.name, convars.get('netPort'), convars.get('sv_listingIpOverride'));

  const store = createStore(clock.now, () => ({
    maxOpenCalls: config.calls.maxOpen,
    maxUnits: config.units.max,
    panicMs: config.units.panicSeconds * 1000,
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
    onLeft(player, wasOnDuty) {
      if (wasOnDuty) localEvents.dutyChanged(player, false);
      delivery.forget(player);
      started.forget(player);
      locations.forget(player);
      screens.forget(player);
    },
  });
  const { roster, matching, duty } = presence;
  const { playerOf, unitOf } = matching;

  const findPlayer = (identifier: string) => roster.withIdentifier(identifier).at(-1) ?? null;
  const postals = createPostals({ resources, console, clock, settings: () => config.places });
  const locator = createLocator({
    clock,
    postals,
    players: host.players,
    findPlayer,
    settings: () => config.places,
  });
  const locate = locator.withPosition;

  const audience = createAudience(() => config.audience, {
    onDuty: duty.players,
    facets: presence.facets,
    playerOf,
    unit: units.get,
    isDispatcherOnline: units.isDispatcherOnline,
  });
  let shown = { from: config, settings: toClientSettings(config) };
  /** Worked out once for as long as the settings stay the same. */
  const clientSettings = () => {
    if (shown.from !== config) shown = { from: config, settings: toClientSettings(config) };
    return shown.settings;
  };
  const delivery = createDelivery({
    bus: host.clients,
    share: host.share,
    clock,
    players: host.players,
    store,
    audience,
    playerOf,
    unitOf,
    locate,
    labelOf,
    settings: clientSettings,
    panicMs: () => config.units.panicSeconds * 1000,
    sounds: () => config.tones,
    callerOf: (call) => findCaller(call, (identifier) => findPlayer(identifier)),
    isCallerTold: () => config.emergency.tellCaller,
  });
  postals.onChange(delivery.placesChanged);

  const toUnit = createToUnit({ playerOf, playerAtLogout: presence.playerAtLogout, labelOf });
  const subscriptions = createSubscriptions(resources, console);
  const localEvents = createLocalEvents({ local, toUnit, unit: units.get, locate, share: host.share });
  const official = createOfficialEvents({
    ...{ store, local, clients: host.clients, resources, subscriptions, console, playerOf },
    share: host.share,
    resource: resource.name,
    isHere: roster.has,
  });
  const others = createOtherSoftware({ events: localEvents, subscriptions, official });
  const forwarder = keepForwarding({
    settings: () => config,
    resource: resource.name,
    port: address().port,
    clock,
    console,
  });

  const onDefect = (where: string, error: unknown) =>
    console.error(
      `Defect while ${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    );
  const eventLog = createEventLog(console, clock, () => config.log.events);
  const refusalLog = createRefusalLog(console, clock);
  const counter = createEventCounter();
  const unitName = (ident: number) => {
    const unit = units.get(ident);
    return unit ? unitLabel(unit) : `Unit ${ident}`;
  };

  /** Players first: everything else can wait. */
  function deliver(changes: readonly Change[], options?: PublishOptions): void {
    if (changes.length > 0) {
      presence.apply(changes);
      if (!changes.every(isAboutUnit)) duty.verify();
      const told = delivery.publish(changes, options);
      eventLog.log(() => describeChanges(changes, told, { unitName, labelOf }));
    }
    // Also after an event without a visible change: what waits for its call is kept and goes in time, too.
    persistence.changed();
    scheduleExpiry();
  }
  /** For what changes without an event of the CAD. */
  function publish(changes: readonly Change[], options?: PublishOptions): void {
    deliver(changes, options);
    others.raiseChanges(changes);
    forgetPlaces(changes);
  }
  const scheduleExpiry = createExpiry(incidents, clock, (changes) => publish(changes));
  /** Last of all: other resources are told where a call was. */
  function forgetPlaces(changes: readonly Change[]): void {
    for (const change of changes) if (change.type === 'call.closed') locator.forget(change.before.key);
  }

  const { keys, admit, rehearse } = startIntake({
    ...{ host, store, deliver, forwarder, others, subscriptions, onDefect },
    settings: () => config.http,
    onAccepted: (type, events, from) => counter.accepted(type, events, clock.now(), from),
    onRefused: refusalLog.refused,
    onTold: forgetPlaces,
  });

  const rest = startRest({
    ...{ convars, store, clock, console },
    settings: () => config.rest,
    deliver: (changes) => publish(changes, { isSilent: true }),
    onSynced: () => void started.catchUp(),
  });
  const websocket = startWebsocket({
    ...{ convars, clock, console, admit },
    open: createOpenSocket(loadPart),
    settings: () => ({ transport: config.transport, maxBodyBytes: config.http.maxBodyBytes }),
    onRefused: refusalLog.refused,
    onResumed: () => void rest.resync.run(),
  });
  const unitOfPlayer = (player: number) => {
    const ident = unitOf(player);
    return ident === null ? null : units.get(ident);
  };
  const started = startActions({
    ...{ store, clock, audience, publish, onDefect },
    cad: rest.client,
    bus: host.clients,
    players: host.players,
    unitOf: unitOfPlayer,
    characterName: presence.characterName,
    nearestPostal: postals.nearest,
    emergency: () => config.emergency,
    rules: () => config.actions,
    locate,
    statusLabels: () => config.statusLabels,
    lookAgain: () => void rest.resync.run(),
  });
  const locations = startLocations({
    ...{ clock, console, rest: rest.client, websocket },
    settings: () => config.unitLocations,
    bus: host.clients,
    players: host.players,
    onDuty: duty.players,
    unitOf: unitOfPlayer,
  });
  const screens = createScreens(host.clients, roster.has);

  presence.restore(units.all());
  presence.start();
  delivery.open();
  scheduleExpiry();

  const ops = startOps({
    host,
    loadPart,
    startedAt,
    address,
    keys,
    store,
    presence,
    audience,
    postals,
    screens,
    rest,
    websocket,
    forwarder,
    counter,
    refusals: refusalLog,
    load,
    config: () => config,
    apply(next) {
      const before = config.places;
      config = next;
      presence.configure(next.duty);
      delivery.settingsChanged(roster.ids());
      postals.reload();
      if (next.places.useCallerPosition !== before.useCallerPosition) delivery.placesChanged();
      websocket.settingsChanged();
      forwarder.settingsChanged();
      rest.resync.settingsChanged();
      locations.settingsChanged();
    },
    receive: rehearse,
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
    explain: ops.explain,
    status: ops.status,
  });
  publishActionExports({
    ...{ local, store, console, onDefect },
    actions: started.actions,
    unitOf: unitOfPlayer,
  });
  if (resource.name === CAD_FOLDER) {
    publishOfficialExports({
      ...{ local, official, unitOf, convars, console },
      isDispatcherOnline: units.isDispatcherOnline,
      caller: resources.caller,
    });
  }

  resource.onStop(() => {
    ops.stop();
    persistence.flush();
    presence.stop();
    forwarder.stop();
    started.stop();
    locations.stop();
    rest.stop();
    websocket.stop();
  });

  for (const line of ops.banner(mistakes)) console.info(line);
}
