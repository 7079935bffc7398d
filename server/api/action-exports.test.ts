import { expect, test } from '@jest/globals';
import { createTestConsole } from '../../test/support/test-console.ts';
import type { Actions } from '../actions/actions.ts';
import { failed } from '../actions/outcome.ts';
import type { Store } from '../cad/store.ts';
import { type ActionExportPorts, publishActionExports } from './action-exports.ts';

type Made = Awaited<ReturnType<Actions['createDispatchCall']>>;

function setUp(made: Made) {
  const published = new Map<string, (...args: never[]) => unknown>();
  const console = createTestConsole();
  const defects: unknown[] = [];
  publishActionExports({
    local: {
      publish: (name, run) => void published.set(name, run),
      on: () => undefined,
      emit: () => undefined,
    },
    store: {} as Store,
    actions: { createDispatchCall: async () => made } as Partial<Actions> as Actions,
    unitOf: () => null,
    console,
    onDefect: (...defect) => defects.push(defect),
  } satisfies ActionExportPorts);
  const create = (...args: unknown[]) => published.get('createDispatchCall')?.(...(args as never[]));
  return { create, lines: console.lines, defects };
}

const DONE: Made = { ok: true, key: 'dispatch:5', callId: 5 };

test.each<[string, Made, unknown, unknown[]]>([
  ['of a call that was made', DONE, { title: 'Theft', serverId: 1 }, ['NEW DISPATCH CREATED - ID: 5', true]],
  ['of a refusal', failed('cad', 'No.'), { title: 'Theft' }, ['No.', false]],
  ['of data that cannot be used', DONE, 'Theft', [expect.stringMatching(/^argument: /), false]],
])('createDispatchCall calls back as the official one does: %s', async (_, made, data, expected) => {
  const { create } = setUp(made);
  const told: unknown[][] = [];
  const outcome = await create(data, (...args: unknown[]) => told.push(args));
  expect(told).toEqual([expected]);
  expect(outcome).toMatchObject({ ok: expected[1] });
});

test('a callback that fails changes nothing about the outcome', async () => {
  const { create, lines, defects } = setUp(DONE);
  const fail = () => {
    throw new Error('dead reference');
  };
  expect(await create({ title: 'Theft' }, fail)).toEqual(DONE);
  expect([lines, defects]).toEqual([[expect.stringMatching(/createDispatchCall fails: dead reference/)], []]);
});
