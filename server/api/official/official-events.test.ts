// What listeners to the official names find when they ask, and what is raised without a push event.

import { describe, expect, test } from '@jest/globals';
import { createOfficialRig, type OfficialRig } from '../../../test/support/official-rig.ts';
import {
  call302,
  dispatch,
  emergency,
  inShort,
  login12,
  open501,
  push,
  unit,
} from '../../../test/support/official-steps.ts';

describe('what listeners find when they ask', () => {
  test.each<[string, string, (rig: OfficialRig) => unknown, ((rig: OfficialRig) => void)[], unknown]>([
    [
      'the unit is still there during UnitLogout (B3)',
      'UnitLogout',
      (rig) => (rig.ask('GetUnitCache') as unknown[]).length,
      [login12, push('EVENT_UNIT_LOGOUT', { identId: 12 })],
      1,
    ],
    [
      'the call is as it was during DispatchEdit',
      'DispatchEdit',
      (rig) =>
        (rig.ask('GetCallCache') as Record<string, { dispatch: { title: string } }>)['501']?.dispatch.title,
      [open501, push('EVENT_DISPATCH_EDIT', { dispatch: dispatch(501, { title: 'Robbery' }) })],
      'Burglary',
    ],
    [
      'the units are as they were during UnitAttach',
      'UnitAttach',
      (rig) =>
        (rig.ask('GetCallCache') as Record<string, { dispatch: { idents: number[] } }>)['501']?.dispatch
          .idents,
      [open501, push('EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, ident: 12 })],
      [],
    ],
    [
      'the 911 call is there during IncomingCadCall',
      'IncomingCadCall',
      (rig) => Object.keys(rig.ask('GetEmergencyCache') as object),
      [call302],
      ['302'],
    ],
    [
      'the status is new during UnitStatusUpdate',
      'UnitStatusUpdate',
      (rig) => (rig.ask('GetUnitCache') as { status: number }[])[0]?.status,
      [login12, push('EVENT_UNIT_STATUS', { identIds: [12], status: 4 })],
      4,
    ],
    [
      'the call is gone during the DispatchEvent that closes it (B16)',
      'DispatchEvent',
      (rig) => rig.ask('GetCallCache'),
      [open501, push('EVENT_DISPATCH_CLOSED', { callIds: [501] })],
      {},
    ],
  ])('%s', (_, name, look, steps, expected) => {
    const rig = createOfficialRig();
    for (const step of steps.slice(0, -1)) step(rig);
    const seen: unknown[] = [];
    rig.on(name, () => seen.push(look(rig)));
    steps.at(-1)?.(rig);
    expect(seen).toEqual([expected]);
  });

  test('what only the CAD knows the meaning of stays with a call until it is told anew', () => {
    const rig = createOfficialRig();
    const found = () => [rig.take().at(-2)?.[1], Object.values(rig.ask('GetCallCache') as object)[0]];
    rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501, { nature: 'C', title: 'Fire' }) });
    rig.take();
    rig.push('EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, ident: 12 });
    rig.push('EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, ident: 13 });
    for (const entry of found()) expect(entry).toMatchObject({ dispatch: { nature: 'C', title: 'Fire' } });
    rig.push('EVENT_DISPATCH_EDIT', { dispatch: dispatch(501, { title: 'Big fire' }) });
    rig.take();
    rig.push('EVENT_DISPATCH_NOTE', { callId: 501, note: { content: 'Hot' } });
    for (const entry of found()) {
      expect(entry).toMatchObject({ dispatch: { title: 'Big fire' } });
      expect(entry).not.toHaveProperty('dispatch.nature');
    }
  });

  test('the unit is gone after UnitLogout (B3)', () => {
    const rig = createOfficialRig();
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(12) });
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(40) });
    rig.push('EVENT_UNIT_LOGOUT', { identId: 12 });
    expect(rig.ask('GetUnitCache')).toMatchObject([{ id: 40 }]);
  });
});

describe('changes without an event', () => {
  test('calls that expire leave under the official names too', () => {
    let now = 0;
    const rig = createOfficialRig({ now: () => now });
    rig.push('EVENT_911', emergency(302));
    rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501) });
    rig.take();
    now = 24 * 60 * 60_000;
    rig.official.changes(rig.store.incidents.expire());
    expect(inShort(rig.take())).toEqual([
      ['EmergencyCacheUpdated'],
      ['CadCallRemoved', 302],
      ['CallCacheUpdated'],
      ['DispatchEvent', 'CALL_CLOSE 501'],
    ]);
  });

  test('a call that makes room for another leaves', () => {
    const rig = createOfficialRig({ maxOpenCalls: 1 });
    rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501) });
    rig.take();
    rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(502) });
    expect(inShort(rig.take())).toEqual([
      ['CallCacheUpdated'],
      ['DispatchEvent', 'CALL_CLOSE 501'],
      ['CallCacheUpdated'],
      ['DispatchEvent', 'CALL_NEW 502'],
    ]);
    expect(Object.keys(rig.ask('GetCallCache') as object)).toEqual(['502']);
  });

  test('a call as the CAD tells it when asked: new, edited, attached, noted', () => {
    const rig = createOfficialRig();
    const { incidents } = rig.store;
    const told = (callId: number, more: object) => ({
      ...{ callId, idents: undefined, notes: [], updated: null },
      ...more,
    });
    rig.official.changes(incidents.putDispatch(told(501, { title: 'Fire' }), 'new'));
    rig.official.changes(incidents.putDispatch(told(501, { title: 'Big fire' }), 'edit'));
    rig.official.changes(incidents.attach(501, [12]));
    rig.official.changes(incidents.addNote(501, { time: '', label: '', type: 'text', content: 'Hot' }));
    expect(inShort(rig.take())).toEqual([
      ['CallCacheUpdated'],
      ['DispatchEvent', 'CALL_NEW 501'],
      ['DispatchEdit', 'CALL_EDIT 501', 'edit of 501'],
      ['CallCacheUpdated'],
      ['DispatchEvent', 'CALL_EDIT 501'],
      ['CallCacheUpdated'],
      ['UnitAttach', 'CALL_EDIT 501', 'unit 12'],
      ['CallCacheUpdated'],
      ['DispatchNote', 'CALL_EDIT 501', 'call 501'],
    ]);
  });
});

describe('players who are units', () => {
  function logIn(rig: OfficialRig, ident: number, player: number): void {
    rig.players.set(ident, player);
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(ident, { accId: 'account' }) });
  }

  test('a login adds the player after UnitLogin, a logout removes them before the unit is gone', () => {
    const rig = createOfficialRig();
    logIn(rig, 12, 1);
    rig.players.delete(12);
    rig.on('core:RemovePlayer', () => expect(rig.ask('GetUnitByPlayerId', 1)).toMatchObject({ id: 12 }));
    rig.push('EVENT_UNIT_LOGOUT', { identId: 12 });
    expect(inShort(rig.take())).toEqual([
      ['UnitLogin', 'unit 12'],
      ['core:AddPlayer', 1, 'unit 12'],
      ['UnitLogout', 12],
      ['core:RemovePlayer', 1, 'unit 12'],
    ]);
    expect(rig.ask('GetUnitByPlayerId', 1)).toBeNull();
    expect.assertions(3);
  });

  test('a player who joins or leaves while the unit stays', () => {
    const rig = createOfficialRig();
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(12) });
    rig.take();
    rig.players.set(12, 5);
    rig.official.unitMoved(12);
    rig.official.unitMoved(12);
    rig.players.set(12, 6);
    rig.official.unitMoved(12);
    rig.players.delete(12);
    rig.official.unitMoved(12);
    expect(inShort(rig.take())).toEqual([
      ['core:AddPlayer', 5, 'unit 12'],
      ['core:RemovePlayer', 5, 'unit 12'],
      ['core:AddPlayer', 6, 'unit 12'],
      ['core:RemovePlayer', 6, 'unit 12'],
    ]);
  });

  test('units from before the start are told when their players are found', () => {
    const { store } = createOfficialRig();
    store.units.login({ ident: 12 });
    const rig = createOfficialRig({ store });
    rig.players.set(12, 1);
    rig.official.unitMoved(12);
    expect(inShort(rig.take())).toEqual([['core:AddPlayer', 1, 'unit 12']]);
  });

  test("the player's own game gets the unit without account and identities", () => {
    const rig = createOfficialRig();
    logIn(rig, 12, 1);
    logIn(rig, 40, 100); // has left already
    expect(rig.sent).toMatchObject([
      [
        1,
        'SonoranCAD::core:AddPlayer',
        {
          id: 12,
          accId: null,
          data: { unitNum: 'U-12', communityUserIds: [], communityUserId: '', apiIds: [] },
        },
      ],
    ]);
  });
});

describe('beside the official resource', () => {
  const beside = () => createOfficialRig({ resource: 'cad_listener', running: ['sonorancad'] });

  test('its names are left to it until it stops, and again when it starts', () => {
    const rig = beside();
    rig.players.set(12, 1);
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(12) });
    expect([rig.take(), rig.sent]).toEqual([[], []]);
    rig.neighbours.stop('sonorancad');
    rig.push('EVENT_UNIT_STATUS', { identIds: [12], status: 1 });
    expect(inShort(rig.take())).toEqual([
      ['UnitUpdate', 'unit 12', 1],
      ['UnitStatusUpdate', 'unit 12', 1],
    ]);
    rig.neighbours.start('sonorancad');
    rig.push('EVENT_UNIT_LOGOUT', { identId: 12 });
    expect(rig.take()).toEqual([]);
    expect(rig.lines).toEqual([
      'info: The official resource "sonorancad" runs here too: its own event names are left to it.',
      'info: "sonorancad" stops: its event names are raised here from now on.',
      'info: The official resource "sonorancad" runs here too: its own event names are left to it.',
    ]);
  });

  test('subscribers are called by whoever raises the names', () => {
    const rig = beside();
    const seen: unknown[] = [];
    rig.neighbours.emit('SonoranCAD::RegisterPushEvent', 'EVENT_911', (envelope: unknown) =>
      seen.push(envelope),
    );
    const [subscriber] = rig.subscribed;
    expect(subscriber).toMatchObject({ type: 'EVENT_911', form: 'envelope' });
    subscriber?.handler('while it runs');
    rig.neighbours.stop('sonorancad');
    subscriber?.handler('after it stopped');
    expect(seen).toEqual(['after it stopped']);
  });

  test('we are nobody beside ourselves', () => {
    const rig = createOfficialRig({ running: ['sonorancad'] });
    rig.neighbours.start('sonorancad');
    rig.push('EVENT_UNIT_LOGIN', { unit: unit(12) });
    expect([inShort(rig.take()), rig.lines]).toEqual([[['UnitLogin', 'unit 12']], []]);
  });
});

test.each([
  ['no function', ['EVENT_911', 'print']],
  ['no type', [null, () => 0]],
])('RegisterPushEvent with %s is ignored and said', (_, args) => {
  const rig = createOfficialRig();
  rig.neighbours.emit('SonoranCAD::RegisterPushEvent', ...args);
  expect([rig.subscribed, rig.lines]).toEqual([
    [],
    [
      'warn: SonoranCAD::RegisterPushEvent of neighbour was ignored: expected the name of an event and a function.',
    ],
  ]);
});
