// Both directions through the built bundles and the simulated CAD: what players do in the game is done in the CAD, and what
// comes of it is on everybody's screen.

import { afterEach, expect, test } from '@jest/globals';
import {
  chat,
  createTwoWayStage,
  PLACE,
  type StageOptions,
  type TwoWayStage,
  wasTold,
} from './two-way-stage.ts';

const running: TwoWayStage[] = [];

afterEach(async () => {
  for (const stage of running.splice(0)) await stage.close();
});

async function setUp(options?: StageOptions): Promise<TwoWayStage> {
  const stage = await createTwoWayStage(options);
  running.push(stage);
  return stage;
}

/** A 911 call that Iris and Tom see. */
async function withEmergency(stage: TwoWayStage): Promise<number> {
  const { iris, tom } = stage.games;
  const { callId } = stage.cad.desk.callEmergency({ caller: 'Nora', location: 'Sinner St', metaData: PLACE });
  await stage.passUntil(() => iris.blips.length === 1 && tom.blips.length === 1);
  return callId;
}

/** A dispatch call that Iris has made of a 911 call by answering it. */
async function withAnsweredCall(stage: TwoWayStage): Promise<number> {
  await withEmergency(stage);
  stage.games.iris.press('F10');
  await stage.passUntil(() => stage.calls()[0]?.idents.length === 1);
  await stage.passUntilAsked('deleteEmergencyCall');
  const [call] = stage.cad.state.calls.active();
  if (!call) throw new Error('The CAD has no dispatch call.');
  return call.callId;
}

test('a citizen calls, an officer answers with one key, and the caller hears who comes', async () => {
  const stage = await setUp();
  const { cad, server, games, units, passUntil, passUntilAsked, calls } = stage;
  const { iris, tom, nora } = games;

  nora.command('911 a van is being broken into');
  await passUntil(() => iris.blips.length === 1 && tom.blips.length === 1);
  await passUntil(() => wasTold(nora, 'Your call was received.'));
  expect(nora.blips).toEqual([]);
  expect(cad.state.calls.emergencies()).toMatchObject([
    {
      caller: 'Nora',
      description: 'a van is being broken into',
      metaData: { x: '425.00', callerPlayerId: '7' },
    },
  ]);

  iris.press('F10');
  await passUntil(() => calls()[0]?.stage === 'dispatch' && calls()[0]?.idents.length === 1);
  await passUntilAsked('deleteEmergencyCall');
  expect(cad.state.calls.emergencies()).toEqual([]);
  expect(cad.state.calls.active()).toMatchObject([
    { description: 'a van is being broken into', idents: [units.iris], metaData: { createdFromId: '1' } },
  ]);
  expect(calls()).toHaveLength(1);
  await passUntil(() => wasTold(nora, '2-ADAM-14 is responding'));
  await passUntil(() => iris.blips.some(({ route }) => route));
  expect(tom.blips).toHaveLength(1);

  iris.command('cad status on scene');
  await passUntil(() => wasTold(nora, '2-ADAM-14 has arrived'));
  cad.desk.close(cad.state.calls.active().map(({ callId }) => callId));
  await passUntil(() => iris.blips.length === 0 && tom.blips.length === 0);
  await passUntil(() => wasTold(nora, 'Your call was closed.'));
  expect(server.allProblems()).toEqual([]);
});

test('a caller who does not want to be named is not, and a caller in silence hears nothing', async () => {
  const { cad, games, passUntil, passUntilAsked } = await setUp();
  games.nora.command('911 anon shots fired');
  await passUntil(() => games.iris.blips.length === 1);
  expect(JSON.stringify(cad.state.calls.emergencies())).not.toMatch(/Nora|c3c3c3/);
  cad.desk.callEmergency({ metaData: { ...PLACE, callerPlayerId: '7', silentAlert: 'true' } });
  await passUntil(() => games.iris.blips.length === 2);
  games.iris.press('F10');
  await passUntilAsked('deleteEmergencyCall');
  expect(wasTold(games.nora, 'is responding')).toBe(false);
});

test('two officers at the same moment end on one call', async () => {
  const stage = await setUp();
  const { cad, games, units, passUntil, calls } = stage;
  await withEmergency(stage);
  games.iris.press('F10');
  games.tom.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 2);
  expect(calls()).toHaveLength(1);
  await passUntil(() => cad.state.calls.emergencies().length === 0);
  const [call, ...more] = cad.state.calls.active();
  expect(more).toEqual([]);
  expect(new Set(call?.idents)).toEqual(new Set([units.iris, units.tom]));
});

test('the key pressed again, by somebody impatient, makes no second call', async () => {
  const stage = await setUp();
  const { cad, games, passUntil, calls } = stage;
  await withEmergency(stage);
  for (let press = 0; press < 5; press += 1) games.iris.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 1);
  games.iris.press('F10');
  await passUntil(() => cad.state.calls.emergencies().length === 0);
  expect(cad.state.calls.active()).toHaveLength(1);
});

test('notes, status, panic and leaving are done in the CAD and seen by the others', async () => {
  const stage = await setUp();
  const { cad, server, games, units, passUntil, passUntilAsked, calls } = stage;
  const { iris, tom } = games;
  const callId = await withAnsweredCall(stage);

  iris.command('cad note two suspects, one armed');
  await passUntil(() => cad.state.calls.dispatch(callId)?.notes.length === 1);
  expect(cad.state.calls.dispatch(callId)?.notes).toMatchObject([
    { label: '2-ADAM-14', content: 'two suspects, one armed' },
  ]);
  await passUntil(() => JSON.stringify(calls()).includes('two suspects'));

  iris.command('cad status busy');
  await passUntil(() => cad.state.units.get(units.iris)?.status === 1);

  iris.command('cad panic');
  await passUntil(() => cad.state.units.get(units.iris)?.isPanic === true);
  await passUntil(() => tom.blips.length === 2);
  iris.command('cad panic');
  await passUntil(() => cad.state.units.get(units.iris)?.isPanic === false);
  await passUntil(() => tom.blips.length === 1);

  iris.command('cad leave');
  await passUntilAsked('detachUnits');
  await passUntil(() => calls()[0]?.idents.length === 0 && !iris.blips.some(({ route }) => route));
  expect(cad.state.calls.dispatch(callId)?.idents).toEqual([]);
  expect(server.allProblems()).toEqual([]);
});

test('the first unit and the postal of a call are changed in the CAD, for those who are on it', async () => {
  const stage = await setUp();
  const { cad, games, units, passUntil, calls } = stage;
  const callId = await withAnsweredCall(stage);
  games.tom.command('cad primary');
  await passUntil(() => wasTold(games.tom, 'You are not attached to a call.'));
  games.tom.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 2);
  games.tom.command('cad primary');
  await passUntil(() => cad.state.calls.dispatch(callId)?.primary === units.tom);
  await passUntil(() => calls()[0]?.primary === units.tom);
  games.iris.command('cad postal 8112');
  await passUntil(() => cad.state.calls.dispatch(callId)?.postal === '8112');
  await passUntil(() => calls()[0]?.postal === '8112');
  expect(calls()[0]?.idents).toEqual([units.iris, units.tom]);
});

test('what the owner does not allow, or only from near, is refused with the reason', async () => {
  const config = { actions: { allowed: ['respond', 'note'], maxMetres: 100 } };
  const stage = await setUp({ config });
  const { cad, games, passUntil, passUntilAsked } = stage;
  await withEmergency(stage);
  games.iris.command('cad panic');
  await passUntil(() => wasTold(games.iris, 'You may not do that.'));
  games.iris.press('F10');
  await passUntil(() => wasTold(games.iris, 'You are too far away from the call.'));
  expect(cad.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  games.iris.ped().coords = [430, -970, 30];
  await stage.server.advance(100);
  games.iris.press('F10');
  await passUntilAsked('createDispatchCall');
});

test('an answer that is under way when the resource restarts is neither doubled nor lost', async () => {
  const stage = await setUp();
  const { cad, server, games, units, passUntil, passUntilAsked, calls } = stage;
  await withEmergency(stage);
  cad.fail({ slow: 60_000, match: { endpoint: 'createDispatchCall' } });
  games.iris.press('F10');
  await passUntilAsked('createDispatchCall');
  expect(cad.state.calls.active()).toHaveLength(1);
  server.restart();
  expect(calls()).toMatchObject([{ stage: '911', idents: [] }]);

  await passUntil(() => calls()[0]?.stage === 'dispatch');
  expect(calls()).toMatchObject([{ emergencyId: 1, idents: [units.iris] }]);
  await passUntil(() => games.iris.blips.length === 1 && games.tom.blips.length === 1);

  // Who presses again, as the screen was away for a moment, asks for what is there already.
  games.iris.press('F10');
  games.tom.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 2);
  expect(cad.state.calls.active()).toMatchObject([{ idents: [units.iris, units.tom] }]);
  expect(server.allProblems()).toEqual([]);
  // The 911 call, whose removal the restart swallowed, is not left lying in the CAD.
  await passUntil(() => cad.state.calls.emergencies().length === 0);
});

test('when the CAD refuses, the officer is told why, and nothing has changed', async () => {
  const stage = await setUp();
  const { cad, games, passUntil, calls } = stage;
  await withEmergency(stage);
  cad.fail({ status: 402, times: Number.POSITIVE_INFINITY, match: { method: 'POST' } });
  games.iris.press('F10');
  await passUntil(() => chat(games.iris).some((line) => line.includes('plan')));
  expect(calls()).toMatchObject([{ stage: '911', idents: [] }]);
});

test('who is on duty but no unit in the CAD is told so', async () => {
  const stage = await setUp();
  const { cad, games, passUntil, calls } = stage;
  await withEmergency(stage);
  await passUntil(() => games.dora.blips.length === 1);
  games.dora.press('F10');
  await passUntil(() => wasTold(games.dora, 'You are not logged in to the CAD as a unit.'));
  expect([calls()[0]?.idents, cad.state.calls.active()]).toEqual([[], []]);
});

test('without the API a call for help still reaches who is on duty, and that is said', async () => {
  const { games, passUntil } = await setUp({ isConnected: false });
  const { iris, nora } = games;
  nora.command('911 anon help');
  await passUntil(() => iris.blips.length === 1);
  await passUntil(() => wasTold(nora, 'received by the units on duty'));
  expect(JSON.stringify(iris.feed)).not.toContain('Nora');
  iris.press('F10');
  await passUntil(() => wasTold(iris, 'not connected'));
});
