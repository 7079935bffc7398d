// Starts a simulated CAD: state, a dispatcher's hands, REST API, websocket hub and delivery of events.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRealClock } from '../host/clock.ts';
import type { Cad } from './cad.ts';
import { createDesk } from './desk/desk.ts';
import { createClients } from './hub/clients.ts';
import { createMethods } from './hub/methods.ts';
import { createHubServer } from './hub/serve.ts';
import { createIds } from './ids.ts';
import { type CadOptions, cadDefaults } from './options.ts';
import { createDelivery } from './push/delivery.ts';
import { toEnvelope } from './push/envelope.ts';
import { eventUrlOf } from './push/event-url.ts';
import { postEvent } from './push/post-event.ts';
import { takeIn } from './push/take-in.ts';
import { createApi } from './rest/api.ts';
import { createFailures } from './rest/failures.ts';
import { createLimits } from './rest/limits.ts';
import type { Plan } from './rest/ports.ts';
import { createRequestLog } from './rest/request-log.ts';
import { serveRest } from './rest/serve.ts';
import { blankServer, createState } from './state/state.ts';
import { toIso } from './time.ts';
import { createTimers } from './timers.ts';
import type { CadServer } from './types.ts';

const HOST = '127.0.0.1';

/** Starts listening; rejects when the port is taken. */
export async function startCad(options: CadOptions = {}): Promise<Cad> {
  const { communityId = cadDefaults.communityId, serverId = cadDefaults.serverId, wire = {} } = options;
  const { clock = createRealClock(), ids = createIds() } = options;
  const now = () => clock.now();
  let apiKey: string = options.apiKey ?? cadDefaults.apiKey;
  let plan: Plan = options.plan ?? cadDefaults.plan;
  let eventUrl = options.eventUrl ?? null;

  const timers = createTimers(clock);
  const state = createState(now, options.servers ?? [blankServer(serverId)]);
  const clients = createClients(serverId, wire.websocketPayload ?? 'string');
  const gameServer = () => eventUrl ?? settingsUrl(state.servers, serverId);
  const delivery = createDelivery({ toWebsocket: clients.push, eventUrl: gameServer });

  function push(type: string, data?: unknown): void {
    const envelope = toEnvelope(apiKey, type, data, wire.events ?? 'object');
    options.onPush?.(envelope);
    delivery.send(envelope);
  }

  const pushesOwn = new Set<string>(options.pushesOwn ?? cadDefaults.pushesOwn);
  const deskPorts = { state, ids, now, timers, push, statusShape: wire.status ?? 'identIds' };
  const ownDesk = createDesk(
    { ...deskPorts, push: (type, data) => pushesOwn.has(type) && push(type, data) },
    push,
  );

  const failures = createFailures();
  const log = createRequestLog();
  const api = createApi({
    state,
    desk: ownDesk,
    now,
    ids,
    plan: () => plan,
    apiKey: () => apiKey,
    serverId,
    communityUuid: ids.uuid(),
    unitList: wire.unitList ?? 'list',
    limits: options.limits === false ? null : createLimits(now),
    onServers: (servers) => {
      state.servers = servers;
    },
  });
  const invoke = createMethods({
    state,
    now,
    communityId,
    apiKey: () => apiKey,
    isApiIncluded: () => plan.isApiIncluded,
    takeRefusal: clients.takeRefusal,
    onLocations: clients.addLocations,
  });
  const hubServer = createHubServer({ clients, invoke, failures, log, timers, ids, now });
  const http = createServer(serveRest({ api, failures, log, timers, ids, now, other: hubServer.negotiate }));
  http.on('upgrade', hubServer.upgrade);
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, HOST, resolve);
  });

  return {
    url: `http://${HOST}:${(http.address() as AddressInfo).port}`,
    get apiKey() {
      return apiKey;
    },
    communityId,
    serverId,
    state,
    desk: createDesk(deskPorts),
    hub: clients.hub,
    async post(text) {
      await delivery.idle();
      const url = gameServer();
      if (url === null) return null;
      const reply = await postEvent(url, text);
      if (reply.status === 200) takeIn(state, text, toIso(now()));
      return reply;
    },
    forget() {
      state.units.clear();
      state.calls.clear();
      state.links.clear();
    },
    setEventUrl(url) {
      eventUrl = url;
    },
    setApiKey(key) {
      apiKey = key;
    },
    setPlan(next) {
      plan = next;
    },
    delivered: delivery.delivered,
    onDelivered: delivery.onDelivered,
    idle: delivery.idle,
    requests: log.items,
    seen: log.seen,
    fail: failures.add,
    recover: failures.clear,
    async close() {
      timers.stop();
      delivery.close();
      hubServer.close();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      await delivery.idle();
    },
  };
}

function settingsUrl(servers: readonly CadServer[], serverId: number): string | null {
  const server = servers.find(({ id }) => id === serverId);
  return server ? eventUrlOf(server) : null;
}
