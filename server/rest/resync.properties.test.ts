// For any events, whichever of them are lost: one resync and we know what the CAD knows.

import { expect, test } from '@jest/globals';
import { restFixtureText } from '../../test/support/fixtures.ts';
import { makeStore } from '../../test/support/make-store.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createModelCad, type Step, step } from '../../test/support/model-cad.ts';
import { mutated } from '../../test/support/mutate.ts';
import { fc } from '../../test/support/properties.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import type { Change } from '../cad/changes.ts';
import { createDecode } from '../push/decode.ts';
import { pushDefinitions } from '../push/registry.ts';
import { createInSlices } from './in-slices.ts';
import { createRestClient } from './rest-client.ts';
import { createResync } from './resync.ts';

const decode = createDecode(pushDefinitions);
/** A step, and whether its first and second event get lost. */
const lossy = fc.tuple(
  step,
  fc.array(
    fc.nat(9).map((n) => n < 3),
    { minLength: 2, maxLength: 2 },
  ),
);

/** `whileAsked` runs when the CAD has made up its answer and we do not have it yet. */
function setUp(whileAsked: (path: string) => void = () => undefined, answers?: (path: string) => string) {
  const clock = createManualClock();
  const console = createTestConsole();
  const store = makeStore(clock.now);
  const inSlices = createInSlices(clock);
  const cad = createModelCad();
  const client = createRestClient({
    connection: () => ({ ok: true, value: { base: 'https://cad', host: 'cad', serverId: 1, key: 'KEY' } }),
    async send({ url }) {
      const list = answers ?? ((path) => (path.endsWith('/units') ? cad.listUnits() : cad.listCalls()));
      const body = new TextEncoder().encode(list(url.pathname));
      whileAsked(url.pathname);
      return { ok: true, value: { status: 200, retryAfterMs: null, body, bodyTrouble: null } };
    },
    clock,
    console,
    timeoutMs: () => 1000,
    inSlices,
  });
  const delivered: Change[] = [];
  const resync = createResync({
    rest: client,
    store,
    clock,
    inSlices,
    console,
    deliver: (changes) => delivered.push(...changes),
    everyMs: () => null,
    random: () => 0.5,
  });

  function take(next: Step, lost: readonly boolean[] = []): void {
    for (const [index, { type, data }] of cad.take(next).entries()) {
      if (lost[index]) continue;
      const push = decode({ type, data, body: {} });
      if (push.ok) for (const event of push.value.events) event.apply(store);
    }
    clock.advance(100);
  }

  /** What both sides agree on, in one form. */
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  const known = () => ({
    units: sorted(
      store.units.all().map(({ ident, status, isPanic, group }) => [ident, status, isPanic, group]),
    ),
    calls: sorted(
      store.incidents
        .openCalls()
        .map(({ dispatchId, emergencyId, title, description, idents, notes }) =>
          dispatchId === null
            ? [emergencyId, description]
            : [dispatchId, title, sorted(idents), sorted(notes.map(({ content }) => content))],
        ),
    ),
  });
  const real = () => ({
    units: sorted(
      JSON.parse(cad.listUnits()).map(
        (unit: { id: number; status: number; isPanic: boolean; data: { group: string } }) => [
          unit.id,
          unit.status,
          unit.isPanic,
          unit.data.group,
        ],
      ),
    ),
    calls: sorted([
      ...JSON.parse(cad.listCalls()).EmergencyCalls.map((call: { callId: number; description: string }) => [
        call.callId,
        call.description,
      ]),
      ...JSON.parse(cad.listCalls()).ActiveCalls.map(
        (call: { callId: number; title: string; idents: number[]; notes: { content: string }[] }) => [
          call.callId,
          call.title,
          sorted(call.idents),
          sorted(call.notes.map(({ content }) => content)),
        ],
      ),
    ]),
  });
  return { clock, console, store, resync, delivered, take, known, real };
}

test('after three in ten events were lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lossy, { maxLength: 60 }), async (steps) => {
      const { clock, resync, delivered, take, known, real } = setUp();
      for (const [next, lost] of steps) take(next, lost);
      clock.advance(10 * 60_000);
      await resync.run();
      expect(known()).toEqual(real());
      delivered.length = 0;
      clock.advance(60_000);
      await resync.run();
      expect(delivered).toEqual([]);
    }),
  );
});

test('events that come while the answer is on its way are not undone by it', async () => {
  const steps = fc.array(step, { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, async (before, duringCalls, duringUnits) => {
      const { clock, resync, take, known, real } = setUp((path) => {
        for (const next of path.endsWith('/units') ? duringUnits : duringCalls) take(next);
      });
      for (const next of before) take(next);
      clock.advance(60_000);
      await resync.run();
      expect(known()).toEqual(real());
    }),
  );
});

test('whatever the CAD answers, a resync ends and the store stays whole', async () => {
  const pictures = ['get_units', 'get_units_wrapped_v', 'get_calls'].map((name) =>
    JSON.parse(restFixtureText(name)),
  );
  await fc.assert(
    fc.asyncProperty(mutated(pictures), async (answer) => {
      const { resync, console, store } = setUp(undefined, () => JSON.stringify(answer));
      await resync.run();
      expect(console.lines.filter((line) => /Defect/.test(line))).toEqual([]);
      expect(store.incidents.openCalls().every(({ key }) => /^(911|dispatch):-?\d+$/.test(key))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
