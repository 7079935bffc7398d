// What the decoder makes of every spelling of a field, and what it refuses by which words.

import { describe, expect, test } from '@jest/globals';
import { createDecode } from './decode.ts';
import { boundJson } from './envelope.ts';
import { pushDefinitions } from './registry.ts';

const decode = createDecode(pushDefinitions);

/** The data of the only event, or what is wrong with it. */
function read(type: string, data: unknown, body: Record<string, unknown> = {}): unknown {
  const result = decode({ type, data, body: { type, data, ...body } });
  return result.ok ? result.value.events[0]?.data : result.error;
}

const dispatch = (fields: object) =>
  (read('EVENT_DISPATCH_EDIT', { dispatch: { callId: 1, ...fields } }) as { dispatch: object }).dispatch;
const unit = (fields: object) =>
  (read('EVENT_UNIT_LOGIN', { unit: { id: 1, ...fields } }) as { units: object[] }).units[0];

describe('a dispatch call', () => {
  test.each<[string, object, object]>([
    ['a priority in words', { priority: ' High ' }, { priority: 'High' }],
    ['a priority as a number in a text', { priority: '2' }, { priority: 2 }],
    ['a time as text', { updated: '2026-01-01T00:00:00Z' }, { updated: Date.UTC(2026, 0, 1) }],
    ['a time as a number', { updated: 5 }, { updated: 5 }],
    ['a time that is none', { updated: 'soon' }, { updated: null }],
    ['a time of another kind', { updated: {} }, { updated: null }],
    ['nobody as the primary unit', { primary: 0 }, { primary: null }],
    ['a primary unit', { primary: '12' }, { primary: 12 }],
    ['tracking asked for by the facts', { metaData: { trackPrimary: 'True' } }, { trackPrimary: true }],
    ['tracking denied by the facts', { metaData: { trackPrimary: 'no' } }, { trackPrimary: false }],
    [
      'tracking asked for by the call alone',
      { trackPrimary: true, metaData: { trackPrimary: 'no' } },
      { trackPrimary: true },
    ],
    ['no word of tracking', {}, { trackPrimary: undefined }],
    ['units by id', { idents: ['12', 34, 12] }, { idents: [12, 34] }],
    ['a single unit', { idents: 12 }, { idents: [12] }],
    ['units whole', { units: [{ id: 12 }, 34] }, { idents: [12, 34] }],
    ['no word of units', { units: 'none' }, { idents: undefined }],
    ['no units', { idents: [] }, { idents: [] }],
    ['a flag as a word', { trackPrimary: 'TRUE' }, { trackPrimary: true }],
    ['a flag as a number', { trackPrimary: 0 }, { trackPrimary: false }],
    [
      'facts of every kind',
      { metaData: { a: 1, b: ' x ', c: null, d: 'nil', e: { f: [1] }, g: true, '': 1, __proto__x: '' } },
      { metaData: { a: '1', b: 'x', e: '{"f":[1]}', g: 'true' } },
    ],
    ['facts that are none', { metaData: 'x' }, { metaData: {} }],
    ['a text that is a number', { title: 10 }, { title: '10' }],
  ])('%s', (_, fields, expected) => {
    expect(dispatch(fields)).toMatchObject(expected);
  });

  const plain = { time: '', label: '', type: 'text' };
  test.each<[string, unknown, object[]]>([
    ['none', undefined, []],
    ['an empty text', '', []],
    ['a word for nothing', ['nil', null], []],
    ['a text', 'Seen', [{ ...plain, content: 'Seen' }]],
    ['a number', 5, [{ ...plain, content: '5' }]],
    ['one object', { content: 'Seen', time: '12:00' }, [{ ...plain, time: '12:00', content: 'Seen' }]],
    [
      'an object of old',
      [{ note: 'Seen', label: 'A-1', type: 'system' }],
      [{ ...plain, label: 'A-1', type: 'system', content: 'Seen' }],
    ],
    ['objects that say nothing', [{ content: '' }, { time: '12:00' }, [], true], []],
  ])('with notes: %s', (_, notes, expected) => {
    expect(dispatch({ notes })).toMatchObject({ notes: expected });
  });

  test('keeps the newest 200 notes', () => {
    const { notes } = dispatch({ notes: Array.from({ length: 201 }, (_, i) => `note ${i}`) }) as {
      notes: { content: string }[];
    };
    expect([notes.length, notes[0]?.content, notes.at(-1)?.content]).toEqual([200, 'note 1', 'note 200']);
  });
});

describe('a unit', () => {
  test.each<[string, object, object]>([
    ['personal fields in the data', { data: { unitNum: 'A-1', page: '2' } }, { unitNum: 'A-1', page: 2 }],
    ['personal fields without data', { unitNum: 'A-1' }, { unitNum: 'A-1' }],
    ['its own fields first', { group: 'ONE', data: { group: 'TWO' } }, { group: 'ONE' }],
    ['an account', { accId: 'abc' }, { accountId: 'abc' }],
    ['an empty account', { accId: '' }, { accountId: null }],
    ['no account', {}, { accountId: undefined }],
    ['coordinates', { coordinates: { x: '1.5', y: 2, z: 3 } }, { position: { x: 1.5, y: 2, z: 3 } }],
    ['coordinates without a height', { coordinates: { x: 1, y: 0 } }, { position: { x: 1, y: 0, z: null } }],
    ['coordinates of nowhere', { coordinates: { x: 0, y: 0, z: 5 } }, { position: null }],
    ['coordinates with one part', { coordinates: { x: 1 } }, { position: null }],
    ['coordinates with the other part', { coordinates: { y: 1 } }, { position: null }],
    ['coordinates with words', { coordinates: { x: 1, y: 'north' } }, { position: null }],
    ['coordinates that are none', { coordinates: 'here' }, { position: null }],
    [
      'identities under all names, each once',
      { data: { communityUserIds: ['a', 'b'], communityUserId: 'a', apiIds: 'c', apiId1: '', apiId2: 5 } },
      { identities: ['a', 'b', 'c', '5'] },
    ],
    ['no identities', { data: { apiIds: null } }, { identities: undefined }],
    ['a panic as a word', { isPanic: 'false' }, { isPanic: false }],
    ['no status', { status: 'nil' }, { status: null }],
  ])('%s', (_, fields, expected) => {
    expect(unit(fields)).toMatchObject(expected);
  });

  test('has twenty identities at most', () => {
    const apiIds = Array.from({ length: 30 }, (_, i) => `id ${i}`);
    expect(unit({ data: { apiIds } })).toMatchObject({ identities: apiIds.slice(0, 20) });
  });
});

describe('is refused', () => {
  test.each<[string, string, unknown, string, string]>([
    ['data that is none', 'EVENT_911', 5, 'data', 'expected an object'],
    ['a list in a list', 'EVENT_911', [[]], 'data[0]', 'expected an object'],
    [
      'a call that is a text',
      'EVENT_DISPATCH_EDIT',
      { dispatch: 'x' },
      'data.dispatch',
      'expected an object with the dispatch call',
    ],
    [
      'half an id',
      'EVENT_DISPATCH_EDIT',
      { dispatch: { callId: 1.5 } },
      'data.dispatch.callId',
      'expected a whole number',
    ],
    [
      'an id beyond counting',
      'EVENT_DISPATCH_EDIT',
      { dispatch: { callId: 2 ** 53 } },
      'data.dispatch.callId',
      'expected a whole number',
    ],
    [
      'units that are none',
      'EVENT_DISPATCH_EDIT',
      { dispatch: { callId: 1, idents: ['x'] } },
      'data.dispatch.idents[0]',
      'expected a whole number',
    ],
    [
      'a flag that is none',
      'EVENT_DISPATCH_EDIT',
      { dispatch: { callId: 1, trackPrimary: 'maybe' } },
      'data.dispatch.trackPrimary',
      'expected true or false',
    ],
    [
      'a unit that is a text',
      'EVENT_UNIT_LOGIN',
      { unit: 'x' },
      'data.units[0]',
      'expected an object with the unit',
    ],
    [
      'a callout that is none',
      'EVENT_NEW_CALLOUT',
      { callout: 1 },
      'data.callout',
      'expected an object with the callout',
    ],
  ])('%s', (_, type, data, path, expected) => {
    expect(read(type, data)).toMatchObject({ kind: 'payload', path, expected });
  });

  test('a type without a definition', () => {
    expect(read('EVENT_NONE', {})).toMatchObject({ kind: 'type' });
  });
});

test.each<[string, object, object]>([
  [
    'in lower case',
    { id: 3, calloutLocations: [{ x: '1', y: 2, z: 'up' }] },
    { id: 3, calloutLocations: [{ x: 1, y: 2, z: 0 }] },
  ],
  [
    'in upper case, within data',
    { Id: 3, data: { CalloutLocations: [{ X: 1, Y: 2, Z: 3 }, 5] } },
    { id: 3, calloutLocations: [{ x: 1, y: 2, z: 3 }] },
  ],
  ['without places', { id: 3 }, { id: 3, calloutLocations: [] }],
])('a callout with its names %s', (_, callout, expected) => {
  expect(read('EVENT_NEW_CALLOUT', { callout })).toMatchObject({ callout: expected });
});

describe('bounds', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  test.each<[string, Record<string, unknown>, string | null]>([
    ['the last level', { data: nested(31) }, null],
    ['one level more', { data: nested(32) }, 'expected at most 32 levels of nesting'],
    ['the last value', { data: Array.from({ length: 49_999 }, () => 1) }, null],
    ['one value more', { data: Array.from({ length: 50_000 }, () => 1) }, 'expected at most 50000 values'],
  ])('%s', (_, body, expected) => {
    expect(boundJson(body)).toBe(expected);
  });
});
