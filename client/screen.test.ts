import { describe, expect, test } from '@jest/globals';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { call, files, mine, OWN, setUp } from '../test/support/client-stage.ts';
import { createFakeGame } from '../test/support/fake-game.ts';
import { start } from './main.ts';

describe('the page', () => {
  test('is told everything when it is ready, and before that nothing', () => {
    const { game, announce } = setUp({}, false);
    announce(call(1));
    expect(game.messages).toEqual([]);
    game.ask('ready');
    expect(game.messages.map(({ type }) => type)).toEqual([...['setup', 'cards', 'panics', 'list', 'panel']]);
  });

  test('is told everything again when it comes again', () => {
    const { game, announce } = setUp();
    announce(call(1));
    game.messages.length = 0;
    game.ask('ready');
    expect(game.messages.map(({ type }) => type)).toContain('setup');
    expect(game.messages.map(({ type }) => type)).toContain('cards');
  });

  test('gets its own texts only, the keys that are bound, and the settings', () => {
    const { last } = setUp();
    const setup = last('setup')?.setup;
    expect(Object.keys(setup?.texts ?? {}).filter((name) => !name.startsWith('ui.'))).toEqual([
      'number.emergency',
    ]);
    expect(setup?.keys).toMatchObject({ list: 'F9', respond: 'F10' });
    expect(setup?.keys).not.toHaveProperty('panic');
    expect(setup?.player).toMatchObject({ anchor: 'right', density: 'normal' });
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['an action that is none', { action: 'format' }],
    ['an inherited name', { action: 'constructor' }],
    ['a key that is none', { action: 'route', key: { a: 1 } }],
  ])('may ask for %s', (_, data) => {
    const { game } = setUp();
    game.ask('act', data);
    game.ask('settings', data);
    expect(game.map.size).toBe(0);
  });
});

describe('without the page', () => {
  test('alerts go to the feed of the game', () => {
    const { game, announce } = setUp({}, false);
    announce(call(1));
    expect([game.posts.length, game.messages]).toEqual([1, []]);
  });
});

describe('commands', () => {
  const said = (game: ReturnType<typeof setUp>['game']) =>
    game.localEvents.filter(([name]) => name === 'chat:addMessage').map(([, line]) => JSON.stringify(line));

  test.each(['cad mute', 'sonorancad_mute'])('%s says whether sounds are on', (line) => {
    const { game } = setUp();
    game.run(line);
    game.run(line);
    expect(said(game)).toEqual([
      expect.stringContaining('Sounds are off.'),
      expect.stringContaining('Sounds are on.'),
    ]);
  });

  test('explain themselves', () => {
    const { game } = setUp();
    game.run('cad help');
    expect(said(game).join()).toContain('/cad route');
  });

  test.each([['cad dance'], ['cad constructor'], ['cad route 999'], ['dn ^1<b>']])(
    '%s is answered',
    (line) => {
      const { game } = setUp();
      game.run(line);
      expect(said(game)).toHaveLength(1);
      expect(said(game)[0]).not.toContain('^1');
    },
  );
});

describe('what the player chose', () => {
  test.each<[string, unknown, object]>([
    ['is kept', { anchor: 'bottom-left', scale: 1.2 }, { anchor: 'bottom-left', scale: 1.2 }],
    ['leaves out what is none', { anchor: 'middle', scale: 99, volume: 'loud' }, {}],
    ['may be nothing', null, {}],
    ['leaves out what is unknown', { volume: 0, shoe: 1 }, { volume: 0 }],
  ])('%s', (_, player, expected) => {
    const { game, last } = setUp();
    game.ask('settings', { player, isFinal: true });
    expect(JSON.parse(game.kept.get('player') ?? '')).toEqual(expected);
    expect(last('setup')?.setup.player).toMatchObject(expected);
  });

  test('while trying things out nothing is kept', () => {
    const { game, last } = setUp();
    game.ask('settings', { player: { scale: 1.5 }, isFinal: false });
    expect([game.kept.size, last('setup')?.setup.player.scale]).toEqual([0, 1.5]);
  });

  test('is not what the owner set: who closes the panel as it was follows the owner later', () => {
    const { game, receive, last } = setUp();
    game.run('cad settings');
    const shown = last('setup')?.setup.player;
    game.ask('settings', { player: { ...shown, volume: 0.9 }, isFinal: false });
    game.ask('settings', { player: shown, isFinal: true });
    game.ask('act', { action: 'close-panel' });
    expect(JSON.parse(game.kept.get('player') ?? '')).toEqual({});
    const settings = makeClientSettings();
    receive({ settings: { ...settings, player: { ...settings.player, anchor: 'top-left' } } });
    expect(last('setup')?.setup.player).toMatchObject({ anchor: 'top-left', volume: shown?.volume });
  });

  test('and kept stays, also when it is what the owner sets', () => {
    const { game, last } = setUp();
    const player = last('setup')?.setup.player;
    const choose = (isMuted: boolean) =>
      game.ask('settings', { player: { ...player, isMuted }, isFinal: true });
    choose(true);
    choose(false);
    expect(JSON.parse(game.kept.get('player') ?? '')).toEqual({ isMuted: false });
  });

  test.each<[string, (stage: ReturnType<typeof setUp>) => void]>([
    ['the player dies', ({ game }) => Object.assign(game.player, { isDead: true })],
    ['the player goes off duty', ({ receive }) => receive({ reset: true, isOnDuty: false })],
    ['the list is opened', ({ game }) => game.run('cad list')],
  ])('and not kept is gone when %s', (_, interrupt) => {
    const stage = setUp();
    const { game, last } = stage;
    game.run('cad settings');
    game.ask('settings', { player: { scale: 1.5 }, isFinal: false });
    interrupt(stage);
    game.clock.advance(1000);
    expect([last('panel')?.isOpen, last('setup')?.setup.player.scale]).toEqual([false, 1]);
  });

  test('of another version does not get in the way', () => {
    const game = createFakeGame(files);
    game.kept.set('player', '{"anchor":5');
    start(game);
    game.ask('ready');
    expect(game.messages[0]).toMatchObject({ type: 'setup', setup: { player: { anchor: 'right' } } });
  });
});

describe('alerts by other resources', () => {
  const choose = (game: ReturnType<typeof setUp>['game'], notifier: string) =>
    game.ask('settings', { player: { notifier }, isFinal: true });
  const run = (game: ReturnType<typeof setUp>['game'], name: string) =>
    game.running.set(name, { Custom: () => null, notify: () => null });

  test('are offered to the player, and shown there instead of on a card once chosen', () => {
    const { game, receive, last, announce, ids } = setUp();
    run(game, 't-notify');
    receive({});
    expect(last('setup')?.setup.notifiers).toEqual(['auto', 'cards', 't-notify', 'feed']);
    choose(game, 't-notify');
    announce(call(1));
    expect([ids(), game.posts]).toEqual([[], []]);
    expect(game.exportCalls).toEqual([
      ['t-notify', 'Custom', expect.objectContaining({ title: '911 call #1' })],
    ]);
  });

  test('are shown while the page is not there', () => {
    const { game, announce } = setUp({}, false);
    run(game, 'ox_lib');
    announce(call(1));
    expect([game.exportCalls.length, game.posts.length]).toEqual([1, 0]);
  });

  test('are neither seen nor heard when the owner wants none of the kind', () => {
    const notify = { ...makeClientSettings().notify, kinds: { status: [], tone: [] } };
    const { game, receive, cards, last } = setUp({ notify });
    receive({ announce: [{ kind: 'status', status: 'BUSY' }] });
    expect([cards(), game.played]).toEqual([[], []]);
    receive({ announce: [{ kind: 'tone', url: 'https://x/y' }] });
    expect([cards(), last('sound')]).toMatchObject([[], { sound: 'tone', url: 'https://x/y' }]);
  });
});

describe('at rest', () => {
  test('nothing runs and the page is told nothing', () => {
    const { game, receive } = setUp();
    receive({ calls: [call(1), call(2)] });
    game.messages.length = 0;
    game.clock.advance(60_000);
    expect([game.messages, game.clock.pending()]).toEqual([[], 0]);
  });

  test('with ten cards there is one timer, and a standing player costs no message', () => {
    const { game, announce } = setUp({ cards: { ...makeClientSettings().cards, max: 8 } });
    for (let number = 1; number <= 10; number += 1) announce(call(number, { priority: 1 }));
    game.clock.advance(1_000);
    game.messages.length = 0;
    game.clock.advance(2_000);
    expect([game.messages, game.clock.pending()]).toEqual([[], 1]);
    Object.assign(game.player, { x: 50 });
    game.clock.advance(500);
    expect(game.messages).toEqual([{ type: 'here', x: 50, y: 0, heading: 0 }]);
  });

  test('the pause menu hides what is shown', () => {
    const { game, announce, last } = setUp();
    announce(call(1));
    game.player.isPaused = true;
    game.clock.advance(600);
    expect(last('hide')).toEqual({ type: 'hide', isHidden: true });
    game.player.isPaused = false;
    game.clock.advance(600);
    expect(last('hide')).toEqual({ type: 'hide', isHidden: false });
  });
});

describe('other resources', () => {
  test('hear of the calls that the player sees, and of the own one', () => {
    const { game, receive } = setUp();
    receive({ calls: [call(1)] });
    receive({ calls: [mine(1)] });
    receive({ gone: ['911:1'] });
    expect(game.localEvents.map(([name]) => name)).toEqual([
      'sonorancad:client:callOpened',
      ...['sonorancad:client:callUpdated', 'sonorancad:client:myCall'],
      ...['sonorancad:client:callClosed', 'sonorancad:client:myCall'],
    ]);
    expect(game.exported.get('getMyUnit')?.()).toEqual(OWN);
    expect(game.exported.get('getMyCall')?.()).toBeNull();
    expect(game.exported.get('getCalls')?.()).toEqual([]);
  });
});
