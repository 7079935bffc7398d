// The CAD is away for a while: what matters in the game goes on here, and the CAD hears of it when it is back.

import { afterEach, expect, test } from '@jest/globals';
import { createTwoWayStage, type TwoWayStage, wasTold } from './two-way-stage.ts';

let stage: TwoWayStage;
afterEach(() => stage.close());

const MINUTE = 60_000;

/** The CAD answers nothing but errors, with a resync every minute. */
async function setUpWithoutCad(): Promise<void> {
  stage = await createTwoWayStage({ config: { rest: { resyncMinutes: 1 } } });
  await stage.passUntilAsked('getCalls');
  stage.cad.fail({ status: 503, times: Number.POSITIVE_INFINITY });
}

test('a call for help reaches the units, is one with its copy in the CAD later, and can be answered then', async () => {
  await setUpWithoutCad();
  const { cad, server, games, passUntil, calls, units } = stage;
  games.nora.command('911 a van is being broken into');
  await passUntil(() => games.iris.blips.length === 1);
  await passUntil(() => wasTold(games.nora, 'Your call was received by the units on duty.'));
  expect(cad.state.calls.emergencies()).toEqual([]);

  cad.recover();
  const told = games.iris.feed.length;
  for (let passed = 0; cad.state.calls.emergencies().length === 0; passed += 1) {
    expect(passed).toBeLessThan(15);
    await server.advance(MINUTE);
    await stage.passUntil(() => true);
  }
  const [{ callId } = { callId: 0 }] = cad.state.calls.emergencies();
  await passUntil(() => calls()[0]?.emergencyId === callId);
  await cad.idle();
  expect(calls()).toHaveLength(1);
  expect(games.iris.blips).toHaveLength(1);
  expect(games.iris.feed).toHaveLength(told);

  games.iris.press('F10');
  await passUntil(() => calls()[0]?.idents.includes(units.iris) === true);
  await passUntil(() => cad.state.calls.emergencies().length === 0);
  expect(cad.state.calls.active()).toMatchObject([{ idents: [units.iris] }]);
  await passUntil(() => wasTold(games.nora, '2-ADAM-14 is responding to your call.'));
  expect(server.allProblems()).toEqual([]);
});

test('a call for help of which only the answer got lost is there once', async () => {
  stage = await createTwoWayStage();
  const { cad, games, passUntil, calls, server } = stage;
  cad.fail({ status: 503, isDone: true, match: { endpoint: 'createEmergencyCall' } });
  games.nora.command('911 a van is being broken into');
  await passUntil(() => games.iris.blips.length > 0);
  await passUntil(() => wasTold(games.nora, 'Your call was received'));
  await cad.idle();
  await server.advance(1000);
  expect(calls()).toMatchObject([{ emergencyId: cad.state.calls.emergencies()[0]?.callId }]);
  expect(games.iris.blips).toHaveLength(1);
});

test('a dispatch call of which only the answer got lost is found, and not made again by who tries again', async () => {
  stage = await createTwoWayStage({ config: { rest: { resyncMinutes: 0 } } });
  const { cad, games, units, passUntil, calls } = stage;
  games.nora.command('911 a van is being broken into');
  await passUntil(() => games.iris.blips.length > 0);
  cad.fail({ status: 502, isDone: true, match: { endpoint: 'createDispatchCall' } });
  games.iris.press('F10');
  await passUntil(() => calls()[0]?.stage === 'dispatch');
  games.iris.press('F10');
  games.tom.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 2);
  expect(cad.state.calls.active()).toMatchObject([{ idents: [units.iris, units.tom] }]);
});

test('a call that the CAD has closed unnoticed goes when an officer wants to answer it', async () => {
  stage = await createTwoWayStage({ config: { rest: { resyncMinutes: 0 } } });
  const { cad, server, games, passUntil, calls } = stage;
  games.nora.command('911 a van is being broken into');
  await passUntil(() => games.iris.blips.length > 0);
  games.iris.press('F10');
  await passUntil(() => calls()[0]?.idents.length === 1);
  await cad.idle();
  await server.advance(15_000);
  cad.state.calls.change(calls()[0]?.dispatchId ?? 0, { status: 2 });
  games.tom.press('F10');
  await passUntil(() => calls().length === 0 && games.tom.blips.length === 0);
});

test('a panic is raised for everybody here, and the officer is told that it stayed here', async () => {
  await setUpWithoutCad();
  const { games, passUntil, server } = stage;
  games.iris.command('cad panic');
  await passUntil(() => games.tom.blips.some(({ name }) => name?.includes('2-ADAM-14')));
  await passUntil(() => wasTold(games.iris, 'Noted here only'));
  expect(server.allProblems()).toEqual([]);
});
