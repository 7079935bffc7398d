// What readers make of values that are nearly right: some are meant, some are not.

import { describe, expect, test } from '@jest/globals';
import { readPush } from '../../test/support/push-rig.ts';
import { wireEmergency } from './wire-emergency.ts';

const call = (fields: object) =>
  (readPush('EVENT_911', { call: { callId: 1, ...fields } }) as { call: object }).call;
const dispatch = (fields: object) =>
  (readPush('EVENT_DISPATCH_EDIT', { dispatch: { callId: 1, ...fields } }) as { dispatch: object }).dispatch;
const unit = (fields: object) =>
  (readPush('EVENT_UNIT_LOGIN', { unit: { id: 1, ...fields } }) as { units: object[] }).units[0];

test.each(['', ' ', '1e3', '0x10', '1.5', '--1', [1], {}, null])('%j is no id', (callId) => {
  expect(readPush('EVENT_911', { call: { callId } })).toMatchObject({ path: 'data.call.callId' });
});

describe('facts', () => {
  test.each<[string, unknown, object]>([
    ['in a text', 'x', {}],
    ['in a list', ['x'], {}],
    ['that are missing', { a: null, b: 'nil', c: ' ', d: undefined, e: 0 }, { e: '0' }],
    ['without a name', { '': 'x', ' \n': 'y' }, {}],
    ['with a name that cleaning makes dangerous', { '\u200b__proto__': 'x', ' __proto__ ': 'y' }, {}],
  ])('%s', (_, metaData, expected) => {
    const facts = (call({ metaData }) as { metaData: object }).metaData;
    expect(Object.entries(facts)).toEqual(Object.entries(expected));
    expect((dispatch({ metaData }) as { metaData: object }).metaData).toEqual(facts);
  });
});

test.each<[object, object]>([
  [{ title: null }, { title: undefined }],
  [{ title: 'nil' }, { title: '' }],
  [{ trackPrimary: 'nil' }, { trackPrimary: false }],
  [{ trackPrimary: ' True ' }, { trackPrimary: true }],
  [{ updated: ['2026-01-01'] }, { updated: null }],
])('a dispatch call with %j', (fields, expected) => {
  expect(dispatch(fields)).toMatchObject(expected);
});

test.each<[object, object]>([
  [
    { isPanic: 'nil', isDispatch: '' },
    { isPanic: false, isDispatch: false },
  ],
  [{ coordinates: { x: '', y: 5, z: 1 } }, { position: null }],
  [{ coordinates: { x: 5, y: null, z: 1 } }, { position: null }],
  [{ coordinates: { x: 0, y: 5, z: 1 } }, { position: { x: 0, y: 5, z: 1 } }],
  [{ coordinates: { x: 1, y: 5, z: '' } }, { position: { x: 1, y: 5, z: null } }],
  [{ communityUserIds: ['a'] }, { identities: ['a'] }],
  [{ communityUserId: 'b' }, { identities: ['b'] }],
  [{ apiIds: ['c'] }, { identities: ['c'] }],
  [{ apiId1: 'd' }, { identities: ['d'] }],
  [{ apiId2: 'e' }, { identities: ['e'] }],
  [
    { apiId2: 'e', apiId1: 'd', apiIds: 'c', communityUserId: 'b', communityUserIds: 'a' },
    { identities: [...'abcde'] },
  ],
  [{ communityUserId: 'a', apiIds: 'c', data: { communityUserId: 'b' } }, { identities: ['b', 'a', 'c'] }],
  [
    { unitNum: null, status: 3, data: { unitNum: '2-A-1', status: 1 } },
    { unitNum: '2-A-1', status: 3 },
  ],
])('a unit with %j', (fields, expected) => {
  expect(unit(fields)).toMatchObject(expected);
});

describe('a 911 call', () => {
  test.each<[object, string[]]>([
    [{ identities: ['a'] }, ['a']],
    [{ communityUserIds: ['b'] }, ['b']],
    [{ communityUserId: 'c' }, ['c']],
    [{ apiIds: ['d', 'e'] }, ['d', 'e']],
    [{ apiIds: 'd', communityUserId: 'c', communityUserIds: 'b', identities: 'a' }, ['a', 'b', 'c', 'd']],
  ])('is by %j', (fields, identities) => {
    expect(readPush('EVENT_911', { call: { callId: 1 }, ...fields })).toMatchObject({ identities });
  });

  test('whose wrapper holds something else is none, whatever stands beside it', () => {
    expect(readPush('EVENT_911', { callId: 1, call: 'x' })).toMatchObject({ path: 'data.call' });
    expect(readPush('EVENT_911', { callId: 1, call: null })).toMatchObject({ path: 'data.call' });
  });

  test.each([null, undefined, 'x', [1]])('that is %j is none', (raw) => {
    expect(wireEmergency().safeParse(raw).success).toBe(false);
  });
});

test.each([null, undefined, [], 7])('a sign that is %j is none', (signData) => {
  expect(readPush('EVENT_STREETSIGN_UPDATED', { signData })).toMatchObject({ path: 'data.signData' });
});

test.each([[{ length: 3 }], [['a']], [true]])('%j is no message to say', (message) => {
  expect(readPush('EVENT_STATION_ALERT', { message })).toMatchObject({ path: 'data.message' });
});

test('what is no text among texts is left out', () => {
  expect(readPush('EVENT_PAGER_REBORN', { addresses: ['A', {}, '', [], 'B'] })).toMatchObject({
    addresses: ['A', 'B'],
  });
});
