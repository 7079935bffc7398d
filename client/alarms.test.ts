import { describe, expect, test } from '@jest/globals';
import { call, setUp } from '../test/support/client-stage.ts';

describe('sounds', () => {
  const names = (game: ReturnType<typeof setUp>['game']) => game.played.map(({ name }) => name);

  test('several alerts in a moment make one sound, the most urgent one', () => {
    const { game, announce } = setUp();
    announce(call(1, { priority: 3 }));
    announce(call(2, { priority: 3 }));
    announce(call(3, { priority: 1 }));
    announce(call(4, { priority: 2 }));
    expect(names(game)).toEqual(['Event_Message_Purple', 'TIMER_STOP']);
    game.clock.advance(1_000);
    announce(call(5, { priority: 3 }));
    expect(names(game)).toHaveLength(3);
  });

  test('mute is kept, and spares panics unless the player says otherwise', () => {
    const { game, receive, announce, last } = setUp();
    const panic = () =>
      receive({
        panics: [{ ident: 5, unit: 'U-5', position: null }],
        announce: [{ kind: 'panic', ident: 5, unit: 'U-5' }],
      });
    game.run('cad mute');
    announce(call(1));
    receive({ announce: [{ kind: 'tone', url: 'https://sonorancad.com/a.mp3' }] });
    expect([names(game), last('sound')]).toEqual([[], undefined]);
    panic();
    expect(last('sound')).toMatchObject({ sound: 'panic' });
    game.ask('settings', { player: { isPanicMuted: true }, isFinal: true });
    game.messages.length = 0;
    game.clock.advance(2_000);
    panic();
    expect(last('sound')).toBeUndefined();
    expect(JSON.parse(game.kept.get('player') ?? '')).toEqual({ isMuted: true, isPanicMuted: true });
  });

  test('tones and the sound of a station alert go to the page', () => {
    const { receive, last } = setUp();
    receive({ announce: [{ kind: 'tone', url: 'https://sonorancad.com/a.mp3' }] });
    expect(last('sound')).toEqual({
      ...{ type: 'sound', sound: 'tone', url: 'https://sonorancad.com/a.mp3', volume: 0.5, seconds: 20 },
    });
    receive({
      announce: [{ kind: 'station', stations: [], message: '', tone: '', audio: 'data:audio/ogg;base64,AA' }],
    });
    expect(last('sound')).toMatchObject({ url: 'data:audio/ogg;base64,AA' });
  });
});

describe('panics', () => {
  const panic = { ident: 34, unit: 'E-61', position: { x: 10, y: 20, z: 5 } };

  test('stand at the top until they are over or taken away', () => {
    const { game, receive, last } = setUp();
    receive({ panics: [panic], announce: [{ kind: 'panic', ident: 34, unit: 'E-61' }] });
    expect(last('panics')?.panics).toEqual([
      {
        ...{ ident: 34, unit: 'E-61', place: 'Street at 10, 20', position: { x: 10, y: 20 } },
        ...{ isRouted: false, isOwn: false, actions: ['route'] },
      },
    ]);
    game.ask('act', { action: 'dismiss-panic', key: '34' });
    expect(last('panics')?.panics).toEqual([]);
    receive({ panicsGone: [34] });
    receive({ panics: [panic] });
    expect(last('panics')?.panics).toHaveLength(1);
    receive({ panicsGone: [34] });
    expect(last('panics')?.panics).toEqual([]);
  });
});
