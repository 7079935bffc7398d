import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../host/clock.ts';
import { createIds } from '../ids.ts';
import { type EventShape, toEnvelope } from '../push/envelope.ts';
import { blankServer, createState } from '../state/state.ts';
import { EPOCH } from '../test-support.ts';
import { createTimers } from '../timers.ts';
import type { PushEnvelope } from '../types.ts';
import { createDesk, type Desk } from './desk.ts';

const KEY = 'TEST-API-KEY-0000';
const recorded = (name: string): { data: never } & PushEnvelope =>
  JSON.parse(readFileSync(path.join('test', 'fixtures', 'cad', `${name}.json`), 'utf8'));

function setUp(shape: EventShape = 'object', statusShape: 'identIds' | 'units' = 'identIds') {
  const clock = createManualClock(EPOCH);
  const now = () => clock.now();
  const pushed: PushEnvelope[] = [];
  const state = createState(now, [blankServer(1)]);
  const desk = createDesk({
    state,
    now,
    ids: createIds({ unit: 60, emergency: 302, dispatch: 501 }),
    timers: createTimers(clock),
    push: (type, data) => pushed.push(toEnvelope(KEY, type, data, shape)),
    statusShape,
  });
  return { clock, pushed, state, desk, types: () => pushed.map(({ type }) => type) };
}

/** The people of the recorded events log in. */
function logInEverybody(desk: Desk): void {
  for (const name of ['01_unit_login_dispatcher', '02_unit_login', '03_unit_login_apiids_only']) {
    const { unit, isDispatch } = (recorded(name) as { data: { unit: object; isDispatch: boolean } }).data;
    desk.login({ ...unit, isDispatch });
  }
}

describe('the recorded story, played by hand', () => {
  test('pushes the recorded events', async () => {
    const { desk, pushed, clock } = setUp();
    const { call } = (recorded('04_911_in_game') as { data: { call: object } }).data;
    const { dispatch } = (recorded('05_dispatch_new_from_911') as { data: { dispatch: { title: string } } })
      .data;

    logInEverybody(desk);
    desk.callEmergency(call);
    await clock.advance(52_000);
    desk.createDispatch({
      fromEmergency: 302,
      priority: 1,
      block: '100',
      code: '10-31',
      title: dispatch.title,
      description: 'Two men breaking into a parked van',
      metaData: { createdFromId: '302' },
      notes: [{ time: '2026-11-23T16:03:02Z', label: 'DISP-1', type: 'text', content: 'Caller on line' }],
    });
    desk.attach(501, 12);
    desk.setStatus(12, 3);
    desk.update(12, { location: 'Sinner St', coordinates: { x: 430.1, y: -970.2, z: 30.6, w: 90 } });
    await clock.advance(159_000);
    desk.note(501, { label: '2-ADAM-14', content: 'Suspect vehicle is a black Baller, 50% plate: 88A' });
    desk.panic(12);
    desk.panic(12, false);
    desk.toggleBodycam(12, true);
    desk.addToGroup(12, 'TASK FORCE 9');
    desk.detach(501, 12, 12);
    desk.close(501);
    desk.logout(12);
    desk.requestLogs('481516');

    const names = [
      '01_unit_login_dispatcher',
      '02_unit_login',
      '03_unit_login_apiids_only',
      '04_911_in_game',
      '05_dispatch_new_from_911',
      '06_remove_911',
      '07_unit_attach_single',
      '08_unit_status',
      '09_unit_update',
      '10_dispatch_note',
      '12_unit_panic_on',
      '13_unit_panic_off',
      '14_toggle_bodycam_on',
      '22_group_add',
      '29_unit_detach_single',
      '30_dispatch_closed',
      '31_unit_logout',
      '32_get_logs',
    ];
    expect(pushed).toHaveLength(names.length);
    for (const [index, name] of names.entries()) {
      // The recorded call has only a part of the caller's metaData; here it takes over all of it.
      if (name === '05_dispatch_new_from_911') expect(pushed[index]).toMatchObject(recorded(name));
      else expect(pushed[index]).toEqual(recorded(name));
    }
  });

  test('leaves the CAD as it should be', () => {
    const { desk, state } = setUp();
    logInEverybody(desk);
    desk.callEmergency({ callId: 302 });
    desk.createDispatch({ fromEmergency: 302 });
    desk.attach(501, [12, 34]);
    desk.detach(501, 34);
    desk.note(501, 'On the way');
    expect(state.calls.emergencies()).toEqual([]);
    expect(state.calls.dispatch(501)).toMatchObject({
      idents: [12],
      metaData: { origin911: 302 },
      notes: [{ time: '2026-11-23T16:02:10Z', content: 'On the way' }],
    });
    desk.close(501);
    desk.logout(12);
    expect(state.calls.active()).toEqual([]);
    expect(state.calls.closed().map(({ callId, status }) => [callId, status])).toEqual([[501, 2]]);
    expect(state.units.online().map(({ id }) => id)).toEqual([40, 34]);
    expect(state.units.offline().map(({ id, status }) => [id, status])).toEqual([[12, 100]]);
  });
});

describe('other ways to word it', () => {
  const unit = (recorded('02_unit_login') as { data: { unit: object } }).data.unit;
  const web = (recorded('04v_911_docs_array_sibling_metadata') as { data: never[] }).data[0] as unknown as {
    call: object;
    metaData: Record<string, string>;
    apiIds: string[];
    communityUserId: string;
  };

  test.each<[string, (desk: Desk) => void]>([
    ['02v_unit_login_data_array', (desk) => void desk.login(unit)],
    [
      '04v_911_docs_array_sibling_metadata',
      (desk) => void desk.callEmergency({ ...web.call, ...web, callId: 303 }),
    ],
    [
      '06v_remove_911_docs_array',
      (desk) => {
        desk.callEmergency({ callId: 302 });
        desk.callEmergency({ callId: 303 });
        desk.removeEmergency([302, 303]);
      },
    ],
    [
      '08v_unit_status_docs_array_number',
      (desk) => {
        desk.login(unit);
        desk.setStatus([12], 3);
      },
    ],
    [
      '12v_unit_panic_docs_array',
      (desk) => {
        logInEverybody(desk);
        desk.panic([12, 34]);
      },
    ],
    [
      '31v_unit_logout_docs_array',
      (desk) => {
        logInEverybody(desk);
        desk.logout(34);
      },
    ],
  ])('%s', (name, play) => {
    const { desk, pushed } = setUp('documented');
    play(desk);
    expect(pushed.at(-1)).toEqual(recorded(name));
  });

  test('no notes are an empty text in the documented calls', () => {
    const { desk, pushed } = setUp('documented');
    desk.createDispatch({ title: 'Traffic Stop' });
    expect(pushed[0]?.data).toMatchObject({ dispatch: { title: 'Traffic Stop', notes: '' } });
  });

  test('a change of status can carry whole units', () => {
    const { desk, pushed } = setUp('object', 'units');
    desk.login(unit);
    desk.setStatus(12, 3);
    expect(pushed.at(-1)).toMatchObject(recorded('08v_unit_status_units_variant'));
  });
});

describe('dispatch calls', () => {
  test('take over what the 911 call says unless told otherwise', () => {
    const { desk } = setUp();
    const metaData = { postal: '8112', block: '100', code: '10-31', priority: '1', x: '4.5' };
    desk.callEmergency({ location: 'Sinner St', description: 'Help', metaData });
    expect(desk.createDispatch({ fromEmergency: 302, code: '211', metaData: { x: '5.5' } })).toMatchObject({
      address: 'Sinner St',
      description: 'Help',
      postal: '8112',
      block: '100',
      code: '211',
      priority: 1,
      metaData: { ...metaData, x: '5.5', origin911: 302 },
    });
  });

  test.each([
    [false, ['EVENT_911', 'EVENT_DISPATCH_NEW', 'EVENT_REMOVE_911']],
    [true, ['EVENT_911', 'EVENT_REMOVE_911', 'EVENT_DISPATCH_NEW']],
  ])('made from a 911 call, its removal first: %s', (isRemovalFirst, order) => {
    const { desk, types } = setUp();
    desk.callEmergency();
    desk.createDispatch({ fromEmergency: 302, isRemovalFirst });
    expect(types()).toEqual(order);
  });

  test('several units are pushed together, and only those whom it concerns', () => {
    const { desk, pushed } = setUp();
    logInEverybody(desk);
    desk.createDispatch({ idents: [12] });
    const before = pushed.length;
    desk.attach(501, [12, 34, 40]);
    desk.attach(501, [12]);
    desk.detach(501, [12, 40]);
    desk.detach(501, [12]);
    expect(pushed.slice(before).map(({ type, data }) => [type, data])).toEqual([
      ['EVENT_DISPATCH_UNIT_ATTACH', { eventOriginIdent: 40, idents: [34, 40], callId: 501 }],
      ['EVENT_DISPATCH_UNIT_DETACH', { eventOriginIdent: 40, idents: [12, 40], callId: 501 }],
    ]);
  });

  test('an edit pushes the whole call, an edit to closed the close', () => {
    const { desk, pushed, state } = setUp();
    desk.createDispatch({ title: 'Fire', postal: '1' });
    desk.edit(501, { postal: '2', trackPrimary: true }, 7);
    desk.edit(501, { status: 2 });
    expect(pushed.slice(1).map(({ type, data }) => [type, data])).toEqual([
      [
        'EVENT_DISPATCH_EDIT',
        {
          eventOriginIdent: 7,
          dispatch: expect.objectContaining({ callId: 501, title: 'Fire', postal: '2', trackPrimary: true }),
        },
      ],
      ['EVENT_DISPATCH_CLOSED', { eventOriginIdent: -1, callIds: [501] }],
    ]);
    expect(state.calls.active()).toEqual([]);
  });
});

describe('calls with an end', () => {
  test('go by themselves, unless somebody was faster', async () => {
    const { desk, pushed, clock, types } = setUp();
    desk.callEmergency({ deleteAfterMinutes: 5 });
    desk.callEmergency({ deleteAfterMinutes: 5 });
    desk.createDispatch({ deleteAfterMinutes: 10 });
    desk.removeEmergency(302);
    await clock.advance(299_999);
    expect(types().slice(-1)).toEqual(['EVENT_REMOVE_911']);
    const before = pushed.length;
    await clock.advance(600_000);
    expect(pushed.slice(before).map(({ type, data }) => [type, data])).toEqual([
      ['EVENT_REMOVE_911', { callIds: [303] }],
      ['EVENT_DISPATCH_CLOSED', { eventOriginIdent: -1, callIds: [501] }],
    ]);
  });
});

describe('units', () => {
  test('come back as they went, available again', () => {
    const { desk } = setUp();
    const { id } = desk.login({ data: { unitNum: 'A-1', group: 'CAR 5' }, location: 'Pier' });
    desk.panic(id);
    desk.logout(id);
    expect(desk.login({ id })).toMatchObject({
      id: 60,
      status: 2,
      isPanic: false,
      location: 'Pier',
      data: { unitNum: 'A-1', group: 'CAR 5', page: 0 },
    });
  });

  test('are renamed with their group', () => {
    const { desk, pushed, state } = setUp();
    logInEverybody(desk);
    desk.addToGroup(12, 'LADDER 61');
    desk.renameGroup('LADDER 61', 'LADDER 62');
    expect(pushed.at(-1)?.data).toEqual({ identIds: [12, 34], oldName: 'LADDER 61', newName: 'LADDER 62' });
    expect(state.units.online().map(({ data }) => data.group)).toEqual(['', 'LADDER 62', 'LADDER 62']);
    desk.removeFromGroup(34);
    expect(pushed.at(-1)?.data).toEqual({ identId: 34, groupName: 'LADDER 62' });
  });

  test('are linked by a code, once and within ten minutes', async () => {
    const { desk, state, pushed, clock } = setUp();
    const { code } = state.links.createCode('license:c3');
    const late = state.links.createCode('license:d4');
    desk.verifyLink(code.toLowerCase(), 'account');
    expect(pushed.at(-1)).toEqual({
      key: KEY,
      type: 'EVENT_COMMUNITY_LINK_VERIFIED',
      data: { communityUserId: 'license:c3', accountUuid: 'account' },
    });
    expect(state.links.account('license:c3')).toBe('account');
    expect(() => desk.verifyLink(code, 'account')).toThrow('no link code');
    await clock.advance(600_000);
    expect(() => desk.verifyLink(late.code, 'account')).toThrow('no link code');
  });
});

describe('what cannot be', () => {
  test.each<[string, (desk: Desk) => unknown]>([
    ['a status of nobody', (desk) => desk.setStatus(99, 1)],
    ['a logout of nobody', (desk) => desk.logout(99)],
    ['a removal of no 911 call', (desk) => desk.removeEmergency(99)],
    ['a conversion of no 911 call', (desk) => desk.createDispatch({ fromEmergency: 99 })],
    ['a note on no call', (desk) => desk.note(99, 'x')],
    ['a close of no call', (desk) => desk.close(99)],
    ['an attach of nobody', (desk) => desk.attach(desk.createDispatch().callId, 99)],
  ])('%s throws and pushes nothing of it', (_, act) => {
    const { desk, types } = setUp();
    expect(() => act(desk)).toThrow(/\b99\b/);
    expect(types().filter((type) => type !== 'EVENT_DISPATCH_NEW')).toEqual([]);
  });
});
