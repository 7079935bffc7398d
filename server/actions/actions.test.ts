import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import type { Change } from '../cad/changes.ts';
import { createStore } from '../cad/store.ts';
import type { DispatchDraft } from '../rest/requests.ts';
import { createActions, toStatus } from './actions.ts';
import type { CadAnswer, CadPort } from './cad-port.ts';
import { createKeptCalls } from './kept-calls.ts';

const DOWN = { ok: false, code: 'unreachable', reason: 'Sonoran CAD cannot be reached.' } as const;
const OFF = { ok: false, code: 'not-configured', reason: 'No API.' } as const;

/** A CAD that does what it is asked, when the test lets it: answers wait in `let` until `go` is called. */
function createFakeCad() {
  const asked: unknown[][] = [];
  let trouble: CadAnswer<never> | null = null;
  let gates: (() => void)[] = [];
  let isGated = false;
  let nextCall = 501;

  async function answer<T>(name: string, args: unknown[], value: () => T): Promise<CadAnswer<T>> {
    asked.push([name, ...args]);
    if (isGated) await new Promise<void>((resolve) => gates.push(resolve));
    return trouble ?? { ok: true, value: value() };
  }

  const cad: CadPort = {
    createDispatchCall: (draft) =>
      answer('createDispatchCall', [draft], () => ({
        ...{ callId: nextCall++, title: draft.title, idents: draft.accounts?.includes('iris') ? [12] : [] },
        ...{ metaData: draft.metaData, notes: [], updated: null },
      })),
    attachUnits: (callId, units) => answer('attachUnits', [callId, units.idents], () => units.idents),
    detachUnits: (units) => answer('detachUnits', [units.idents], () => units.idents),
    addNote: (callId, content, label) =>
      answer('addNote', [callId, content, label], () => ({ time: '', type: 'text', label, content })),
    createEmergencyCall: (draft) =>
      answer('createEmergencyCall', [draft], () => ({
        ...draft,
        ...{ metaData: draft.metaData ?? {}, callId: 302, updated: null },
      })),
    deleteEmergencyCall: (callId) => answer('deleteEmergencyCall', [callId], () => null),
    setStatus: (units, status) => answer('setStatus', [units.idents, status], () => null),
    setPrimary: (callId, ident, trackPrimary) =>
      answer('setPrimary', [callId, ident, trackPrimary], () => null),
    setPostal: (callId, postal) => answer('setPostal', [callId, postal], () => null),
    setPanic: (units, isPanic) => answer('setPanic', [units.idents, isPanic], () => null),
  };
  return {
    cad,
    asked,
    names: () => asked.map(([name]) => name),
    fail(with_: CadAnswer<never> | null) {
      trouble = with_;
    },
    hold() {
      isGated = true;
    },
    async go() {
      isGated = false;
      for (const open of gates) open();
      gates = [];
    },
  };
}

function setUp() {
  const clock = createManualClock();
  const store = createStore(clock.now, () => ({
    ...{ maxOpenCalls: 50, maxUnits: 50, parkedMs: 1e6 },
    ...{ emergencyExpiresMs: 1e6, dispatchExpiresMs: 1e6, rememberClosedMs: 1e6 },
  }));
  const fake = createFakeCad();
  const published: string[] = [];
  const ports = {
    cad: fake.cad,
    store,
    publish: (changes: readonly Change[]) => published.push(...changes.map(({ type }) => type)),
  };
  let ids = 0;
  const keptCalls = createKeptCalls({ ...ports, newId: () => `uuid-${++ids}` });
  const statusLabels = () => ['UNAVAILABLE', 'BUSY', 'AVAILABLE', 'ENROUTE', 'ON_SCENE'];
  const others = { clock, statusLabels, lookAgain: () => undefined };
  const actions = createActions({ ...ports, ...others, keptCalls });
  store.units.login({ ident: 12, unitNum: '2-ADAM-14', accountId: 'iris', identities: ['a1'], status: 2 });
  store.units.login({ ident: 34, unitNum: 'E-61', identities: ['b2'] });
  const emergency = (callId: number, metaData = {}) =>
    store.incidents.putEmergency({
      ...{ callId, isEmergency: true, caller: 'Nora', location: 'Sinner St', description: 'A van' },
      ...{ metaData, updated: null },
    });
  const unit = (ident: number) => {
    const found = store.units.get(ident);
    if (!found) throw new Error(`There is no unit ${ident}.`);
    return found;
  };
  const call = (key: string) => {
    const found = store.incidents.findCall(key);
    if (!found) throw new Error(`There is no call ${key}.`);
    return found;
  };
  return { ...fake, clock, store, actions, published, emergency, unit, call };
}

describe('responding', () => {
  test('to a 911 call makes a dispatch call from it, with everything that is known, and takes the 911 call away', async () => {
    const { actions, asked, emergency, unit, call } = setUp();
    emergency(302, { x: '1', y: '2', postal: '8112', callerPlayerId: '7', priority: '1' });
    expect(await actions.respond(unit(12), call('911:302'))).toEqual({ ok: true });
    const [[, draft], removed] = asked as [[string, DispatchDraft], unknown[]];
    expect(draft).toMatchObject({
      ...{ origin: 0, status: 1, priority: 1, address: 'Sinner St', postal: '8112', accounts: ['iris'] },
      metaData: { x: '1', y: '2', callerPlayerId: '7', createdFromId: '302' },
    });
    expect(removed).toEqual(['deleteEmergencyCall', 302]);
    expect(call('911:302')).toMatchObject({
      stage: 'dispatch',
      dispatchId: 501,
      emergencyId: 302,
      idents: [12],
    });
  });

  test('with an account that the CAD did not find is made good by attaching the unit', async () => {
    const { actions, names, emergency, unit, call } = setUp();
    emergency(302);
    expect(await actions.respond(unit(34), call('911:302'))).toEqual({ ok: true });
    expect(names()).toEqual(['createDispatchCall', 'deleteEmergencyCall', 'attachUnits']);
    expect(call('911:302').idents).toEqual([34]);
  });

  test('of two at the same moment ends on one call', async () => {
    const { actions, names, hold, go, emergency, unit, call, store } = setUp();
    emergency(302);
    hold();
    const both = [actions.respond(unit(12), call('911:302')), actions.respond(unit(34), call('911:302'))];
    await go();
    expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
    expect(names().filter((name) => name === 'createDispatchCall')).toHaveLength(1);
    expect(store.incidents.openCalls()).toHaveLength(1);
    expect(call('911:302').idents).toEqual([12, 34]);
  });

  test('when the first of two fails, both are told, and a third may try', async () => {
    const { actions, hold, go, fail, emergency, unit, call } = setUp();
    emergency(302);
    hold();
    fail(DOWN);
    const both = [actions.respond(unit(12), call('911:302')), actions.respond(unit(34), call('911:302'))];
    await go();
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([false, false]);
    fail(null);
    expect(await actions.respond(unit(34), call('911:302'))).toEqual({ ok: true });
  });

  test('to a dispatch call attaches; to the own call does nothing', async () => {
    const { actions, asked, store, unit, call } = setUp();
    store.incidents.putDispatch({ callId: 9, idents: [34], notes: [], updated: null }, 'new');
    expect(await actions.respond(unit(12), call('dispatch:9'))).toEqual({ ok: true });
    expect(await actions.respond(unit(12), call('dispatch:9'))).toEqual({ ok: true });
    expect(asked).toEqual([['attachUnits', 9, [12]]]);
    expect(call('dispatch:9').idents).toEqual([34, 12]);
  });

  test('while the CAD closes the call is told that it is gone', async () => {
    const { actions, hold, go, emergency, unit, call, store } = setUp();
    emergency(302);
    hold();
    const responding = actions.respond(unit(34), call('911:302'));
    store.incidents.closeDispatches([501]);
    await go();
    expect(await responding).toMatchObject({ ok: false, code: 'no-call' });
  });
});

describe('when the CAD', () => {
  test.each<[string, typeof DOWN | typeof OFF, object]>([
    ['is down', DOWN, { ok: false, code: 'cad', reason: DOWN.reason }],
    ['is not set up', OFF, { ok: false, code: 'not-configured' }],
  ])('%s, nothing is changed and the reason is told', async (_, trouble, expected) => {
    const { actions, fail, published, emergency, unit, call, store } = setUp();
    emergency(302);
    store.incidents.putDispatch({ callId: 9, idents: [12], notes: [], updated: null }, 'new');
    fail(trouble);
    expect(await actions.respond(unit(12), call('911:302'))).toMatchObject(expected);
    expect(await actions.detach(unit(12))).toMatchObject(expected);
    expect(await actions.setStatus(unit(12), 1)).toMatchObject(expected);
    expect(await actions.addNote(unit(12), call('dispatch:9'), 'x')).toMatchObject(expected);
    expect(published).toEqual([]);
  });

  test('is not set up, a panic and a call for help still reach everybody here', async () => {
    const { actions, fail, published, unit, call } = setUp();
    fail(OFF);
    expect(await actions.setPanic(unit(12), true)).toEqual({ ok: true, code: 'local' });
    const draft = { isEmergency: true, caller: 'Nora', location: '', description: 'Help' };
    const made = await actions.createEmergencyCall(draft);
    expect(made).toMatchObject({ ok: true, code: 'local', callId: null });
    expect(published).toEqual(['unit.updated', 'unit.panic', 'call.opened']);
    expect(call(made.ok ? made.key : '')).toMatchObject({ description: 'Help', caller: 'Nora' });
  });
});

test.each<[string, CadAnswer<never> | null, boolean]>([
  ['takes it', null, true],
  ['is down', DOWN, true],
  ['refuses it', { ok: false, code: 'refused', reason: 'No.' }, false],
])('a panic waits no longer than a second for a CAD that at last %s', async (_, trouble, isPanic) => {
  const { actions, clock, hold, go, fail, published, unit } = setUp();
  hold();
  const asked = actions.setPanic(unit(12), true);
  expect(unit(12).isPanic).toBe(false);
  clock.advance(1000);
  expect(unit(12).isPanic).toBe(true);
  fail(trouble);
  await go();
  expect((await asked).ok).toBe(isPanic);
  expect([unit(12).isPanic, published.length, clock.pending()]).toEqual([isPanic, isPanic ? 2 : 4, 0]);
});

describe('other actions', () => {
  test('take the unit off its call', async () => {
    const { actions, store, unit, call } = setUp();
    expect(await actions.detach(unit(12))).toMatchObject({ ok: false, code: 'not-attached' });
    store.incidents.putDispatch({ callId: 9, idents: [12], notes: [], updated: null }, 'new');
    expect(await actions.detach(unit(12))).toEqual({ ok: true });
    expect(call('dispatch:9').idents).toEqual([]);
  });

  test('write a note under the name of the unit', async () => {
    const { actions, asked, store, emergency, unit, call } = setUp();
    emergency(302);
    store.incidents.putDispatch({ callId: 9, idents: [12], notes: [], updated: null }, 'new');
    expect(await actions.addNote(unit(12), call('dispatch:9'), ' Two\nsuspects ')).toEqual({ ok: true });
    expect(asked).toEqual([['addNote', 9, 'Two suspects', '2-ADAM-14']]);
    expect(call('dispatch:9').notes).toMatchObject([{ content: 'Two suspects', label: '2-ADAM-14' }]);
    expect(await actions.addNote(unit(12), call('dispatch:9'), ' ')).toMatchObject({ code: 'empty' });
    expect(await actions.addNote(unit(12), call('911:302'), 'x')).toMatchObject({ code: 'no-dispatch-call' });
  });

  test('make the unit the first on a call that it is on, and change the postal', async () => {
    const { actions, asked, store, unit, call } = setUp();
    store.incidents.putDispatch(
      { callId: 501, idents: [12], notes: [], updated: null, title: 'Fire' },
      'new',
    );
    expect(await actions.setPrimary(unit(34), call('dispatch:501'))).toMatchObject({ code: 'not-attached' });
    expect(await actions.setPrimary(unit(12), call('dispatch:501'))).toEqual({ ok: true });
    expect(await actions.setPostal(call('dispatch:501'), '  8112\n')).toEqual({ ok: true });
    expect(await actions.setPostal(call('dispatch:501'), ' ')).toMatchObject({ code: 'empty' });
    expect(asked).toEqual([
      ['setPrimary', 501, 12, false],
      ['setPostal', 501, '8112'],
    ]);
    expect(call('dispatch:501')).toMatchObject({ primary: 12, postal: '8112', title: 'Fire', idents: [12] });
  });

  test('that need a dispatch call say so of a 911 call', async () => {
    const { actions, asked, emergency, unit, call } = setUp();
    emergency(302);
    const outcomes = [
      await actions.setPrimary(unit(12), call('911:302')),
      await actions.setPostal(call('911:302'), '8112'),
    ];
    expect(outcomes).toMatchObject([{ code: 'no-dispatch-call' }, { code: 'no-dispatch-call' }]);
    expect(asked).toEqual([]);
  });

  test('give a status by its label', async () => {
    const { actions, asked, store, unit } = setUp();
    expect(await actions.setStatus(unit(12), 'on scene')).toEqual({ ok: true, status: 4 });
    expect([asked, store.units.get(12)?.status]).toEqual([[['setStatus', [12], 4]], 4]);
    expect(await actions.setStatus(unit(12), 'asleep')).toMatchObject({ code: 'no-status' });
  });

  test('make calls for other resources', async () => {
    const { actions } = setUp();
    const draft = { origin: 2, status: 1, priority: 3, title: 'Stop' };
    expect(await actions.createDispatchCall(draft)).toEqual({ ok: true, key: 'dispatch:501', callId: 501 });
    const emergency = { isEmergency: false, caller: '', location: '', description: '' };
    expect(await actions.createEmergencyCall(emergency)).toEqual({ ok: true, key: '911:302', callId: 302 });
  });
});

test.each<[string, number | string, number | null]>([
  ['an index', 3, 3],
  ['an index as text', '3', 3],
  ['a label', 'busy', 1],
  ['a label with another stroke', 'on-scene', 4],
  ['the beginning of a label', 'enr', 3],
  ['the beginning of a label that another one has inside', 'av', 2],
  ['nothing', ' ', null],
  ['a negative index', -1, null],
  ['half an index', 1.5, null],
  ['no label', 'asleep', null],
])('a status may be %s', (_, wanted, expected) => {
  expect(toStatus(wanted, ['UNAVAILABLE', 'BUSY', 'AVAILABLE', 'ENROUTE', 'ON_SCENE'])).toBe(expected);
});
