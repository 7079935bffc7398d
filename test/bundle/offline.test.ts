// The built bundles with a key and nothing else: no community, no server id, no network. Everything inbound works, and the
// console stays calm.

import { afterEach, expect, jest, test } from '@jest/globals';
import { createTwoWayStage, PLACE, type StageOptions, type TwoWayStage, wasTold } from './two-way-stage.ts';

// A quarter of an hour with four games takes seconds, and many on a busy machine.
jest.setTimeout(300_000);

const running: TwoWayStage[] = [];

afterEach(async () => {
  for (const stage of running.splice(0)) await stage.close();
});

/** A port that nothing listens at. */
const NOWHERE = { sonoran_apiUrl: 'http://127.0.0.1:9', sonoran_serverId: '1', sonoran_communityID: 'demo' };
/** Every pause between two tries comes to its end several times. */
const LONG_MS = 900_000;

test.each<[string, StageOptions]>([
  ['without a community and a server id', { isConnected: false }],
  ['without a network', { isConnected: false, convars: NOWHERE }],
  [
    'without a network, with everything that needs one switched on',
    {
      isConnected: false,
      convars: NOWHERE,
      config: { transport: 'both', unitLocations: { isEnabled: true }, rest: { enabled: true } },
    },
  ],
])('%s events reach the players, and nothing is said twice', async (_, options) => {
  const stage = await createTwoWayStage(options);
  running.push(stage);
  const { cad, server, games, units, passUntil } = stage;
  const { iris, tom, nora } = games;

  cad.desk.callEmergency({ caller: 'Nora', metaData: PLACE });
  await passUntil(() => iris.blips.length === 1 && tom.blips.length === 1);
  const { callId } = cad.desk.createDispatch({ fromEmergency: 1, title: 'Burglary' });
  cad.desk.attach(callId, units.iris);
  await passUntil(() => iris.blips.some(({ route }) => route));
  cad.desk.panic(units.tom);
  await passUntil(() => iris.blips.length === 2);
  cad.desk.panic(units.tom, false);
  cad.desk.note(callId, 'careful');
  cad.desk.close(callId);
  await passUntil(() => iris.blips.length === 0);
  iris.command('cad status busy');
  await passUntil(() => iris.chat.length > 0 || iris.nuiMessages.length > 0 || iris.feed.length > 0);
  nora.command('911 help');
  await passUntil(() => wasTold(nora, 'call') || wasTold(nora, 'CAD'));

  await server.advance(LONG_MS);
  const complaints = server.console
    .map(({ text }) => text)
    .filter((text) => /\^1|\^3|error|fail|trouble|cannot|no answer|not connected/i.test(text));
  expect(complaints.length).toBe(new Set(complaints).size);
  expect(
    complaints.filter((text) => /REST|API|CAD’s|Sonoran CAD cannot/i.test(text)).length,
  ).toBeLessThanOrEqual(1);
  expect(complaints.filter((text) => /websocket/i.test(text)).length).toBeLessThanOrEqual(1);
  expect(server.allProblems()).toEqual([]);
});
