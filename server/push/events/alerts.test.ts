import { describe, expect, test } from '@jest/globals';
import { fixture } from '../../../test/support/fixtures.ts';
import { createPushRig, readPush } from '../../../test/support/push-rig.ts';

describe('EVENT_TONE', () => {
  const target = { type: 3, value: 'LSPD', label: '' };
  test.each<[string, unknown, object[]]>([
    ['several targets', [target, { type: '5', value: '34' }], [target, { type: 5, value: 34, label: '' }]],
    ['a name that is digits', { ...target, value: '007' }, [{ ...target, value: '007' }]],
    ['one target', target, [target]],
    ['a gap', [null, target], [target]],
    ['all units', [{ type: 0 }], [{ type: 0, value: null, label: '' }]],
    ['nobody', undefined, []],
    ['200 targets', Array.from({ length: 200 }, () => target), Array.from({ length: 200 }, () => target)],
  ])('for %s', (_, playTonesTo, expected) => {
    expect(readPush('EVENT_TONE', { url: 'a', playTonesTo })).toEqual({ url: 'a', playTonesTo: expected });
  });

  test.each<[string, object, string, string]>([
    ['no address', {}, 'data.url', 'expected a text'],
    [
      'a target without a type',
      { url: 'a', playTonesTo: [{}] },
      'data.playTonesTo[0].type',
      'expected a whole number',
    ],
    [
      'a target that is a list',
      { url: 'a', playTonesTo: [{ type: 1, value: [] }] },
      'data.playTonesTo[0].value',
      'expected a number or a text',
    ],
    [
      'too many targets',
      { url: 'a', playTonesTo: Array.from({ length: 201 }, () => target) },
      'data.playTonesTo',
      'expected at most 200 items',
    ],
  ])('with %s is refused', (_, data, path, expected) => {
    expect(readPush('EVENT_TONE', data)).toEqual({ kind: 'payload', path, expected });
  });
});

describe('EVENT_STATION_ALERT', () => {
  const nothing = { locations: [], message: '', colors: [], tone: '' };
  test.each<[string, object, object]>([
    ['nothing', {}, nothing],
    ['one colour', { color: 'blue' }, { ...nothing, colors: ['blue'] }],
    [
      'several colours before one',
      { colors: ['red', '', 'blue', {}], color: 'x' },
      { ...nothing, colors: ['red', 'blue'] },
    ],
    [
      'one station',
      { locations: { name: 'FS 7', open: 'Bay 1', close: ['Bay 2', null, 3] } },
      { ...nothing, locations: [{ name: 'FS 7', open: ['Bay 1'], close: ['Bay 2', '3'] }] },
    ],
    ['no message', { message: null }, nothing],
    ['a message of several lines', { message: 'a\n  b' }, { ...nothing, message: 'a\n  b' }],
  ])('with %s', (_, data, expected) => {
    expect(readPush('EVENT_STATION_ALERT', data)).toEqual(expected);
  });

  test('speech may be long, and not longer', () => {
    const longest = 'x'.repeat(1_500_000);
    expect(readPush('EVENT_STATION_ALERT', { message: longest })).toEqual({ ...nothing, message: longest });
    expect(readPush('EVENT_STATION_ALERT', { message: `${longest}x` })).toEqual({
      kind: 'payload',
      path: 'data.message',
      expected: 'expected a text',
    });
  });

  test('a message that is no text is refused', () => {
    expect(readPush('EVENT_STATION_ALERT', { message: 5 })).toMatchObject({ path: 'data.message' });
  });

  test('of more than 100 stations is refused', () => {
    const locations = Array.from({ length: 101 }, () => ({ name: 'FS' }));
    expect(readPush('EVENT_STATION_ALERT', { locations: locations.slice(1) })).toMatchObject({ colors: [] });
    expect(readPush('EVENT_STATION_ALERT', { locations })).toMatchObject({ path: 'data.locations' });
  });
});

describe('EVENT_PAGER_REBORN', () => {
  const nothing = { addresses: [], idents: [], nature: '', body: '' };
  test.each<[string, object, object]>([
    ['nothing', {}, nothing],
    ['one address', { addresses: 'FIRE-1' }, { ...nothing, addresses: ['FIRE-1'] }],
    ['units', { identIds: [1], players: ['2'] }, { ...nothing, idents: [1, 2] }],
    ['a message', { nature: 'Emergency', body: ' Fire ' }, { ...nothing, nature: 'Emergency', body: 'Fire' }],
    [
      'at most 1000 addresses',
      { addresses: Array.from({ length: 1001 }, () => 'A') },
      { ...nothing, addresses: Array.from({ length: 1000 }, () => 'A') },
    ],
  ])('with %s', (_, data, expected) => {
    expect(readPush('EVENT_PAGER_REBORN', data)).toEqual(expected);
  });
});

test.each([
  ['15_tone', ['tone']],
  ['17_station_alert', ['station.alert']],
  ['18_pager_reborn', ['pager']],
])('%s is a change of its own', (name, changes) => {
  const { type = '', data } = fixture(name);
  expect(createPushRig().play(type, data)).toEqual(changes);
});
