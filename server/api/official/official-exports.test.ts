// The official exports: what they answer, whatever they are asked.

import { expect, test } from '@jest/globals';
import { createOfficialRig } from '../../../test/support/official-rig.ts';
import { dispatch, emergency, unit } from '../../../test/support/official-steps.ts';

function rigWithAll() {
  const rig = createOfficialRig();
  rig.players.set(12, 1);
  rig.push('EVENT_UNIT_LOGIN', { unit: unit(40), isDispatch: true });
  rig.push('EVENT_UNIT_LOGIN', { unit: unit(12) });
  rig.push('EVENT_911', emergency(302));
  rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501) });
  rig.convars.sonoran_communityID = 'demo';
  rig.convars.sonoran_serverId = '2';
  return rig;
}

test.each<[string, unknown[], unknown]>([
  [
    'GetUnitCache',
    [],
    [
      { id: 40, isDispatch: true },
      { id: 12, data: { unitNum: 'U-12' } },
    ],
  ],
  ['GetCallCache', [], { 501: { dispatch_type: 'CALL_NEW', dispatch: { callId: 501, title: 'Burglary' } } }],
  [
    'GetEmergencyCache',
    [],
    { 302: { callId: 302, caller: 'Nora', location: 'Alta St', metaData: { x: '1' } } },
  ],
  ['GetUnitByPlayerId', [1], { id: 12 }],
  ['GetUnitByPlayerId', ['1'], { id: 12 }],
  ['GetUnitByPlayerId', [2], null],
  ['GetUnitByPlayerId', [{}], null],
  ['GetUnitById', [12], 2],
  ['GetUnitById', ['40'], 1],
  ['GetUnitById', [['nobody', 'id12']], 2],
  ['GetUnitById', [99], null],
  ['GetUnitById', [null], null],
  [
    'isPlayerInCAD',
    [1],
    { linked: true, online: true, success: true, communityUserId: 'id12', unit: { id: 12 } },
  ],
  ['isPlayerInCAD', [2], { linked: false, online: false, success: false, communityUserId: null, unit: null }],
  ['getDispatchStatus', [], true],
  ['getCommunityId', [], 'demo'],
  ['getCadCommunityId', [], 'demo'],
  ['getServerId', [], 2],
  ['getCadServerId', [], 2],
])('%s of %j', (name, args, expected) => {
  const answer = rigWithAll().ask(name, ...args);
  if (typeof expected === 'object' && expected !== null) expect(answer).toMatchObject(expected);
  else expect(answer).toBe(expected);
});

test('without settings and units there is nothing to tell', () => {
  const rig = createOfficialRig();
  const names = ['GetUnitCache', 'GetCallCache', 'GetEmergencyCache', 'getCommunityId', 'getServerId'];
  expect([...names, 'getDispatchStatus'].map((name) => rig.ask(name))).toEqual([
    [],
    {},
    {},
    null,
    null,
    false,
  ]);
});

test('GetUnitCache calls back with units and, when asked, dispatchers', () => {
  const rig = rigWithAll();
  const seen: unknown[][] = [];
  rig.ask('GetUnitCache', true, (units: unknown[], dispatchers: unknown) =>
    seen.push([units.length, dispatchers]),
  );
  rig.ask('GetUnitCache', false, (units: unknown[], dispatchers: unknown) =>
    seen.push([units.length, dispatchers]),
  );
  expect(seen).toEqual([
    [2, [{ id: 40, isInGame: false }]],
    [2, []],
  ]);
});

test('a callback that throws costs nobody the answer, and is said', () => {
  const rig = rigWithAll();
  const answer = rig.ask('GetUnitCache', true, () => {
    throw new Error('oops');
  });
  expect(answer).toHaveLength(2);
  expect(rig.lines).toEqual(['warn: The callback that neighbour gave to GetUnitCache fails: oops.']);
});
