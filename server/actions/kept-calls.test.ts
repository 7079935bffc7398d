import { describe, expect, test } from '@jest/globals';
import { makeStore } from '../../test/support/make-store.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import type { Change } from '../cad/changes.ts';
import type { Emergency } from '../cad/incident.ts';
import type { EmergencyDraft } from '../rest/requests.ts';
import type { CadAnswer } from './cad-port.ts';
import { createKeptCalls } from './kept-calls.ts';

const draft: EmergencyDraft = {
  isEmergency: true,
  caller: 'Nora',
  location: 'Sinner St',
  description: 'A van',
};
const trouble = (code: string) => ({ ok: false, code, reason: `It is ${code}.` }) as const;

function setUp() {
  const clock = createManualClock();
  const store = makeStore(clock.now);
  const asked: EmergencyDraft[] = [];
  const published: Change[] = [];
  let answer: (draft: EmergencyDraft) => CadAnswer<Emergency> = take;
  let nextCall = 302;
  let ids = 0;
  function take(asked: EmergencyDraft): CadAnswer<Emergency> {
    return { ok: true, value: { ...asked, metaData: {}, callId: nextCall++, updated: null } };
  }
  const kept = createKeptCalls({
    cad: {
      async createEmergencyCall(given) {
        asked.push(given);
        return answer(given);
      },
    },
    store,
    publish: (changes) => published.push(...changes),
    newId: () => `uuid-${++ids}`,
  });
  return {
    ...{ kept, store, clock, asked },
    types: () => published.splice(0).map(({ type }) => type),
    numbers: () => store.incidents.openCalls().map(({ key, emergencyId }) => [key, emergencyId]),
    answers(next: typeof answer | string) {
      answer = typeof next === 'string' ? () => trouble(next) : next;
    },
    works() {
      answer = take;
    },
  };
}

describe('a 911 call from the game', () => {
  test('that the CAD takes has its number there, and an id of its own', async () => {
    const { kept, asked, numbers } = setUp();
    expect(await kept.create(draft)).toEqual({ ok: true, key: '911:302', callId: 302 });
    expect(asked).toEqual([{ ...draft, metaData: { uuid: 'uuid-1' } }]);
    expect(numbers()).toEqual([['911:302', 302]]);
  });

  test.each([
    'not-configured',
    'unauthorized',
    'forbidden',
    'plan',
    'not-found',
    'rate-limited',
    'busy',
    'unavailable',
    'timeout',
    'unreachable',
    'server-error',
    'bad-answer',
  ])('reaches the units here when the answer is %s', async (code) => {
    const { kept, answers, types, numbers } = setUp();
    answers(code);
    expect(await kept.create(draft)).toEqual({ ok: true, code: 'local', key: '911:-1', callId: null });
    expect(types()).toEqual(['call.opened']);
    expect(numbers()).toEqual([['911:-1', -1]]);
  });

  test.each(['refused', 'stopped'])('is not kept when the answer is %s', async (code) => {
    const { kept, answers, numbers } = setUp();
    answers(code);
    expect(await kept.create(draft)).toEqual({ ok: false, code: 'cad', reason: `It is ${code}.` });
    expect(numbers()).toEqual([]);
  });

  test('of which an event has told before its answer got lost is that one', async () => {
    const { kept, answers, store, numbers } = setUp();
    answers(({ metaData = {} }) => {
      store.incidents.putEmergency({ ...draft, callId: 305, metaData, updated: null });
      return trouble('timeout');
    });
    expect(await kept.create(draft)).toEqual({ ok: true, key: '911:305', callId: 305 });
    expect(numbers()).toEqual([['911:305', 305]]);
  });

  test('has no number of a call from before a restart, be it open or over', async () => {
    const { kept, answers, store, numbers } = setUp();
    const before = { ...draft, metaData: { uuid: 'before' }, updated: null };
    for (const callId of [-1, -2]) store.incidents.putEmergency({ ...before, callId });
    const metaData = { createdFromId: '-1' };
    store.incidents.putDispatch({ callId: 501, metaData, idents: [], notes: [], updated: null }, 'new');
    store.incidents.closeDispatches([501]);
    store.incidents.removeEmergencies([-2]);
    answers('unavailable');
    expect(await kept.create(draft)).toMatchObject({ ok: true, key: '911:-3' });
    expect(numbers()).toEqual([['911:-3', -3]]);
  });

  test('keeps the id that it came with', async () => {
    const { kept, asked } = setUp();
    await kept.create({ ...draft, metaData: { uuid: 'mine', x: '1' } });
    expect(asked[0]?.metaData).toEqual({ uuid: 'mine', x: '1' });
  });
});

describe('a call that was kept here', () => {
  async function setUpKept() {
    const world = setUp();
    world.answers('timeout');
    await world.kept.create(draft);
    world.types();
    return world;
  }

  test('is handed in, stays the same call, and nobody is alerted again', async () => {
    const { kept, works, types, asked, numbers } = await setUpKept();
    works();
    await kept.handIn();
    expect(asked[1]).toEqual(asked[0]);
    expect(types()).toEqual(['call.updated']);
    expect(numbers()).toEqual([['911:-1', 302]]);
    await kept.handIn();
    expect(asked).toHaveLength(2);
  });

  test('is known again when the CAD had it after all: by an event', async () => {
    const { store, kept, asked, numbers } = await setUpKept();
    store.incidents.putEmergency({ ...draft, callId: 305, metaData: { uuid: 'uuid-1' }, updated: null });
    expect(numbers()).toEqual([['911:-1', 305]]);
    expect(store.incidents.findCall('911:305')?.key).toBe('911:-1');
    await kept.handIn();
    expect(asked).toHaveLength(1);
  });

  test('is known again when the CAD had it after all: by a resync', async () => {
    const { store, clock, numbers } = await setUpKept();
    const emergencies = [{ ...draft, callId: 305, metaData: { uuid: 'uuid-1' }, updated: null }];
    clock.advance(60_000);
    const times = { askedAt: clock.now(), vouchedUntil: clock.now() };
    const picture = { dispatches: [], emergencies, isComplete: true };
    expect([...store.incidents.reconcile(picture, times)].flat().map(({ type }) => type)).toEqual([
      'call.updated',
    ]);
    expect(numbers()).toEqual([['911:-1', 305]]);
  });

  test('is not over because the CAD does not list it', async () => {
    const { store, clock, numbers } = await setUpKept();
    clock.advance(60_000);
    const times = { askedAt: clock.now(), vouchedUntil: clock.now() };
    const picture = { dispatches: [], emergencies: [], isComplete: true };
    expect([...store.incidents.reconcile(picture, times)].flat()).toEqual([]);
    expect(numbers()).toEqual([['911:-1', -1]]);
  });

  test('waits for the next time while the CAD is away, with those behind it', async () => {
    const { kept, answers, works, asked, numbers } = await setUpKept();
    await kept.create(draft);
    answers('unavailable');
    await kept.handIn();
    expect(asked).toHaveLength(3);
    works();
    await kept.handIn();
    expect(numbers()).toEqual([
      ['911:-1', 302],
      ['911:-2', 303],
    ]);
  });

  test('that the CAD does not want stays here, and it is not asked again', async () => {
    const { kept, answers, asked, numbers } = await setUpKept();
    answers('refused');
    await kept.handIn();
    await kept.handIn();
    expect(asked).toHaveLength(2);
    expect(numbers()).toEqual([['911:-1', -1]]);
  });

  test('and answered is not handed in: the dispatch call made from it is in the CAD', async () => {
    const { store, kept, asked } = await setUpKept();
    const metaData = { createdFromId: '-1' };
    store.incidents.putDispatch({ callId: 501, metaData, idents: [], notes: [], updated: null }, 'new');
    await kept.handIn();
    expect(asked).toHaveLength(1);
  });
});
