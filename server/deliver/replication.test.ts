import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import type { Announcement, Delivery } from '../../shared/delivery.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeClientSettings } from '../../test/support/client-settings.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { Change } from '../cad/changes.ts';
import { createReplication } from './replication.ts';
import { createViews } from './views.ts';

const settings = makeClientSettings();

/** Players 1 and 2 see everything; player 1 is alerted to new calls. */
function setUp() {
  const clock = createManualClock();
  const calls: Call[] = [];
  const viewers = new Set([1, 2]);
  const alerted = new Set([1]);
  const alerts = new Map<number, Announcement>();
  const touched: Call[] = [];
  const sent: { player: number; delivery: Delivery }[] = [];
  let packs = 0;
  const replication = createReplication({
    bus: {
      pack(args) {
        packs += 1;
        return { bytes: args[0], size: 1 };
      },
      send: (_, player, { bytes }) => sent.push({ player, delivery: bytes as Delivery }),
      on: () => {},
    },
    audience: {
      viewers: () => new Set(viewers),
      alerted: () => new Set(alerted),
      attached: (call) => new Set(call.idents),
      onDuty: () => new Set(viewers),
      isSeenByAll: () => false,
      asksForDispatchers: () => false,
      onStations: () => new Set(),
      explain: () => [],
    },
    views: createViews({
      labelOf: String,
      unit: (ident) => (ident === 12 ? makeUnit() : null),
      locate: (call) => call,
    }),
    openCalls: () => calls,
    callsTouchedBy: (change) => (change.type === 'unit.updated' ? touched : []),
    planAlerts: () =>
      [...new Set(alerts.values())].map((announcement) => ({
        announcement,
        players: new Set([...alerts.keys()].filter((player) => alerts.get(player) === announcement)),
      })),
    panics: () => [],
    unitOf: () => null,
    settings: () => settings,
    now: clock.now,
  });
  return { clock, calls, viewers, alerted, alerts, touched, sent, replication, packs: () => packs };
}

const { metaData: _, ...rest } = makeCall();
const view = { ...rest, units: [] };
const opened: Change = { type: 'call.opened', call: makeCall() };
const ring: Announcement = { kind: 'call-opened', key: '911:302' };

test('a silent change shows a call to everybody who may see it and alerts nobody, now or when coming on duty', () => {
  const { replication, calls, alerts, alerted, sent } = setUp();
  alerts.set(1, ring);
  calls.push(makeCall());
  replication.publish([opened], { isSilent: true });
  expect(sent).toEqual([1, 2].map((player) => ({ player, delivery: { calls: [view] } })));
  sent.length = 0;
  alerted.add(3);
  replication.welcome(3);
  expect(sent.flatMap(({ delivery }) => delivery.announce ?? [])).toEqual([]);
});

describe('a change', () => {
  test('opened: those alerted get the call and the announcement in one message, other viewers the call', () => {
    const { replication, alerts, sent } = setUp();
    alerts.set(1, ring);
    expect(replication.publish([opened])).toBe(2);
    expect(sent).toEqual([
      { player: 1, delivery: { calls: [view], announce: [ring] } },
      { player: 2, delivery: { calls: [view] } },
    ]);
  });

  test('closed: those who saw the call lose it, and are told in the same message', () => {
    const { replication, alerts, viewers, sent } = setUp();
    replication.publish([opened]);
    sent.length = 0;
    viewers.clear();
    const closed: Announcement = {
      kind: 'closed',
      key: '911:302',
      call: { number: 302, title: '', address: '' },
    };
    alerts.set(2, closed);
    replication.publish([{ type: 'call.closed', call: makeCall(), before: makeCall(), reason: 'closed' }]);
    expect(sent).toEqual([
      { player: 2, delivery: { gone: ['911:302'], announce: [closed] } },
      { player: 1, delivery: { gone: ['911:302'] } },
    ]);
  });

  test('that lets others see the call: who lost it is told, who gained it gets it', () => {
    const { replication, viewers, sent } = setUp();
    replication.publish([opened]);
    sent.length = 0;
    viewers.delete(2);
    viewers.add(3);
    replication.publish([{ type: 'call.updated', call: makeCall({ priority: 1 }), before: makeCall() }]);
    expect(sent.map(({ player, delivery }) => [player, delivery.gone, delivery.calls?.length])).toEqual([
      [2, ['911:302'], undefined],
      [1, undefined, 1],
      [3, undefined, 1],
    ]);
  });

  test('of a unit shows on the calls it is attached to', () => {
    const { replication, touched, sent } = setUp();
    const call = makeCall({ idents: [12, 99] });
    replication.publish([{ type: 'call.opened', call }]);
    sent.length = 0;
    touched.push(call);
    replication.publish([{ type: 'unit.updated', unit: makeUnit(), before: makeUnit({ status: 1 }) }]);
    expect(sent.map(({ delivery }) => delivery.calls?.[0]?.units)).toMatchObject([
      [{ ident: 12, unitNum: '2-ADAM-14', statusLabel: '2' }],
      [{ ident: 12 }],
    ]);
  });

  test('of several calls shows each, and then tells each player once', () => {
    const { replication, alerts, sent } = setUp();
    alerts.set(1, ring);
    replication.publish([opened, { type: 'call.opened', call: makeCall({ key: '911:303' }) }]);
    expect(sent.filter(({ player }) => player === 1).map(({ delivery }) => Object.keys(delivery))).toEqual([
      ['calls'],
      ['calls'],
      ['announce'],
    ]);
  });

  test('that is about no call is told alone', () => {
    const { replication, alerts, sent } = setUp();
    const status: Announcement = { kind: 'status', status: 'BUSY' };
    alerts.set(7, status);
    replication.publish([{ type: 'unit.status', unit: makeUnit(), before: makeUnit() }]);
    expect(sent).toEqual([{ player: 7, delivery: { announce: [status] } }]);
  });

  test('is packed once for any number of players, and not at all for none', () => {
    const { replication, viewers, packs } = setUp();
    for (let player = 1; player <= 100; player += 1) viewers.add(player);
    replication.publish([opened]);
    expect(packs()).toBe(1);
    viewers.clear();
    replication.publish([{ type: 'call.opened', call: makeCall({ key: '911:1' }) }]);
    expect(packs()).toBe(1);
  });

  test('leaves the metaData on the server', () => {
    const { replication, calls, sent } = setUp();
    calls.push(makeCall({ metaData: { callerPlayerId: 'PRIVATE' } }));
    replication.publish([
      { type: 'call.opened', call: makeCall({ metaData: { callerPlayerId: 'PRIVATE' } }) },
    ]);
    replication.snapshot(1);
    expect(JSON.stringify(sent)).not.toContain('PRIVATE');
  });
});

describe('a snapshot', () => {
  test('replaces the picture and brings the settings', () => {
    const { replication, calls, sent, clock } = setUp();
    calls.push(makeCall());
    replication.snapshot(2);
    expect(sent).toEqual([
      {
        player: 2,
        delivery: {
          ...{ reset: true, now: clock.now(), settings, isOnDuty: true },
          ...{ unit: null, calls: [view], panics: [] },
        },
      },
    ]);
  });

  test('holds only what the player may see', () => {
    const { replication, calls, sent } = setUp();
    calls.push(makeCall());
    replication.snapshot(9);
    expect(sent[0]?.delivery.calls).toEqual([]);
  });

  test('of many calls comes in several messages of bounded size, each call once', () => {
    const { replication, calls, sent } = setUp();
    for (let id = 0; id < 45; id += 1) calls.push(makeCall({ key: `911:${id}` }));
    replication.snapshot(1);
    expect(sent.map(({ delivery }) => [delivery.reset, delivery.calls?.length])).toEqual([
      [true, 20],
      [undefined, 20],
      [undefined, 5],
    ]);
    expect(sent.flatMap(({ delivery }) => delivery.calls?.map(({ key }) => key))).toEqual(
      calls.map(({ key }) => key),
    );
  });

  test('counts as shown: a call that then closes goes', () => {
    const { replication, calls, viewers, sent } = setUp();
    calls.push(makeCall());
    replication.snapshot(1);
    viewers.clear();
    sent.length = 0;
    replication.publish([{ type: 'call.closed', call: makeCall(), before: makeCall(), reason: 'expired' }]);
    expect(sent).toEqual([{ player: 1, delivery: { gone: ['911:302'] } }]);
  });

  test('clear takes everything', () => {
    const { replication, sent } = setUp();
    replication.clear(2);
    expect(sent).toEqual([{ player: 2, delivery: { reset: true, isOnDuty: false } }]);
  });
});

test('refresh brings what came and takes what went, silently, and nothing else', () => {
  const { replication, calls, viewers, sent } = setUp();
  calls.push(makeCall(), makeCall({ key: '911:303' }));
  replication.snapshot(1);
  sent.length = 0;
  replication.refresh(1);
  expect(sent).toEqual([]);
  calls.shift();
  calls.push(makeCall({ key: '911:304' }));
  replication.refresh(1);
  viewers.delete(1);
  replication.refresh(1);
  expect(sent.map(({ delivery }) => [delivery.gone, delivery.calls?.map(({ key }) => key)])).toEqual([
    [['911:302'], undefined],
    [undefined, ['911:304']],
    [['911:303', '911:304'], undefined],
  ]);
});

describe('a player who comes on duty', () => {
  const announcements = (sent: { player: number; delivery: Delivery }[]) =>
    sent.flatMap(({ player, delivery }) =>
      (delivery.announce ?? []).map((one) => [player, 'key' in one ? one.key : one.kind]),
    );

  test('right after a call is alerted to it, once', () => {
    const { replication, calls, alerted, sent } = setUp();
    calls.push(makeCall());
    replication.publish([opened]);
    alerted.add(2);
    replication.welcome(2);
    replication.welcome(2);
    expect(announcements(sent)).toEqual([[2, '911:302']]);
  });

  test.each<[string, Partial<Call>, Announcement['kind']]>([
    ['a 911 call', {}, 'call-opened'],
    ['a dispatch call', { stage: 'dispatch' }, 'call-dispatched'],
    ['a dispatch call that is theirs', { stage: 'dispatch', idents: [2] }, 'attached'],
  ])('is told of %s as the others were', (_, extra, kind) => {
    const { replication, calls, alerted, sent } = setUp();
    calls.push(makeCall(extra));
    replication.publish([{ type: 'call.opened', call: makeCall(extra) }]);
    alerted.add(2);
    replication.welcome(2);
    expect(sent.flatMap(({ delivery }) => delivery.announce ?? [])).toEqual([{ kind, key: '911:302' }]);
  });

  test('is not alerted to what is older, was told already, or is none of theirs', () => {
    const { replication, clock, calls, alerted, sent } = setUp();
    calls.push(makeCall());
    replication.publish([opened]);
    replication.welcome(1);
    replication.welcome(2);
    alerted.add(2);
    clock.advance(1501);
    replication.welcome(2);
    expect(announcements(sent)).toEqual([]);
  });
});
