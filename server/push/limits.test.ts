// How long texts may be: longer ones are cut, wherever they stand.

import { describe, expect, test } from '@jest/globals';
import { readPush } from '../../test/support/push-rig.ts';

const LONG = 'x'.repeat(3000);

/** How much is left of a long text that is put at `path`, such as `dispatch.notes.0.content`. */
function lengthAt(type: string, data: object, path: string): number | undefined {
  const clean = readPush(type, data);
  const found = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], clean);
  return typeof found === 'string' ? found.length : undefined;
}

describe('a dispatch call', () => {
  test.each([
    ['priority', 40],
    ['block', 80],
    ['address', 200],
    ['postal', 40],
    ['title', 120],
    ['code', 80],
    ['description', 2000],
  ])('%s: %i', (name, length) => {
    const data = { dispatch: { callId: 1, [name]: LONG } };
    expect(lengthAt('EVENT_DISPATCH_EDIT', data, `dispatch.${name}`)).toBe(length);
  });

  test.each([
    ['time', 40],
    ['label', 80],
    ['type', 20],
    ['content', 1000],
  ])('note, %s: %i', (name, length) => {
    const data = { dispatch: { callId: 1, notes: [{ content: 'Seen', [name]: LONG }] } };
    expect(lengthAt('EVENT_DISPATCH_EDIT', data, `dispatch.notes.0.${name}`)).toBe(length);
  });

  test('note of old, and as a text: 1000', () => {
    const data = { dispatch: { callId: 1, notes: [{ note: LONG }, LONG] } };
    expect(lengthAt('EVENT_DISPATCH_EDIT', data, 'dispatch.notes.0.content')).toBe(1000);
    expect(lengthAt('EVENT_DISPATCH_EDIT', data, 'dispatch.notes.1.content')).toBe(1000);
  });
});

describe('a 911 call', () => {
  test.each([
    ['caller', 120],
    ['location', 200],
    ['description', 2000],
  ])('%s: %i', (name, length) => {
    expect(lengthAt('EVENT_911', { call: { callId: 1, [name]: LONG } }, `call.${name}`)).toBe(length);
  });

  test('identity: 120', () => {
    expect(lengthAt('EVENT_911', { callId: 1, identities: LONG }, 'identities.0')).toBe(120);
  });

  test('name of a fact: 64', () => {
    const clean = readPush('EVENT_911', { callId: 1, metaData: { [LONG]: 'a' } });
    const { metaData } = (clean as { call: { metaData: object } }).call;
    expect(Object.keys(metaData).map((name) => name.length)).toEqual([64]);
  });
});

describe('a unit', () => {
  const short = ['aop', 'unitNum', 'name', 'district', 'department', 'subdivision', 'rank', 'group'];
  test.each([['location', 200], ...short.map((name): [string, number] => [name, 80])] as const)(
    '%s: %i',
    (name, length) => {
      const data = { unit: { id: 1, [name]: LONG } };
      expect(lengthAt('EVENT_UNIT_LOGIN', data, `units.0.${name}`)).toBe(length);
    },
  );

  test('account: 80, identity: 120', () => {
    const data = { unit: { id: 1, accId: LONG, apiIds: LONG } };
    expect(lengthAt('EVENT_UNIT_LOGIN', data, 'units.0.accountId')).toBe(80);
    expect(lengthAt('EVENT_UNIT_LOGIN', data, 'units.0.identities.0')).toBe(120);
  });

  test.each([
    ['EVENT_UNIT_GROUP_ADD', 'groupName'],
    ['EVENT_UNIT_GROUP_REMOVE', 'groupName'],
    ['EVENT_UNIT_GROUP_CHANGE_NAME', 'oldName'],
    ['EVENT_UNIT_GROUP_CHANGE_NAME', 'newName'],
  ])('%s, %s: 80', (type, name) => {
    expect(lengthAt(type, { identId: 1, oldName: 'A', newName: 'B', [name]: LONG }, name)).toBe(80);
  });
});

describe('alerts', () => {
  const tone = { url: LONG, playTonesTo: [{ type: 0, label: LONG, value: LONG }] };
  const station = { locations: { name: LONG, open: LONG, close: LONG }, colors: LONG, tone: LONG };
  test.each<[string, object, string, number]>([
    ['EVENT_TONE', tone, 'url', 2000],
    ['EVENT_TONE', tone, 'playTonesTo.0.label', 120],
    ['EVENT_TONE', tone, 'playTonesTo.0.value', 120],
    ['EVENT_STATION_ALERT', station, 'locations.0.name', 120],
    ['EVENT_STATION_ALERT', station, 'locations.0.open.0', 120],
    ['EVENT_STATION_ALERT', station, 'locations.0.close.0', 120],
    ['EVENT_STATION_ALERT', station, 'colors.0', 40],
    ['EVENT_STATION_ALERT', station, 'tone', 2000],
    ['EVENT_PAGER_REBORN', { addresses: LONG }, 'addresses.0', 80],
    ['EVENT_PAGER_REBORN', { nature: LONG }, 'nature', 40],
    ['EVENT_PAGER_REBORN', { body: LONG }, 'body', 1000],
  ])('%s %#', (type, data, path, length) => {
    expect(lengthAt(type, data, path)).toBe(length);
  });
});

describe('what is passed on', () => {
  const link = { communityUserId: LONG, accountUuid: LONG };
  const sign = { signData: { id: 1, text1: LONG, text2: LONG, text3: LONG } };
  test.each<[string, object, string, number]>([
    ['EVENT_CHAR_SELECTED', { id: 1, accId: LONG }, 'accountId', 80],
    ['EVENT_CHAR_SELECTED', { id: LONG }, 'character', 120],
    ['EVENT_COMMUNITY_LINK_VERIFIED', link, 'communityUserId', 120],
    ['EVENT_COMMUNITY_LINK_VERIFIED', link, 'accountUuid', 80],
    ['EVENT_PRINT_RECORD', { identId: 1, url: `https://a/${LONG}` }, 'url', 2000],
    ['EVENT_STREETSIGN_UPDATED', sign, 'signData.text1', 120],
    ['EVENT_STREETSIGN_UPDATED', sign, 'signData.text2', 120],
    ['EVENT_STREETSIGN_UPDATED', sign, 'signData.text3', 120],
    ['GET_LOGS', { logKey: LONG }, 'logKey', 80],
  ])('%s %#', (type, data, path, length) => {
    expect(lengthAt(type, data, path)).toBe(length);
  });
});

test('as many ids and events as may be', () => {
  const callIds = Array.from({ length: 1000 }, (_, index) => index);
  expect(readPush('EVENT_REMOVE_911', { callIds })).toEqual({ callIds });
  expect(
    readPush(
      'EVENT_REMOVE_911',
      Array.from({ length: 100 }, () => ({ callId: 7 })),
    ),
  ).toEqual({ callIds: [7] });
});

test.each(['EVENT_UNIT_LOGIN', 'EVENT_UNIT_STATUS', 'EVENT_UNIT_UPDATE'])(
  'as many units as may be in %s',
  (type) => {
    const units = Array.from({ length: 1000 }, (_, id) => ({ id, status: 1, data: {} }));
    expect(readPush(type, { units })).toMatchObject({ units: { length: 1000 } });
    expect(readPush(type, { units: [...units, { id: 1000 }] })).toEqual({
      kind: 'payload',
      path: 'data.units',
      expected: 'expected at most 1000 items',
    });
  },
);
