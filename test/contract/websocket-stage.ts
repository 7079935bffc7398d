// The websocket of the server and the CAD of the simulator, with real sockets between them.

import { afterEach, expect } from '@jest/globals';
import { createAdmit } from '../../server/admit.ts';
import type { Change } from '../../server/cad/changes.ts';
import { createApiKeys } from '../../server/http/api-keys.ts';
import { createIntake } from '../../server/intake.ts';
import { createDecode } from '../../server/push/decode.ts';
import { pushDefinitions } from '../../server/push/registry.ts';
import { startWebsocket } from '../../server/websocket/start-websocket.ts';
import { openWsSocket } from '../../server/websocket/ws-socket.ts';
import { createManualClock as createCadClock } from '../../simulator/host/clock.ts';
import { type CadOptions, type PushEnvelope, startCad } from '../../simulator/index.ts';
import { makeStore } from '../support/make-store.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { until } from '../support/settle.ts';
import { createTestConsole } from '../support/test-console.ts';

const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of running.splice(0).reverse()) await end();
});

interface Options {
  readonly cad?: CadOptions;
  readonly convars?: Record<string, string>;
  readonly maxBodyBytes?: number;
}

/** Both sides before the first attempt to connect. Everything ends with the test. */
export async function setUp({ cad: cadOptions, convars: ownConvars, maxBodyBytes = 100_000 }: Options = {}) {
  const cadClock = createCadClock(Date.UTC(2026, 0, 1));
  const pushed: PushEnvelope[] = [];
  const cad = await startCad({ clock: cadClock, onPush: (envelope) => pushed.push(envelope), ...cadOptions });
  const clock = createManualClock();
  const console = createTestConsole();
  const store = makeStore(clock.now);
  const keys = createApiKeys();
  keys.set([cad.apiKey]);
  const changes: Change[] = [];
  const forwarded: string[] = [];
  const defects: unknown[] = [];
  const refused: string[] = [];
  const admit = createAdmit({
    keys,
    maxBodyBytes: () => maxBodyBytes,
    accept: createIntake({
      decode: createDecode(pushDefinitions),
      store,
      isFollowed: () => false,
      onAccepted: () => undefined,
      deliver: (made) => changes.push(...made),
      forward: ({ bytes }) => forwarded.push(Buffer.from(bytes).toString()),
      raise: () => undefined,
      raiseUnknown: () => undefined,
    }),
    onDefect: (where, error) => defects.push([where, error]),
  });
  const convars: Record<string, string> = {
    sonoran_apiKey: cad.apiKey,
    sonoran_communityID: cad.communityId,
    sonoran_serverId: String(cad.serverId),
    sonoran_apiUrl: cad.url,
    ...ownConvars,
  };
  let changed: () => void = () => undefined;
  const websocket = startWebsocket({
    settings: () => ({ transport: 'both', maxBodyBytes }),
    convars: {
      get: (name) => convars[name] ?? '',
      onChange: (_, run) => {
        changed = () => run('sonoran_apiKey');
      },
    },
    ...{ clock, console, admit, open: openWsSocket },
    onRefused: (from, { reason, detail }) => refused.push(`${from}: ${reason}: ${detail}`),
    onResumed: () => undefined,
    random: () => 0,
  });
  running.push(async () => {
    websocket.stop();
    await cad.close();
    expect(defects).toEqual([]);
  });
  const isConnected = () => websocket.status().connectedSince !== null;
  const connected = () => until(isConnected);
  const lost = () => until(() => !isConnected());
  const openCalls = () => store.incidents.openCalls().length;
  return {
    ...{ cad, cadClock, clock, websocket, store, admit, pushed, changes, forwarded, refused, convars },
    ...{ connected, lost, openCalls },
    lines: console.lines,
    convarsChanged: () => changed(),
    /** Starts the attempt that is due. */
    attempt: (afterMs = 0) => clock.advance(afterMs),
  };
}

/** The same, connected. */
export async function setUpConnected(options: Options = {}) {
  const all = await setUp(options);
  all.attempt();
  await all.connected();
  return all;
}
