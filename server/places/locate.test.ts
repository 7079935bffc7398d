import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { fc } from '../../test/support/properties.ts';
import { createLocator } from './locate.ts';
import type { Place } from './postal-index.ts';

/** Player 7 is Nora, whose account the CAD knows as `nora`; player 8 is somebody else. */
function setUp() {
  const clock = createManualClock(500);
  const postals = new Map<string, Place>([
    ['8112', { x: 1, y: 2 }],
    ['8113', { x: 3, y: 4 }],
  ]);
  const players = new Map([
    [7, { x: 70, y: 71, z: 72 }],
    [8, { x: 80, y: 81, z: 82 }],
  ]);
  const settings = { useCallerPosition: true };
  const changes: (() => void)[] = [];
  const asked: number[] = [];
  const locator = createLocator({
    clock,
    postals: {
      find: (code) => postals.get(code.trim().toLowerCase()) ?? null,
      onChange: (run) => void changes.push(run),
    },
    players: {
      position(player) {
        asked.push(player);
        return players.get(player) ?? null;
      },
    },
    findPlayer: (identifier) => ({ nora: 7, other: 8 })[identifier] ?? null,
    settings: () => settings,
  });
  const changePostals = () => {
    for (const run of changes) run();
  };
  return { locator, postals, players, settings, asked, changePostals };
}

/** A call without anything that says where it is. */
const bare = (overrides: Partial<Call> = {}) =>
  makeCall({ position: null, postal: '', address: '', metaData: {}, ...overrides });

const atPostal = { x: 1, y: 2, z: null, accuracy: 'postal' };
const atPlayer7 = { x: 70, y: 71, z: 72, accuracy: 'caller' };

describe('a call is', () => {
  const exact = { x: 5, y: 6, z: 7, accuracy: 'exact' } as const;

  test.each<[string, Partial<Call>, unknown]>([
    ['at its coordinates', { position: exact, postal: '8112', metaData: { callerPlayerId: '7' } }, exact],
    ['at its postal', { postal: '8112', metaData: { callerPlayerId: '7' } }, atPostal],
    ['at a postal with words around it', { postal: 'Postal 8112' }, atPostal],
    ['at its postal before the one of its facts', { postal: '8112', metaData: { postal: '8113' } }, atPostal],
    ['at the postal of its facts', { metaData: { postal: '8112' }, address: '[8113] Sinner St' }, atPostal],
    ['at that of its facts when its own is unknown', { postal: '1', metaData: { postal: '8112' } }, atPostal],
    ['at the postal in its address', { postal: 'Unknown', address: '[8112] Sinner St' }, atPostal],
    ['at its caller by community id', { metaData: { callerCommunityUserId: 'nora' } }, atPlayer7],
    ['at its caller by API id', { metaData: { callerApiId: 'nora' } }, atPlayer7],
    [
      'at its caller by the second account',
      { metaData: { callerCommunityUserId: 'gone', callerApiId: 'nora' } },
      atPlayer7,
    ],
    ['at its caller by player id', { metaData: { callerPlayerId: '7' } }, atPlayer7],
    [
      'at its caller, who has another player id by now',
      { metaData: { callerApiId: 'nora', callerPlayerId: '8' } },
      atPlayer7,
    ],
    ['nowhere when its caller left', { metaData: { callerApiId: 'gone', callerPlayerId: '8' } }, null],
    ['nowhere when nobody has the player id', { metaData: { callerPlayerId: '9' } }, null],
    ['nowhere for a player id that is none', { metaData: { callerPlayerId: '-1' } }, null],
    ['nowhere for a player id that is too large', { metaData: { callerPlayerId: '700000' } }, null],
    [
      'nowhere when it is elsewhere than its caller',
      { metaData: { callerPlayerId: '7', useCallLocation: 'True' } },
      null,
    ],
    ['at its caller otherwise', { metaData: { callerPlayerId: '7', useCallLocation: 'false' } }, atPlayer7],
    [
      'nowhere when it was opened before we started',
      { openedAt: 499, metaData: { callerPlayerId: '7' } },
      null,
    ],
    ['nowhere when it is over', { stage: 'closed', metaData: { callerPlayerId: '7' } }, null],
    ['nowhere without anything', {}, null],
  ])('%s', (_, facts, position) => {
    expect(setUp().locator.locate(bare(facts))).toEqual(position);
  });

  test('nowhere when callers may not be used', () => {
    const { locator, settings, asked } = setUp();
    settings.useCallerPosition = false;
    expect(locator.locate(bare({ metaData: { callerPlayerId: '7' } }))).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('the position of the caller', () => {
  const call = bare({ metaData: { callerPlayerId: '7' } });

  test('is the one of the moment of the call', () => {
    const { locator, players, asked } = setUp();
    expect(locator.locate(call)).toEqual(atPlayer7);
    players.set(7, { x: 1000, y: 1000, z: 0 });
    expect(locator.locate({ ...call, description: 'edited' })).toEqual(atPlayer7);
    expect(locator.locate({ ...call, stage: 'closed' })).toEqual(atPlayer7);
    expect(asked).toEqual([7]);
  });

  test('is not made up later', () => {
    const { locator, players } = setUp();
    players.delete(7);
    expect(locator.locate(call)).toBeNull();
    players.set(7, { x: 1000, y: 1000, z: 0 });
    expect(locator.locate({ ...call })).toBeNull();
  });

  test('stands in when the postal is edited away', () => {
    const { locator, players } = setUp();
    expect(locator.locate({ ...call, postal: '8112' })).toEqual(atPostal);
    players.set(7, { x: 1000, y: 1000, z: 0 });
    expect(locator.locate({ ...call, postal: '' })).toEqual(atPlayer7);
  });

  test('is taken when an edit names the caller', () => {
    const { locator } = setUp();
    expect(locator.locate({ ...call, metaData: {} })).toBeNull();
    expect(locator.locate(call)).toEqual(atPlayer7);
  });

  test('is forgotten with the call', () => {
    const { locator, asked } = setUp();
    locator.locate(call);
    locator.forget(call.key);
    locator.forget('911:1');
    locator.locate(call);
    expect(asked).toEqual([7, 7]);
  });

  test('is kept for as many calls as can be open', () => {
    const { locator, asked } = setUp();
    for (let id = 0; id <= 5000; id += 1) locator.locate({ ...call, key: `911:${id}` });
    asked.length = 0;
    locator.locate({ ...call, key: '911:5000' });
    locator.locate({ ...call, key: '911:1' });
    expect(asked).toEqual([]);
    locator.locate({ ...call, key: '911:0' });
    expect(asked).toEqual([7]);
  });
});

describe('the position by postal', () => {
  test('follows edits', () => {
    const { locator } = setUp();
    const call = bare({ postal: '8112' });
    expect(locator.locate(call)).toEqual(atPostal);
    expect(locator.locate({ ...call, postal: '8113' })).toMatchObject({ x: 3, y: 4 });
    expect(locator.locate({ ...call, postal: '', address: 'Sinner St, 8113' })).toMatchObject({ x: 3, y: 4 });
  });

  test('follows the postals', () => {
    const { locator, postals, changePostals } = setUp();
    const call = bare({ postal: '8112' });
    const before = locator.withPosition(call);
    postals.set('8112', { x: 50, y: 60 });
    changePostals();
    expect(locator.withPosition(call).position).toMatchObject({ x: 50, y: 60 });
    expect(before.position).toEqual(atPostal);
    postals.clear();
    changePostals();
    expect(locator.withPosition(call)).toBe(call);
  });
});

describe('withPosition', () => {
  test('gives back a call to which there is nothing to add', () => {
    const { locator } = setUp();
    const exact = makeCall();
    const nowhere = bare();
    expect(locator.withPosition(exact)).toBe(exact);
    expect(locator.withPosition(nowhere)).toBe(nowhere);
  });

  test('gives one copy for one call', () => {
    const { locator } = setUp();
    const call = bare({ postal: '8112' });
    const copy = locator.withPosition(call);
    expect(copy).toEqual({ ...call, position: atPostal });
    expect(call.position).toBeNull();
    expect(locator.withPosition(call)).toBe(copy);
    expect(locator.withPosition(copy)).toBe(copy);
  });
});

test('any call can be located', () => {
  const text = fc.oneof(
    fc.constantFrom('8112', 'nora', '7', 'true', 'postal 8113', '__proto__'),
    fc.string({ unit: 'binary', maxLength: 50 }),
  );
  const metaData = fc.dictionary(
    fc.oneof(
      fc.constantFrom('postal', 'callerPlayerId', 'callerApiId', 'callerCommunityUserId', 'useCallLocation'),
      fc.string(),
    ),
    text,
  );
  const facts = fc.record({ key: text, postal: text, address: text, metaData, openedAt: fc.nat(2000) });
  const { locator } = setUp();
  fc.assert(
    fc.property(facts, (some) => {
      const position = locator.locate(bare(some));
      expect([null, 'postal', 'caller']).toContain(position?.accuracy ?? null);
    }),
  );
});
