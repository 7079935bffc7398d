import { describe, expect, test } from '@jest/globals';
import { makeStore } from '../../test/support/make-store.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { settle } from '../../test/support/settle.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import type { Change } from '../cad/changes.ts';
import type { CallPicture, UnitPicture } from '../cad/picture.ts';
import { fail, type RestResult } from './failure.ts';
import { createInSlices } from './in-slices.ts';
import { createResync } from './resync.ts';

const MINUTE = 60_000;

const listed = (callId: number) => ({ callId, title: 'Burglary', idents: [], notes: [], updated: null });

function setUp({ everyMs = () => (5 * MINUTE) as number | null, random = 0.5 } = {}) {
  const clock = createManualClock(0);
  const console = createTestConsole();
  const store = makeStore(clock.now);
  const cad = {
    calls: {
      ok: true,
      value: { dispatches: [], emergencies: [], isComplete: true },
    } as RestResult<CallPicture>,
    units: { ok: true, value: { units: [], isComplete: true } } as RestResult<UnitPicture>,
    list: (callIds: readonly number[]) => {
      cad.calls = {
        ok: true,
        value: { dispatches: callIds.map(listed), emergencies: [], isComplete: true },
      };
    },
  };
  const askedAt: number[] = [];
  const delivered: Change[][] = [];
  const resync = createResync({
    rest: {
      async getCalls() {
        askedAt.push(clock.now());
        return cad.calls;
      },
      getUnits: async () => cad.units,
    },
    store,
    clock,
    inSlices: createInSlices(clock),
    console,
    deliver: (changes) => void delivered.push([...changes]),
    everyMs,
    random: () => random,
  });
  /** Lets time pass in steps, with everything that follows from each. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1_000) {
      clock.advance(1_000);
      await settle();
    }
  }
  return { clock, console, store, cad, askedAt, delivered, resync, pass };
}

describe('when', () => {
  test.each<[string, number | null, number | null, number[]]>([
    ['turned on later', null, 5 * MINUTE, [63_000, 363_000]],
    ['more often', 60 * MINUTE, 5 * MINUTE, [3_000, 63_000, 363_000]],
    ['turned off', 2 * MINUTE, null, [3_000]],
    ['as before', 5 * MINUTE, 5 * MINUTE, [3_000, 303_000]],
  ])('%s, once the settings have changed', async (_, before, after, expected) => {
    let every = before;
    const { resync, askedAt, pass } = setUp({ everyMs: () => every });
    resync.start();
    await pass(MINUTE);
    every = after;
    resync.settingsChanged();
    await pass(7 * MINUTE);
    expect(askedAt).toEqual(expected);
  });

  test('a moment after the start, and then every few minutes', async () => {
    const { resync, askedAt, pass } = setUp();
    resync.start();
    await pass(11 * MINUTE);
    expect(askedAt).toEqual([3_000, 303_000, 603_000]);
    expect(resync.status()).toEqual({ lastAt: 603_000, mended: 0 });
  });

  test.each([
    ['early', 0, 270_000],
    ['late', 0.999, 330_000],
  ])('at a time of its own: %s', async (_, random, pause) => {
    const { resync, askedAt, pass } = setUp({ random });
    resync.start();
    await pass(6 * MINUTE);
    const [first = 0, second = 0] = askedAt;
    expect(Math.round((second - first) / 10_000) * 10_000).toBe(pause);
  });

  test('never when it is turned off', async () => {
    const { resync, clock } = setUp({ everyMs: () => null });
    resync.start();
    expect(clock.pending()).toBe(0);
  });

  test('again after a minute when it failed', async () => {
    const { resync, cad, askedAt, pass } = setUp();
    cad.units = fail('timeout', 'Too late.');
    resync.start();
    await pass(2.5 * MINUTE);
    expect(askedAt).toEqual([3_000, 63_000, 123_000]);
    expect(resync.status().lastAt).toBeNull();
  });

  test('once at a time', async () => {
    const { resync, askedAt } = setUp();
    await Promise.all([resync.run(), resync.run()]);
    expect(askedAt).toHaveLength(1);
  });

  test('not any more once stopped', async () => {
    const { resync, clock } = setUp();
    resync.start();
    resync.stop();
    await resync.run();
    expect(clock.pending()).toBe(0);
  });
});

test('what no event had told of is delivered and counted', async () => {
  const { resync, cad, console, delivered } = setUp();
  cad.list([501]);
  await resync.run();
  expect(delivered.flat().map(({ type }) => type)).toEqual(['call.opened']);
  expect(console.lines).toEqual(['info: Resync: 1 change that no event had told of.']);
  expect(resync.status().mended).toBe(1);
});

test('a unit that drives about is delivered and not worth a word', async () => {
  const { resync, cad, console, delivered, store, clock } = setUp();
  store.units.login({ ident: 12, location: 'Alta St' });
  clock.advance(MINUTE);
  cad.units = { ok: true, value: { units: [{ ident: 12, location: 'Elgin Ave' }], isComplete: true } };
  await resync.run();
  expect(delivered.flat().map(({ type }) => type)).toEqual(['unit.updated']);
  expect([console.lines, resync.status().mended]).toEqual([[], 0]);
});

test('units are compared also when calls could not be', async () => {
  const { resync, cad, store } = setUp();
  cad.calls = fail('server-error', 'Down.');
  cad.units = { ok: true, value: { units: [{ ident: 12 }], isComplete: true } };
  await resync.run();
  expect(store.units.get(12)).not.toBeNull();
});

describe('what lasts is told once', () => {
  test('and again after it has been mended', async () => {
    const { resync, cad, console } = setUp();
    const good = cad.calls;
    const gone = fail('not-found', 'No such server.');
    for (const answer of [gone, gone, fail('timeout', 'Slow.'), gone, good, gone]) {
      cad.calls = answer;
      await resync.run();
    }
    expect(console.lines).toEqual(['warn: Resync: No such server.', 'warn: Resync: No such server.']);
  });

  test.each([['timeout'], ['unreachable'], ['unavailable'], ['not-configured'], ['unauthorized']] as const)(
    'but not here: %s',
    async (code) => {
      const { resync, cad, console } = setUp();
      cad.calls = fail(code, 'Told elsewhere.');
      await resync.run();
      expect(console.lines).toEqual([]);
    },
  );

  test('a picture of another server, of which nothing is taken over', async () => {
    const { resync, cad, console, clock, delivered, store } = setUp();
    for (const id of [1, 2, 3]) store.incidents.putDispatch(listed(id), 'new');
    clock.advance(MINUTE);
    cad.list([901, 902]);
    await resync.run();
    expect(console.lines).toEqual([expect.stringContaining('compare sonoran_serverId in server.cfg')]);
    expect([delivered, store.incidents.openCalls().length]).toEqual([[], 3]);
  });
});

test('a defect behind it is told and stops no later run', async () => {
  const { resync, cad, console, store, askedAt, pass } = setUp();
  cad.list([501]);
  const broken = { ...store.incidents };
  Object.assign(store.incidents, {
    reconcile: () => {
      throw new Error('broken');
    },
  });
  resync.start();
  await pass(10_000);
  Object.assign(store.incidents, broken);
  await pass(2 * MINUTE);
  expect(console.lines[0]).toMatch(/^error: Defect in a resync: Error: broken/);
  expect([askedAt.length, store.incidents.openCalls().length]).toEqual([2, 1]);
});

test('many changes come in slices, so that the game goes on, and events in between have their say', async () => {
  const { clock, cad, store } = setUp();
  cad.list(Array.from({ length: 50 }, (_, index) => index));
  let working = 0;
  let size = 0;
  const slow = createResync({
    rest: { getCalls: async () => cad.calls, getUnits: async () => cad.units },
    store,
    clock,
    inSlices: createInSlices({ ...clock, now: () => clock.now() + working }),
    console: createTestConsole(),
    deliver: () => {
      working += 1;
      size += 1;
    },
    everyMs: () => null,
    random: () => 0.5,
  });
  const run = slow.run();
  const sizes: number[] = [];
  for (let tick = 0; tick < 20; tick += 1) {
    await settle();
    sizes.push(size);
    size = 0;
    if (tick === 3) store.incidents.closeDispatches([40]);
    clock.advance(50);
  }
  await run;
  expect(Math.max(...sizes)).toBe(3);
  expect(store.incidents.openCalls().map(({ dispatchId }) => dispatchId)).not.toContain(40);
  expect(store.incidents.openCalls()).toHaveLength(49);
});
