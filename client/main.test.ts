import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Call } from '../shared/call.ts';
import { type Announcement, DELIVERY_EVENT, type Delivery, READY_EVENT } from '../shared/delivery.ts';
import { makeCallView } from '../test/support/calls.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { createFakeGame } from '../test/support/fake-game.ts';
import { fc } from '../test/support/properties.ts';
import { start } from './main.ts';

const english = { 'locales/en.json': readFileSync('locales/en.json', 'utf8') };
const settings = makeClientSettings(
  {},
  {
    emergency: { sprite: 161, colour: 1, scale: 1 },
    civil: { sprite: 162, colour: 3, scale: 0.8 },
    dispatch: { sprite: 163, colour: 5, scale: 1 },
    panic: { sprite: 164, colour: 1, scale: 1.2 },
    priorities: {},
    flashMs: 15_000,
  },
);

function setUp(convars: Record<string, string> = {}, files: Record<string, string> = english) {
  const game = createFakeGame(files, convars);
  start(game);
  const receive = (delivery: unknown) => game.receive(DELIVERY_EVENT, delivery);
  return { game, receive };
}

const names = (game: { map: Map<number, { look: { name: string } | null }> }) =>
  [...game.map.values()].map(({ look }) => look?.name);

describe('a client', () => {
  test('says that it is ready', () => {
    expect(setUp().game.sent).toEqual([[READY_EVENT]]);
  });

  test('shows a new call on the map and in the feed', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [] });
    receive({ calls: [makeCallView()], announce: [{ kind: 'call-opened', key: '911:302' }] });
    expect([...game.map.values()]).toEqual([
      {
        position: [425.13, -979.55, 30.71],
        radius: null,
        look: {
          sprite: 161,
          colour: 1,
          scale: 1,
          shortRange: true,
          category: 2,
          name: '#302 911 Sinner St / Atlee St',
          alpha: 255,
        },
        flashMs: 15_000,
        route: null,
      },
    ]);
    expect(game.posts).toEqual([
      {
        sender: '911 call #302',
        subject: 'Nora Fields',
        body: ['Sinner St / Atlee St (1.1 km)', 'Two men breaking into a parked van'],
      },
    ]);
  });

  test('shows known calls silently', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView()] });
    expect([game.map.size, game.posts, [...game.map.values()][0]?.flashMs]).toEqual([1, [], 0]);
  });

  test('draws a civil call differently', () => {
    const { game, receive } = setUp();
    const call = makeCallView({ isEmergency: false });
    receive({ reset: true, settings, calls: [call], announce: [{ kind: 'call-opened', key: call.key }] });
    expect([...game.map.values()][0]?.look).toMatchObject({ sprite: 162, colour: 3, scale: 0.8 });
    expect(game.posts[0]?.sender).toBe('Civil call #302');
  });

  test('draws a dispatch call by its title and code, a circle where its place is an estimate', () => {
    const { game, receive } = setUp();
    const position = { x: 5, y: 6, z: null, accuracy: 'postal' } as const;
    const call = makeCallView({
      stage: 'dispatch',
      dispatchId: 501,
      code: '10-31',
      title: 'Burglary',
      position,
    });
    receive({ reset: true, settings, calls: [call] });
    expect([...game.map.values()]).toMatchObject([
      { radius: null, position: [5, 6, 0], look: { sprite: 163, name: '#501 10-31 Burglary' } },
      { radius: 100, position: [5, 6, 0], look: { name: '#501 10-31 Burglary' } },
    ]);
    receive({ calls: [{ ...call, position: { ...position, accuracy: 'exact' } }] });
    expect([...game.map.values()]).toMatchObject([{ radius: null }]);
  });

  test('shows a panic, lets it follow its unit, and takes it away', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings });
    const panic = { ident: 12, unit: '2-ADAM-14', position: { x: 1, y: 2, z: 3 } };
    receive({ panics: [panic] });
    receive({ announce: [{ kind: 'panic', ident: 12, unit: '2-ADAM-14' }] });
    expect([...game.map.values()]).toMatchObject([
      {
        position: [1, 2, 3],
        flashMs: 15_000,
        look: { sprite: 164, name: 'PANIC 2-ADAM-14', shortRange: false },
      },
    ]);
    game.blipCalls.length = 0;
    receive({ panics: [{ ...panic, position: { x: 9, y: 9, z: 9 } }] });
    expect(game.blipCalls).toEqual(['move']);
    receive({ panics: [{ ...panic, position: null }] });
    expect(game.map.size).toBe(0);
    receive({ panicsGone: [12] });
    expect(game.map.size).toBe(0);
  });

  test.each<[string, Announcement, string, string, string[]]>([
    [
      'a dispatch call',
      { kind: 'call-dispatched', key: '911:302' },
      '#302 10-31 Burglary',
      'New call',
      ['Sinner St / Atlee St (1.1 km)', 'Two men breaking into a parked van'],
    ],
    [
      'being attached',
      { kind: 'attached', key: '911:302' },
      '#302 10-31 Burglary',
      'You are attached',
      ['Sinner St / Atlee St (1.1 km)', 'Two men breaking into a parked van'],
    ],
    [
      'a note',
      { kind: 'note', key: '911:302', label: 'DISP', content: '~r~50%' },
      '#302 10-31 Burglary',
      'Note',
      ['DISP: -r-50%'],
    ],
    [
      'a raised priority',
      { kind: 'priority', key: '911:302' },
      '#302 10-31 Burglary',
      'Priority raised',
      ['Sinner St / Atlee St (1.1 km)'],
    ],
    [
      'being detached',
      { kind: 'detached', key: 'dispatch:5', call: { number: 5, title: 'Stop', address: '' } },
      '#5 Stop',
      'You are detached',
      [],
    ],
    [
      'a closed call',
      { kind: 'closed', key: 'dispatch:5', call: { number: 5, title: '<b>', address: 'Alta' } },
      '#5 (b)',
      'Call closed',
      ['Alta'],
    ],
    ['a status', { kind: 'status', status: 'BUSY' }, 'Your status', 'BUSY', []],
    ['a panic', { kind: 'panic', ident: 1, unit: 'U-1' }, 'PANIC', 'U-1', ['An officer needs help.']],
    [
      'the end of a panic',
      { kind: 'panic-over', ident: 1, unit: 'U-1' },
      'PANIC',
      'U-1',
      ['The panic is over.'],
    ],
    ['a tone', { kind: 'tone', url: 'https://x/y' }, 'Tone from dispatch', '', []],
    [
      'a station alert',
      { kind: 'station', stations: ['A', 'B'], message: 'Fire', tone: '', audio: '' },
      'Station alert',
      'A, B',
      ['Fire'],
    ],
    ['a pager', { kind: 'pager', nature: 'Emergency', body: 'Fire' }, 'Pager', 'Emergency', ['Fire']],
  ])('tells of %s', (_, announcement, sender, subject, body) => {
    const { game, receive } = setUp();
    const call = makeCallView({ stage: 'dispatch', code: '10-31', title: 'Burglary' });
    receive({ reset: true, settings, calls: [call] });
    receive({ announce: [announcement] });
    expect(game.posts).toEqual([{ sender, subject, body }]);
  });

  test('passes over announcements it does not know, and calls it does not have', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings });
    receive({ announce: [{ kind: 'fireworks' }, { kind: 'attached', key: '911:9' }] });
    expect([game.posts, game.warnings]).toEqual([[], []]);
  });

  test('has no blip for a call without a place, but tells of it', () => {
    const { game, receive } = setUp();
    const call = makeCallView({ position: null, caller: '', address: '', description: '' });
    receive({ reset: true, settings, calls: [call], announce: [{ kind: 'call-opened', key: call.key }] });
    expect(game.map.size).toBe(0);
    expect(game.posts).toEqual([
      { sender: '911 call #302', subject: 'Unknown caller', body: ['Unknown place'] },
    ]);
  });

  test('moves and renames the blip of a changed call, and touches no other', () => {
    const { game, receive } = setUp();
    receive({
      reset: true,
      settings,
      calls: [makeCallView(), makeCallView({ key: '911:1', emergencyId: 1 })],
    });
    game.blipCalls.length = 0;
    receive({
      calls: [makeCallView({ address: 'Alta St', position: { x: 1, y: 2, z: null, accuracy: 'exact' } })],
    });
    expect(game.blipCalls).toEqual(['move', 'look']);
    expect(names(game)).toEqual(['#302 911 Alta St', '#1 911 Sinner St / Atlee St']);
  });

  test('does nothing for a change that does not show', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView()] });
    game.blipCalls.length = 0;
    receive({ calls: [makeCallView({ description: 'More is known now' })] });
    expect(game.blipCalls).toEqual([]);
  });

  test('removes the blip of a call that is gone, also when it is told twice', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView()] });
    receive({ gone: ['911:302'] });
    receive({ gone: ['911:302', '911:9'] });
    expect(game.map.size).toBe(0);
  });

  test('clears the map when the player goes off duty and when the resource stops', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView()] });
    receive({ reset: true });
    expect(game.map.size).toBe(0);
    receive({ reset: true, settings, calls: [makeCallView()] });
    game.stop();
    expect(game.map.size).toBe(0);
  });

  test('shows hostile text without its markup', () => {
    const { game, receive } = setUp();
    const call = makeCallView({
      caller: '~r~<b>N',
      address: '<img src=x>~n~',
      description: '~h~'.repeat(200),
    });
    receive({ reset: true, settings, calls: [call], announce: [{ kind: 'call-opened', key: call.key }] });
    expect(JSON.stringify(game.posts) + names(game).join()).not.toMatch(/[~<>]/);
  });

  test('keeps a long blip name within a text component', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView({ address: '東京'.repeat(100) })] });
    expect(Buffer.byteLength(names(game)[0] ?? '')).toBeLessThanOrEqual(99);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['a list', [{}]],
    ['calls that are none', { calls: [{ key: 5 }] }],
    ['a position that is none', { calls: [{ ...makeCallView(), position: {} }] }],
    ['settings that are none', { settings: { blips: 1 } }],
    ['keys that are none', { gone: [1] }],
    ['announcements that are none', { announce: ['x'] }],
  ])('does not stumble over %s', (_, delivery) => {
    const { game, receive } = setUp();
    receive(delivery);
    expect(game.warnings).toHaveLength(1);
    receive({ reset: true, settings, calls: [makeCallView()] });
    expect(game.map.size).toBe(1);
  });

  describe('after any deliveries', () => {
    const key = fc.constantFrom('911:1', '911:2', '911:3', '911:4');
    const place = fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 1, max: 9 }) });
    const call = fc
      .record({ key, place: fc.option(place), address: fc.constantFrom('A', 'B') })
      .map(({ key, place, address }) =>
        makeCallView({ key, address, position: place && { ...place, z: null, accuracy: 'exact' } }),
      );
    const delivery = fc.oneof(
      fc.record({ calls: fc.array(call, { maxLength: 3 }) }),
      fc.record({ gone: fc.array(key, { maxLength: 2 }) }),
      fc.constant({ reset: true as const }),
    );

    /** The places of the calls that a client which did everything right would know. */
    function placesAfter(deliveries: readonly Delivery[]): string[] {
      const known = new Map<string, Call['position']>();
      for (const { reset, calls = [], gone = [] } of deliveries) {
        if (reset) known.clear();
        for (const { key, position } of calls) known.set(key, position);
        for (const key of gone) known.delete(key);
      }
      return [...known.values()]
        .flatMap((position) => (position ? [`${position.x},${position.y}`] : []))
        .sort();
    }

    test('the map shows exactly the calls that have a place, and nothing after the stop', () => {
      fc.assert(
        fc.property(fc.array(delivery, { maxLength: 20 }), (deliveries) => {
          const { game, receive } = setUp();
          receive({ reset: true, settings, calls: [] });
          deliveries.forEach(receive);
          const shown = [...game.map.values()].map(({ position: [x, y] }) => `${x},${y}`);
          expect(shown.sort()).toEqual(placesAfter(deliveries));
          game.stop();
          expect(game.map.size).toBe(0);
        }),
      );
    });
  });
});

describe('the language', () => {
  const german = { ...english, 'locales/de.json': '{"call.kind.emergency":"Notruf"}' };
  const nameWith = (convars: Record<string, string>, files: Record<string, string>) => {
    const { game, receive } = setUp(convars, files);
    receive({ reset: true, settings, calls: [makeCallView()] });
    return [names(game)[0], game.warnings];
  };

  test.each([
    [
      'follows ox:locale, with English for what is missing',
      { 'ox:locale': 'de' },
      german,
      '#302 Notruf Sinner St / Atlee St',
      0,
    ],
    [
      'is English when there is no such language',
      { 'ox:locale': 'xx' },
      english,
      '#302 911 Sinner St / Atlee St',
      0,
    ],
    [
      'is English when the convar is no language',
      { 'ox:locale': '../config' },
      english,
      '#302 911 Sinner St / Atlee St',
      0,
    ],
    [
      'is English when the file is broken, which is said',
      { 'ox:locale': 'de' },
      { ...english, 'locales/de.json': '{' },
      '#302 911 Sinner St / Atlee St',
      1,
    ],
  ])('%s', (_, convars, files, expected, warnings) => {
    const [name, told] = nameWith(convars, files);
    expect([name, told?.length]).toEqual([expected, warnings]);
  });
});
