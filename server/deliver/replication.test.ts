import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import type { ClientSettings, Delivery } from '../../shared/delivery.ts';
import { makeCall } from '../../test/support/calls.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createReplication } from './replication.ts';

const settings: ClientSettings = {
  blips: {
    emergency: { sprite: 1, colour: 1, scale: 1 },
    civil: { sprite: 2, colour: 2, scale: 1 },
    shortRange: true,
    flashMs: 1000,
  },
};

function setUp() {
  const clock = createManualClock();
  const calls: Call[] = [];
  const viewers = new Set([1, 2]);
  const alerted = new Set([1]);
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
    audience: { viewers: () => viewers, canSee: (player) => viewers.has(player), alerted: () => alerted },
    calls: () => calls,
    settings: () => settings,
    now: clock.now,
  });
  return { clock, calls, viewers, alerted, sent, replication, packs: () => packs };
}

const { metaData: _, ...view } = makeCall();

describe('a change', () => {
  test('opened: those alerted get the call and the announcement, other viewers the call', () => {
    const { replication, sent } = setUp();
    expect(replication.publish({ type: 'call.opened', call: makeCall() })).toBe(2);
    expect(sent).toEqual([
      { player: 1, delivery: { calls: [view], announce: [{ kind: 'call-opened', key: '911:302' }] } },
      { player: 2, delivery: { calls: [view] } },
    ]);
  });

  test('updated: viewers get the call, nobody is alerted', () => {
    const { replication, sent } = setUp();
    const call = makeCall({ description: 'New' });
    replication.publish({ type: 'call.updated', call, before: makeCall() });
    expect(
      sent.map(({ player, delivery }) => [player, delivery.calls?.[0]?.description, delivery.announce]),
    ).toEqual([
      [1, 'New', undefined],
      [2, 'New', undefined],
    ]);
  });

  test('closed: viewers lose the call', () => {
    const { replication, sent } = setUp();
    replication.publish({ type: 'call.closed', call: makeCall(), before: makeCall(), reason: 'removed' });
    expect(sent).toEqual([1, 2].map((player) => ({ player, delivery: { gone: ['911:302'] } })));
  });

  test('is packed once for any number of players, and not at all for none', () => {
    const { replication, viewers, alerted, packs } = setUp();
    for (let player = 1; player <= 100; player += 1) {
      viewers.add(player);
      alerted.add(player);
    }
    replication.publish({ type: 'call.opened', call: makeCall() });
    expect(packs()).toBe(1);
    viewers.clear();
    alerted.clear();
    expect(replication.publish({ type: 'call.opened', call: makeCall() })).toBe(0);
    expect(packs()).toBe(1);
  });

  test('the metaData stays on the server', () => {
    const { replication, sent } = setUp();
    replication.publish({ type: 'call.opened', call: makeCall({ metaData: { callerPlayerId: 'PRIVATE' } }) });
    replication.snapshot(1);
    expect(JSON.stringify(sent)).not.toContain('PRIVATE');
  });
});

describe('a snapshot', () => {
  test('replaces the picture and brings the settings', () => {
    const { replication, calls, sent } = setUp();
    calls.push(makeCall());
    replication.snapshot(2);
    expect(sent).toEqual([{ player: 2, delivery: { reset: true, settings, calls: [view] } }]);
  });

  test('holds only what the player may see', () => {
    const { replication, calls, viewers, sent } = setUp();
    calls.push(makeCall());
    viewers.delete(2);
    replication.snapshot(2);
    expect(sent[0]?.delivery.calls).toEqual([]);
  });

  test('of many calls comes in several events of bounded size, each call once', () => {
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

  test('clear takes everything', () => {
    const { replication, sent } = setUp();
    replication.clear(2);
    expect(sent).toEqual([{ player: 2, delivery: { reset: true } }]);
  });
});

describe('a player who comes on duty', () => {
  const announcements = (sent: { player: number; delivery: Delivery }[]) =>
    sent.flatMap(({ player, delivery }) => (delivery.announce ?? []).map(({ key }) => [player, key]));

  test('right after a call is alerted to it, once', () => {
    const { replication, calls, alerted, sent } = setUp();
    calls.push(makeCall());
    replication.publish({ type: 'call.opened', call: makeCall() });
    alerted.add(2);
    replication.welcome(2);
    replication.welcome(2);
    expect(announcements(sent)).toEqual([
      [1, '911:302'],
      [2, '911:302'],
    ]);
  });

  test('is not alerted to what is older, was told already, or is none of theirs', () => {
    const { replication, clock, calls, alerted, sent } = setUp();
    calls.push(makeCall());
    replication.publish({ type: 'call.opened', call: makeCall() });
    replication.welcome(1);
    replication.welcome(2);
    alerted.add(2);
    clock.advance(1501);
    replication.welcome(2);
    expect(announcements(sent)).toEqual([[1, '911:302']]);
  });
});
