import { describe, expect, test } from '@jest/globals';
import { fixture } from '../../../test/support/fixtures.ts';
import { createPushRig } from '../../../test/support/push-rig.ts';
import { createDecode } from '../decode.ts';
import { emergencyCall, emergencyRemoved } from './emergency-calls.ts';

const decode = createDecode([emergencyCall, emergencyRemoved]);

function decodeData(type: string, data: unknown) {
  const result = decode({ type, data, body: {} });
  return result.ok ? result.value.events.map((event) => event.data) : result.error;
}

const call = (extra: object) => ({ call: { callId: 1, ...extra } });
const clean = {
  callId: 1,
  isEmergency: true,
  caller: '',
  location: '',
  description: '',
  metaData: {},
  updated: null,
};

describe('EVENT_911', () => {
  test('as placed in the game', () => {
    expect(decodeData('EVENT_911', fixture('04_911_in_game').data)).toEqual([
      {
        call: {
          callId: 302,
          isEmergency: true,
          caller: 'Nora Fields',
          location: 'Sinner St / Atlee St',
          description: 'Two men breaking into a parked van, one has a crowbar - 100% sure',
          metaData: {
            callerPlayerId: '7',
            callerCommunityUserId: 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3',
            uuid: '7d0f3a56-1c2b-4e8f-9d11-aa55cc33ee77',
            silentAlert: 'false',
            useCallLocation: 'false',
            postal: '8112',
            x: '425.13',
            y: '-979.55',
            z: '30.71',
          },
          updated: Date.parse('2026-11-23T16:02:10Z'),
        },
        identities: [],
      },
    ]);
  });

  test('as documented: a list, facts beside the call, ids of the caller', () => {
    expect(decodeData('EVENT_911', fixture('04v_911_docs_array_sibling_metadata').data)).toMatchObject([
      {
        call: { callId: 303, metaData: { x: '430.5', y: '-982.1', postal: '8113' } },
        identities: ['license:c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3', 'Steam:1100001000000c3', '11112222'],
      },
    ]);
  });

  test.each<[string, unknown, object]>([
    ['an id as text', { call: { callId: '12' } }, { callId: 12 }],
    ['an id as text with decimals', { call: { callId: ' 12.0 ' } }, { callId: 12 }],
    ['a placeholder id', { call: { callId: -1 } }, { callId: -1 }],
    ['no wrapper', { callId: 1, caller: 'A', metaData: { x: 5 } }, { caller: 'A', metaData: { x: '5' } }],
    ['missing texts', call({}), clean],
    ['null texts', call({ caller: null, location: null, description: null }), clean],
    [
      'texts that Lua made of nothing',
      call({ caller: 'nil', location: 'NULL', description: 'undefined' }),
      clean,
    ],
    [
      'numbers as texts',
      call({ caller: 911, location: 0, description: true }),
      { caller: '911', location: '0' },
    ],
    ['a civil call', call({ isEmergency: false }), { isEmergency: false }],
    ['a civil call in words', call({ isEmergency: 'False' }), { isEmergency: false }],
    ['a civil call as a number', call({ isEmergency: 0 }), { isEmergency: false }],
    ['an emergency as a number', call({ isEmergency: 1 }), { isEmergency: true }],
    [
      'facts of every scalar kind',
      call({ metaData: { a: 'x', b: 2, c: true } }),
      { metaData: { a: 'x', b: '2', c: 'true' } },
    ],
    [
      'facts that are missing',
      call({ metaData: { a: 'nil', b: null, c: '', d: 'ok' } }),
      { metaData: { d: 'ok' } },
    ],
    ['nested facts as text', call({ metaData: { a: { b: [1] } } }), { metaData: { a: '{"b":[1]}' } }],
    ['no facts', call({ metaData: null }), { metaData: {} }],
    ['facts that are a list', call({ metaData: ['x'] }), { metaData: {} }],
    ['an old spelling', call({ metaData: { silenceAlert: true } }), { metaData: { silentAlert: 'true' } }],
    ['an unreadable time', call({ updated: 'yesterday' }), { updated: null }],
    ['unknown fields', call({ template: { a: 1 } }), clean],
    ['hostile text on one line', call({ caller: 'a\u0000\nb\u202e' }), { caller: 'a b' }],
  ])('%s', (_, data, expected) => {
    expect(decodeData('EVENT_911', data)).toMatchObject([{ call: expected }]);
  });

  test('facts inside the call win over those beside it, unless they are missing', () => {
    const data = {
      call: { callId: 1, metaData: { x: '1', y: 'nil' } },
      metaData: { x: '5', y: '6', postal: '7' },
    };
    expect(decodeData('EVENT_911', data)).toMatchObject([
      { call: { metaData: { x: '1', y: '6', postal: '7' } } },
    ]);
  });

  test('several events in one request', () => {
    const calls = decodeData('EVENT_911', [{ call: { callId: 1 } }, { call: { callId: '2' } }]);
    expect(calls).toMatchObject([{ call: { callId: 1 } }, { call: { callId: 2 } }]);
  });

  test('texts are cut, and facts are bounded', () => {
    const metaData = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, 'v'.repeat(5000)]));
    const [event] = decodeData('EVENT_911', call({ description: 'd'.repeat(10_000), metaData })) as [
      { call: { description: string; metaData: Record<string, string> } },
    ];
    expect(event.call.description).toHaveLength(2000);
    expect(Object.keys(event.call.metaData)).toHaveLength(64);
    expect(Math.max(...Object.values(event.call.metaData).map((value) => value.length))).toBe(1024);
  });

  test.each<[string, unknown, string, string]>([
    ['no data', undefined, 'data', 'expected an object'],
    ['null', null, 'data', 'expected an object'],
    ['a text', 'EVENT', 'data', 'expected an object'],
    ['an empty list', [], 'data', 'expected 1 to 100 events'],
    ['too many events', Array.from({ length: 101 }, () => call({})), 'data', 'expected 1 to 100 events'],
    ['a list with a gap', [call({}), null], 'data[1]', 'expected an object'],
    ['no call', {}, 'data.call', 'expected an object with the 911 call'],
    ['a call that is a text', { call: 'x' }, 'data.call', 'expected an object with the 911 call'],
    ['no id', { call: {} }, 'data.call.callId', 'expected a whole number'],
    ['an id with a fraction', { call: { callId: 1.5 } }, 'data.call.callId', 'expected a whole number'],
    ['an id in words', { call: { callId: 'one' } }, 'data.call.callId', 'expected a whole number'],
    ['an id that is true', { call: { callId: true } }, 'data.call.callId', 'expected a whole number'],
    ['an id beyond all ids', { call: { callId: 1e300 } }, 'data.call.callId', 'expected a whole number'],
    ['a caller that is a list', [call({}), call({ caller: [] })], 'data[1].call.caller', 'expected a text'],
    [
      'an emergency that is neither',
      call({ isEmergency: 'maybe' }),
      'data.call.isEmergency',
      'expected true or false',
    ],
  ])('refuses %s', (_, data, path, expected) => {
    expect(decodeData('EVENT_911', data)).toEqual({ kind: 'payload', path, expected });
  });
});

describe('EVENT_REMOVE_911', () => {
  test.each<[string, unknown, number[]]>([
    ['as sent', fixture('06_remove_911').data, [302]],
    ['as documented', fixture('06v_remove_911_docs_array').data, [302, 303]],
    ['one id', { callIds: 302 }, [302]],
    ['the old field', { callId: '302' }, [302]],
    ['both fields', { callIds: [302, '303'], callId: 304 }, [302, 303, 304]],
    ['repeats', { callIds: [302, '302', 302] }, [302]],
    ['gaps', { callIds: [302, null, 'nil', ''] }, [302]],
    ['none at all', { callIds: [] }, []],
  ])('%s', (_, data, callIds) => {
    expect(decodeData('EVENT_REMOVE_911', data)).toEqual([{ callIds }]);
  });

  test.each<[string, unknown, string, string]>([
    ['no ids', {}, 'data.callIds', 'expected a list of whole numbers'],
    ['a word among the ids', { callIds: [1, 'x'] }, 'data.callIds[1]', 'expected a whole number'],
    ['an object', { callIds: {} }, 'data.callIds', 'expected a whole number'],
    [
      'too many',
      { callIds: Array.from({ length: 1001 }, (_, i) => i) },
      'data.callIds',
      'expected at most 1000 ids',
    ],
  ])('refuses %s', (_, data, path, expected) => {
    expect(decodeData('EVENT_REMOVE_911', data)).toEqual({ kind: 'payload', path, expected });
  });
});

test('a type nobody defined is unknown', () => {
  expect(decode({ type: 'EVENT_SOMETHING_NEW_2027', data: {}, body: {} })).toEqual({
    ok: false,
    error: { kind: 'type' },
  });
});

test('a 911 call is opened and taken away', () => {
  const { play, store } = createPushRig();
  expect(play('EVENT_911', call({ caller: 'Nora' }))).toEqual(['call.opened']);
  expect(play('EVENT_911', call({ caller: 'Nora' }))).toEqual([]);
  expect(store.incidents.openCalls()).toMatchObject([{ emergencyId: 1, caller: 'Nora' }]);
  expect(play('EVENT_REMOVE_911', { callIds: [1] })).toEqual(['call.closed']);
  expect(store.incidents.openCalls()).toEqual([]);
});
