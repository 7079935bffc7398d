import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { FIRST_TRIAL_ID, isTrial } from '../cad/picture.ts';
import { createSimulate } from './simulate.ts';

interface Sent {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

function setUp(
  options: {
    readonly now?: number;
    readonly onDuty?: readonly number[];
    readonly units?: Readonly<Record<number, number>>;
  } = {},
) {
  const { onDuty = [1], units = {} } = options;
  const clock = createManualClock(options.now);
  const sent: Sent[] = [];
  const simulate = createSimulate({
    name: 'sonorancad',
    clock,
    receive: (type, data) => sent.push({ type, data: data as Sent['data'] }) > 0,
    has: (player) => player < 10,
    onDuty: () => new Set(onDuty),
    positionOf: (player) => (player === 2 ? { x: 1000, y: 2000, z: 30 } : null),
    unitOf: (player) => units[player] ?? null,
  });
  return {
    clock,
    sent,
    simulate,
    types: () => sent.map(({ type }) => type),
    text: () => JSON.stringify(sent),
  };
}

describe('what is played', () => {
  test.each<[string, string[], string[]]>([
    ['911', ['EVENT_911'], ['EVENT_REMOVE_911']],
    ['dispatch', ['EVENT_DISPATCH_NEW'], ['EVENT_DISPATCH_CLOSED']],
    ['panic', ['EVENT_UNIT_LOGIN', 'EVENT_UNIT_PANIC'], ['EVENT_UNIT_PANIC', 'EVENT_UNIT_LOGOUT']],
    ['tone', ['EVENT_TONE'], []],
  ])('%s', (kind, first, last) => {
    const { clock, simulate, types } = setUp();
    simulate.command([kind.toUpperCase()]);
    expect(types()).toEqual(first);
    clock.advance(120_000);
    expect(types()).toEqual([...first, ...last]);
    expect(clock.pending()).toBe(0);
  });

  test('a story goes from the call to its end, and leaves nothing', () => {
    const { clock, simulate, types, sent } = setUp();
    simulate.command(['story']);
    clock.advance(25_000);
    expect(types()).toEqual([
      'EVENT_911',
      'EVENT_DISPATCH_NEW',
      'EVENT_DISPATCH_NOTE',
      'EVENT_DISPATCH_CLOSED',
    ]);
    const [, dispatch] = sent as [Sent, { data: { dispatch: { metaData: Record<string, string> } } }];
    const from = Number(dispatch.data.dispatch.metaData.createdFromId);
    expect(isTrial(from)).toBe(true);
    clock.advance(120_000);
    expect(types()).toContain('EVENT_REMOVE_911');
    expect(clock.pending()).toBe(0);
  });

  test.each(['911', 'dispatch', 'panic'])('%s says that it is a test', (kind) => {
    const { simulate, text } = setUp();
    simulate.command([kind]);
    expect(text()).toContain('TEST');
  });

  test('is near the player who was named', () => {
    const { simulate, text } = setUp();
    simulate.command(['911', '2']);
    expect(text()).toContain('"x":"1080.0","y":"2060.0"');
  });

  test('a panic is never that of a unit which exists', () => {
    const { simulate, sent } = setUp({ units: { 1: 12 } });
    simulate.command(['panic', '1']);
    expect(sent.at(-1)?.data).toEqual({ identIds: [FIRST_TRIAL_ID], isPanic: true });
  });

  test('a dispatch call is for the unit of the player', () => {
    const { simulate, text } = setUp({ units: { 1: 12 } });
    simulate.command(['dispatch']);
    expect(text()).toContain('"idents":[12]');
  });

  test('ids of one start are others than those of the next', () => {
    const ids = [1_000_000, 1_005_000].map((now) => {
      const { simulate, text } = setUp({ now });
      simulate.command(['911']);
      return /"callId":(\d+)/.exec(text())?.[1];
    });
    expect(new Set(ids).size).toBe(2);
  });
});

describe('what is said', () => {
  test.each<[string, Parameters<typeof setUp>[0], string[], string]>([
    ['somebody sees it', {}, ['911'], 'A test "911" was sent. On duty: 1.'],
    [
      'nobody is on duty',
      { onDuty: [] },
      ['911'],
      'A test "911" was sent. On duty: 0. Nobody sees it; sonorancad why <player id> says why.',
    ],
    [
      'the player is off duty',
      {},
      ['panic', '2'],
      'A test "panic" was sent. On duty: 1. Player 2 is not, and sees none of it; sonorancad why 2 says why.',
    ],
    [
      'nobody on duty is a unit, for a tone',
      {},
      ['tone'],
      'A test "tone" was sent. On duty: 1. Nobody hears it: tones are for units that are logged in to the CAD.',
    ],
    ['a unit hears a tone', { units: { 1: 12 } }, ['tone'], 'A test "tone" was sent. On duty: 1.'],
    ['there is no such player', {}, ['911', '^1x'], 'There is no player 1x on the server.'],
  ])('%s', (_, options, words, expected) => {
    expect(setUp(options).simulate.command(words)).toEqual([expected]);
  });

  test.each([[[]], [['something']]])('usage (%j)', (words) => {
    const { simulate, sent } = setUp();
    expect(simulate.command(words)[0]).toMatch(
      /^Usage: simulate 911\|dispatch\|panic\|tone\|story \[player id\]/,
    );
    expect(sent).toEqual([]);
  });
});

test('when the resource stops, what is still there goes at once', () => {
  const { clock, simulate, types } = setUp();
  simulate.command(['story']);
  simulate.command(['panic']);
  simulate.stop();
  expect(types().slice(-3).sort()).toEqual(['EVENT_REMOVE_911', 'EVENT_UNIT_LOGOUT', 'EVENT_UNIT_PANIC']);
  clock.advance(120_000);
  expect(types()).toHaveLength(6);
});
