import { describe, expect, test } from '@jest/globals';
import { READY_EVENT } from '../shared/delivery.ts';
import { makeCallView } from '../test/support/calls.ts';
import { english, names, settings, setUp } from '../test/support/client-rig.ts';

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

  test('the chat suggests its commands while it runs, and not when it has stopped', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [] });
    expect(game.suggested).toContain(`/${settings.commands.base}`);
    game.stop();
    expect([...game.suggested]).toEqual([]);
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
