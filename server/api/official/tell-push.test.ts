// Push events under the official names: which are raised, in which order and with which arguments.

import { describe, expect, test } from '@jest/globals';
import { createOfficialRig, type OfficialRig } from '../../../test/support/official-rig.ts';
import {
  call302,
  dispatch,
  login12,
  login40,
  open501,
  open502,
  push,
  raisedBy,
  unit,
} from '../../../test/support/official-steps.ts';

describe('names, arguments and order', () => {
  test.each<[string, ((rig: OfficialRig) => void)[], unknown[][]]>([
    ['a login', [login12], [['UnitLogin', 'unit 12']]],
    ['a login again', [login12, login12], [['UnitLogin', 'unit 12']]],
    [
      'a logout, by number or text',
      [login12, push('EVENT_UNIT_LOGOUT', { identId: '12' })],
      [['UnitLogout', 12]],
    ],
    ['a logout of somebody unknown', [push('EVENT_UNIT_LOGOUT', { identId: 9 })], [['UnitLogout', 9]]],
    [
      'a status by idents: found by ident, not by place in a list; the unknown one stops nobody (B1)',
      [login40, login12, push('EVENT_UNIT_STATUS', { identIds: [99, 12], status: 4 })],
      [
        ['UnitUpdate', 'unit 12', 4],
        ['UnitStatusUpdate', 'unit 12', 4],
      ],
    ],
    [
      'a status by one ident that is no list (B1, B15)',
      [login12, push('EVENT_UNIT_STATUS', { identIds: '12', status: '3' })],
      [
        ['UnitUpdate', 'unit 12', 3],
        ['UnitStatusUpdate', 'unit 12', 3],
      ],
    ],
    [
      'a status by whole units: UnitStatusUpdate only where it changed',
      [login12, login40, push('EVENT_UNIT_STATUS', { units: [unit(12), unit(40, { status: 1 })] })],
      [
        ['UnitUpdate', 'unit 12', 2],
        ['UnitUpdate', 'unit 40', 1],
        ['UnitStatusUpdate', 'unit 40', 1],
      ],
    ],
    [
      'an update of a unit that was not known',
      [push('EVENT_UNIT_UPDATE', { units: [unit(12)] })],
      [
        ['UnitLogin', 'unit 12'],
        ['UnitUpdate', 'unit 12', 2],
      ],
    ],
    [
      'a panic: the unit itself is the first argument (B6)',
      [login12, push('EVENT_UNIT_PANIC', { identIds: [12], isPanic: true })],
      [['UnitPanic', 'unit 12', 12, true]],
    ],
    [
      'a panic again, by a single ident and without isPanic (B6)',
      [login12, push('EVENT_UNIT_PANIC', { identIds: [12] }), push('EVENT_UNIT_PANIC', { identId: 12 })],
      [['UnitPanic', 'unit 12', 12, true]],
    ],
    [
      'a panic of a unit that was not known',
      [push('EVENT_UNIT_PANIC', { identIds: [77] })],
      [
        ['UnitLogin', 'unit 77'],
        ['UnitPanic', 'unit 77', 77, true],
      ],
    ],
    [
      'a group added, with the ids where the CAD puts them (B8)',
      [push('EVENT_UNIT_GROUP_ADD', { identId: 12, groupName: 'SWAT' })],
      [['UnitGroupAdd', { groupName: 'SWAT', idents: [12] }]],
    ],
    [
      'a group removed and renamed',
      [
        (rig) => {
          rig.push('EVENT_UNIT_GROUP_REMOVE', { identId: 12, groupName: 'SWAT' });
          rig.push('EVENT_UNIT_GROUP_CHANGE_NAME', { identIds: [12], oldName: 'SWAT', newName: 'SRT' });
        },
      ],
      [
        ['UnitGroupRemove', { identId: 12, identIds: [12], groupName: 'SWAT' }],
        ['UnitGroupRename', { identIds: [12], oldName: 'SWAT', newName: 'SRT' }],
      ],
    ],
    [
      'a 911 call, with the facts beside it and the caller by the documented name (B22)',
      [push('EVENT_911', { call: { callId: 302 }, metaData: { x: 1 }, communityUserId: 'abc' })],
      [['EmergencyCacheUpdated'], ['IncomingCadCall', 'call 302', { x: '1' }, ['abc']]],
    ],
    [
      'a 911 call without a caller',
      [call302],
      [['EmergencyCacheUpdated'], ['IncomingCadCall', 'call 302', { x: '1', y: '2' }, null]],
    ],
    ['the same 911 call again', [call302, call302], []],
    [
      '911 calls removed, all of them',
      [call302, push('EVENT_REMOVE_911', { callIds: [9, '302'] })],
      [['EmergencyCacheUpdated'], ['CadCallRemoved', 9], ['CadCallRemoved', 302]],
    ],
    [
      'a late copy of a removed 911 call',
      [call302, push('EVENT_REMOVE_911', { callIds: [302] }), call302],
      [],
    ],
    ['a dispatch call', [open501], [['CallCacheUpdated'], ['DispatchEvent', 'CALL_NEW 501']]],
    [
      'a dispatch call without its wrapper (B7)',
      [push('EVENT_DISPATCH_NEW', dispatch(501))],
      [['CallCacheUpdated'], ['DispatchEvent', 'CALL_NEW 501']],
    ],
    [
      'a dispatch call with units, known or not',
      [login12, push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501, { idents: [12, 99] }) })],
      [
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_NEW 501'],
        ['UnitAttach', 'CALL_NEW 501', 'unit 12'],
        ['UnitAttach', 'CALL_NEW 501', 'unit 99'],
      ],
    ],
    [
      'a dispatch call made from a 911 call',
      [
        call302,
        push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501, { metaData: { createdFromId: '302' } }) }),
      ],
      [['EmergencyCacheUpdated'], ['CallCacheUpdated'], ['DispatchEvent', 'CALL_NEW 501']],
    ],
    [
      'an edit',
      [open501, push('EVENT_DISPATCH_EDIT', { dispatch: dispatch(501, { title: 'Robbery' }) })],
      [
        ['DispatchEdit', 'CALL_NEW 501', 'edit of 501'],
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_EDIT 501'],
      ],
    ],
    [
      'an edit of a call that was not known is a new call: nobody gets a DispatchEdit without a before (B7)',
      [push('EVENT_DISPATCH_EDIT', { dispatch: dispatch(501) })],
      [['CallCacheUpdated'], ['DispatchEvent', 'CALL_NEW 501']],
    ],
    [
      'an edit that closes the call',
      [open501, push('EVENT_DISPATCH_EDIT', { dispatch: { callId: 501, status: 2 } })],
      [
        ['DispatchEdit', 'CALL_NEW 501', 'edit of 501'],
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_CLOSE 501'],
      ],
    ],
    [
      'all calls closed, the unknown one stops none (B2)',
      [open501, open502, push('EVENT_DISPATCH_CLOSED', { callIds: [7, 501, '502'] })],
      [
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_CLOSE 501'],
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_CLOSE 502'],
      ],
    ],
    [
      'a note on a call whose notes were "" (B9)',
      [open501, push('EVENT_DISPATCH_NOTE', { callId: 501, note: 'On scene' })],
      [['DispatchNote', 'CALL_NEW 501', 'call 501'], ['CallCacheUpdated']],
    ],
    ['a note on a call that is not known', [push('EVENT_DISPATCH_NOTE', { callId: 5, note: 'Hm' })], []],
    [
      'units attached, the unknown one stops nobody (B5)',
      [login12, open501, push('EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, idents: [99, 12] })],
      [
        ['UnitAttach', 'CALL_NEW 501', 'unit 99'],
        ['UnitAttach', 'CALL_NEW 501', 'unit 12'],
        ['CallCacheUpdated'],
      ],
    ],
    [
      'units attached before the call is known are told with it (B5)',
      [push('EVENT_DISPATCH_UNIT_ATTACH', { callId: 501, ident: 12 }), open501],
      [['CallCacheUpdated'], ['DispatchEvent', 'CALL_NEW 501'], ['UnitAttach', 'CALL_NEW 501', 'unit 12']],
    ],
    [
      'only attached units are detached (B4)',
      [
        push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501, { idents: [12, 40] }) }),
        push('EVENT_DISPATCH_UNIT_DETACH', { callId: 501, idents: [99, 12] }),
      ],
      [['UnitDetach', 'CALL_NEW 501', 'unit 12'], ['CallCacheUpdated']],
    ],
    [
      'units cleared (an event of old CADs)',
      [
        push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501, { idents: [12] }) }),
        push('EVENT_UNIT_CALL_CLEAR', { units: [{ id: 12 }] }),
      ],
      [
        ['CallCacheUpdated'],
        ['UnitDetach', 'CALL_EDIT 501', 'unit 12'],
        ['OtherEvent', 'EVENT_UNIT_CALL_CLEAR', { units: [{ id: 12 }] }],
      ],
    ],
    [
      'events without an official name go on as they came',
      [push('EVENT_TOGGLE_BODYCAM', { ident: '1', state: 'true' })],
      [['OtherEvent', 'EVENT_TOGGLE_BODYCAM', { ident: '1', state: 'true' }]],
    ],
    [
      'two events in one request, each with its own picture',
      [
        push('EVENT_DISPATCH_EDIT', [
          { dispatch: dispatch(501) },
          { dispatch: dispatch(501, { title: 'Robbery' }) },
        ]),
      ],
      [
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_NEW 501'],
        ['DispatchEdit', 'CALL_NEW 501', 'edit of 501'],
        ['CallCacheUpdated'],
        ['DispatchEvent', 'CALL_EDIT 501'],
      ],
    ],
  ])('%s', (_, steps, expected) => {
    expect(raisedBy(...steps)).toEqual(expected);
  });

  test.each([
    ['15_tone', 'Tone', { url: expect.any(String), playTonesTo: expect.any(Array) }],
    ['16_streetsign', 'SmartSignUpdate', { ids: expect.any(Array), text1: expect.any(String) }],
    ['19_record_add', 'RecordAdded', { sections: expect.any(Array) }],
    ['20_record_edit', 'RecordEdited', {}],
    ['21_record_remove', 'RecordRemoved', {}],
    ['25_char_selected', 'CharacterSelected', { accId: expect.any(String), id: expect.any(Number) }],
    [
      '26_community_link_verified',
      'CommunityLinkVerified',
      { communityUserId: expect.any(String), accountUuid: expect.any(String) },
    ],
  ])('%s is raised as %s', (name, event, argument) => {
    const rig = createOfficialRig();
    rig.pushFixture(name);
    expect(rig.take()).toEqual([[event, expect.objectContaining(argument)]]);
  });

  test('a request for logs is passed on by name and never acted on', () => {
    const rig = createOfficialRig();
    rig.pushFixture('32_get_logs');
    expect(rig.take()).toEqual([['SendSupportLogs', expect.any(Number)]]);
  });
});

describe('the shapes of the CAD', () => {
  test('a unit', () => {
    const rig = createOfficialRig();
    rig.pushFixture('02_unit_login');
    expect(rig.take()[0]?.[1]).toEqual({
      id: 12,
      accId: '5b1d3c52-6f0a-4d1e-9a3b-0c8f2a7e1102',
      status: 2,
      isPanic: false,
      isDispatch: false,
      location: 'Mission Row PD',
      aop: 'Los Santos',
      coordinates: null,
      data: {
        communityUserIds: ['a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1'],
        communityUserId: 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1',
        apiIds: ['a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1'],
        unitNum: '2-ADAM-14',
        name: 'Iris Dale',
        district: 'Metro',
        department: 'LSPD',
        subdivision: 'Patrol',
        rank: 'Officer II',
        group: '',
        page: 0,
      },
    });
  });

  test('a dispatch call, with the fields that only the community knows', () => {
    const rig = createOfficialRig();
    rig.push('EVENT_DISPATCH_NEW', {
      dispatch: { callId: 501, title: 'Fire', notes: '', template: { floor: '3' } },
    });
    expect(rig.take().at(-1)).toEqual([
      'DispatchEvent',
      {
        dispatch_type: 'CALL_NEW',
        dispatch: {
          ...{ callId: 501, title: 'Fire', template: { floor: '3' }, notes: [], idents: [], metaData: {} },
          ...{ origin: null, status: null, priority: null, primary: 0, trackPrimary: false },
          ...{ block: '', address: '', postal: '', code: '', description: '' },
          updated: '1970-01-01T00:00:01.000Z',
        },
      },
    ]);
  });

  test('an edit: the whole call before and after, also when only a part was sent (B14)', () => {
    const rig = createOfficialRig();
    rig.push('EVENT_DISPATCH_NEW', { dispatch: dispatch(501) });
    rig.take();
    rig.push('EVENT_DISPATCH_EDIT', { dispatch: { callId: 501, address: 'Alta St' }, eventOriginIdent: 40 });
    expect(rig.take()[0]).toMatchObject([
      'DispatchEdit',
      { dispatch: { title: 'Burglary', address: 'Sinner St' } },
      { dispatch: { title: 'Burglary', address: 'Alta St' }, eventOriginIdent: 40 },
    ]);
  });
});
