// Events that change nothing here and are passed on to other resources: accounts, records, the game world, maintenance.

import { describe, expect, test } from '@jest/globals';
import { fixture } from '../../../test/support/fixtures.ts';
import { createPushRig, readPush } from '../../../test/support/push-rig.ts';

const refused = (path: string, expected: string) => ({ kind: 'payload', path, expected });

describe('is read', () => {
  test.each<[string, string, object, object]>([
    [
      'a character by number',
      'EVENT_CHAR_SELECTED',
      { accId: 'a', id: '7' },
      { accountId: 'a', character: 7 },
    ],
    [
      'a character by a text of digits that a number would change',
      'EVENT_CHAR_SELECTED',
      { id: '00123' },
      { accountId: '', character: '00123' },
    ],
    ['a character by text', 'EVENT_CHAR_SELECTED', { id: 'char:7' }, { accountId: '', character: 'char:7' }],
    [
      'a link',
      'EVENT_COMMUNITY_LINK_VERIFIED',
      { communityUserId: ' steam:1 ', accountUuid: null },
      { communityUserId: 'steam:1', accountUuid: '' },
    ],
    ['a record as it is', 'EVENT_RECORD_ADD', { record: { a: [' x '] } }, { record: { a: [' x '] } }],
    ['an old name', 'EVENT_RECORD_ADDED', { record: {} }, { record: {} }],
    [
      'a document',
      'EVENT_PRINT_RECORD',
      { identId: 1, url: 'https://a.example/x' },
      { ident: 1, url: 'https://a.example/x' },
    ],
    ['a bodycam', 'EVENT_TOGGLE_BODYCAM', { ident: '12', state: 0 }, { ident: 12, state: false }],
    [
      'a sign',
      'EVENT_STREETSIGN_UPDATED',
      { signData: { id: 1, text1: 5, text2: null } },
      { signData: { ids: [1], text1: '5', text2: '', text3: '' } },
    ],
    [
      'a callout with its members in data',
      'EVENT_NEW_CALLOUT',
      {
        callout: {
          Id: 1,
          Name: 'flat',
          data: { Name: 'inner', CalloutLocations: [{ X: '1', Y: 2 }, 'x', { x: 'a' }] },
        },
      },
      {
        callout: {
          id: 1,
          name: 'inner',
          calloutLocations: [
            { x: 1, y: 2, z: 0 },
            { x: 0, y: 0, z: 0 },
          ],
        },
      },
    ],
    [
      'a callout whose data and places are none',
      'EVENT_NEW_CALLOUT',
      { callout: { data: 'no', calloutLocations: {} } },
      { callout: { calloutLocations: [] } },
    ],
  ])('%s', (_, type, data, expected) => {
    expect(readPush(type, data)).toEqual(expected);
  });
});

describe('the support asks for logs', () => {
  test.each<[string, unknown, object, unknown]>([
    ['without data', undefined, { logKey: 7 }, 7],
    ['with data', { logKey: 'in' }, { logKey: 'beside' }, 'in'],
    ['without a key', null, {}, null],
    ['with data that is a text', 'x', { logKey: '8' }, 8],
  ])('%s', (_, data, beside, logKey) => {
    expect(readPush('GET_LOGS', data, beside)).toEqual({ logKey });
  });
});

describe('is refused', () => {
  test.each<[string, string, object, string, string]>([
    [
      'a character that is none',
      'EVENT_CHAR_SELECTED',
      { id: 'nil' },
      'data.id',
      'expected a number or a text',
    ],
    [
      'a character that is a list',
      'EVENT_CHAR_SELECTED',
      { id: [] },
      'data.id',
      'expected a number or a text',
    ],
    ['a link of nobody', 'EVENT_COMMUNITY_LINK_VERIFIED', {}, 'data.communityUserId', 'expected a text'],
    [
      'a record that is a list',
      'EVENT_RECORD_EDIT',
      { record: [] },
      'data.record',
      'expected an object with the record',
    ],
    ['no record', 'EVENT_RECORD_REMOVE', {}, 'data.record', 'expected an object with the record'],
    [
      'a document by http',
      'EVENT_PRINT_RECORD',
      { identId: 1, url: 'http://a.example/x' },
      'data.url',
      'expected an https address',
    ],
    [
      'a document nowhere',
      'EVENT_PRINT_RECORD',
      { identId: 1, url: 'https://' },
      'data.url',
      'expected an https address',
    ],
    [
      'a document for nobody',
      'EVENT_PRINT_RECORD',
      { url: 'https://a.example/x' },
      'data.identId',
      'expected a whole number',
    ],
    [
      'a bodycam neither on nor off',
      'EVENT_TOGGLE_BODYCAM',
      { ident: 1, state: 'x' },
      'data.state',
      'expected true or false',
    ],
    [
      'a bodycam without a state',
      'EVENT_TOGGLE_BODYCAM',
      { ident: 1 },
      'data.state',
      'expected true or false',
    ],
    [
      'no sign',
      'EVENT_STREETSIGN_UPDATED',
      { signData: 'x' },
      'data.signData',
      'expected an object with the sign',
    ],
    [
      'a sign without ids',
      'EVENT_STREETSIGN_UPDATED',
      { signData: {} },
      'data.signData.ids',
      'expected a list of whole numbers',
    ],
    ['no callout', 'EVENT_NEW_CALLOUT', {}, 'data.callout', 'expected an object with the callout'],
  ])('%s', (_, type, data, path, expected) => {
    expect(readPush(type, data)).toEqual(refused(path, expected));
  });
});

test.each(['14_toggle_bodycam_on', '16_streetsign', '19_record_add', '25_char_selected', '32_get_logs'])(
  '%s changes nothing',
  (name) => {
    const { type = '', data } = fixture(name);
    expect(createPushRig().play(type, data)).toEqual([]);
  },
);
