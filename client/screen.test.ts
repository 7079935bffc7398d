import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { CallView } from '../shared/call.ts';
import { type Announcement, type ClientSettings, DELIVERY_EVENT, type Delivery } from '../shared/delivery.ts';
import { ANSWER_EVENT, REQUEST_EVENT } from '../shared/requests.ts';
import type { Card, ListView, ScreenMessage } from '../shared/screen.ts';
import type { UnitView } from '../shared/unit.ts';
import { makeCallView } from '../test/support/calls.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { createFakeGame } from '../test/support/fake-game.ts';
import { start } from './main.ts';

const files = { 'locales/en.json': readFileSync('locales/en.json', 'utf8') };
const OWN: UnitView = {
  ...{ ident: 12, unitNum: '2-ADAM-14', name: 'Iris Dale', department: 'LSPD' },
  ...{ page: 0, status: 2, statusLabel: 'AVAILABLE', isPanic: false },
};

/** A player on duty whose page is ready. */
function setUp(settings: Partial<ClientSettings> = {}, isReady = true) {
  const game = createFakeGame(files);
  start(game);
  const receive = (delivery: Delivery) => game.receive(DELIVERY_EVENT, delivery);
  receive({
    ...{ reset: true, now: game.clock.now(), isOnDuty: true, unit: OWN, calls: [], panics: [] },
    settings: makeClientSettings(settings),
  });
  if (isReady) game.ask('ready');
  const last = <T extends ScreenMessage['type']>(type: T) =>
    game.messages
      .filter((message): message is Extract<ScreenMessage, { type: T }> => message.type === type)
      .at(-1);
  const announce = (call: CallView, kind: 'call-opened' | 'attached' | 'priority' = 'call-opened') =>
    receive({ calls: [call], announce: [{ kind, key: call.key }] });
  return {
    game,
    receive,
    last,
    announce,
    cards: (): readonly Card[] => last('cards')?.cards ?? [],
    ids: () => (last('cards')?.cards ?? []).map(({ id }) => id),
    focused: () => last('cards')?.cards.find(({ isFocused }) => isFocused)?.id,
    list: (): ListView | null => last('list')?.list ?? null,
    routed: () => [...game.map.values()].find(({ route }) => route !== null)?.look?.name ?? null,
  };
}

const at = (x: number, y = 0) => ({ x, y, z: null, accuracy: 'exact' }) as const;
const call = (number: number, overrides: Partial<CallView> = {}) =>
  makeCallView({
    ...{ key: `911:${number}`, emergencyId: number, position: at(number * 100), openedAt: number },
    ...overrides,
  });
const mine = (number: number, overrides: Partial<CallView> = {}) =>
  call(number, { stage: 'dispatch', dispatchId: number, idents: [12], units: [OWN], ...overrides });

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

describe('cards', () => {
  test('the newest stands on top and has the focus; what does not fit is counted', () => {
    const { announce, ids, focused, last } = setUp();
    for (const number of [1, 2, 3, 4, 5, 6]) announce(call(number));
    expect([ids(), focused(), last('cards')?.more]).toEqual([
      ['911:6', '911:5', '911:4', '911:3'],
      '911:6',
      2,
    ]);
  });

  test('a call has one card: it is changed in place', () => {
    const { receive, announce, cards } = setUp();
    announce(call(1));
    receive({ calls: [call(1, { description: 'Two vans' })] });
    receive({ announce: [{ kind: 'note', key: '911:1', label: 'DISP', content: 'Armed' }] });
    expect(cards()).toMatchObject([
      { id: '911:1', call: { description: 'Two vans' }, news: 'DISP: Armed', pulse: 2, state: 'open' },
    ]);
  });

  test('the 911 call that becomes a dispatch call stays one card', () => {
    const { receive, announce, cards } = setUp();
    announce(call(1));
    receive({
      calls: [mine(1, { title: 'Burglary' })],
      announce: [{ kind: 'attached', key: '911:1' }],
    });
    expect(cards()).toMatchObject([{ id: '911:1', isMine: true, news: 'You are attached' }]);
  });

  test('stay for as long as their priority says, and none longer', () => {
    const { game, announce, ids } = setUp();
    announce(call(1, { priority: 1 }));
    announce(call(3, { priority: '3' }));
    game.clock.advance(7_500);
    expect(ids()).toEqual(['911:1']);
    game.clock.advance(8_000);
    expect([ids(), game.clock.pending()]).toEqual([[], 0]);
  });

  test('time runs only for what is seen', () => {
    const { game, announce, ids } = setUp({ cards: { ...makeClientSettings().cards, max: 1 } });
    announce(call(1, { priority: 3 }));
    announce(call(2, { priority: 3 }));
    game.clock.advance(7_500);
    expect(ids()).toEqual(['911:1']);
    game.clock.advance(6_000);
    expect(ids()).toEqual(['911:1']);
    game.clock.advance(2_000);
    expect(ids()).toEqual([]);
  });

  test('a card whose call is over says so and goes', () => {
    const { game, receive, announce, cards } = setUp();
    announce(call(1));
    receive({
      gone: ['911:1'],
      announce: [{ kind: 'closed', key: '911:1', call: { number: 1, title: '', address: '' } }],
    });
    expect(cards()).toMatchObject([{ id: '911:1', state: 'closed', actions: [] }]);
    game.clock.advance(4_500);
    expect(cards()).toEqual([]);
  });

  test('a call that is over without having a card is told in words', () => {
    const { receive, cards } = setUp();
    receive({
      announce: [{ kind: 'closed', key: '911:1', call: { number: 1, title: 'Stop', address: '' } }],
    });
    expect(cards()).toMatchObject([{ kind: 'message', title: '#1 Stop', subtitle: 'Call closed' }]);
  });

  test('being taken off a call that is not seen any more', () => {
    const { receive, announce, cards } = setUp();
    announce(mine(1), 'attached');
    receive({
      gone: ['911:1'],
      announce: [{ kind: 'detached', key: '911:1', call: { number: 1, title: '', address: '' } }],
    });
    expect(cards()).toMatchObject([{ state: 'detached' }]);
  });

  test('the focus goes where the player moves it, and new cards leave it there', () => {
    const { game, announce, focused } = setUp();
    for (const number of [1, 2]) announce(call(number));
    game.run('sonorancad_next');
    announce(call(3));
    expect(focused()).toBe('911:1');
    game.run('sonorancad_dismiss');
    expect(focused()).not.toBe('911:1');
  });

  test.each<[Announcement, object]>([
    [
      { kind: 'status', status: 'BUSY' },
      { sign: 'status', title: 'Your status', subtitle: 'BUSY' },
    ],
    [
      { kind: 'panic-over', ident: 5, unit: 'U-5' },
      { sign: 'success', subtitle: 'U-5' },
    ],
    [{ kind: 'tone', url: '' }, { sign: 'tone' }],
    [
      { kind: 'station', stations: ['A', 'B'], message: 'Fire', tone: '', audio: '' },
      { sign: 'station', subtitle: 'A, B', text: 'Fire' },
    ],
    [
      { kind: 'pager', nature: 'Emergency', body: 'Call in' },
      { sign: 'pager', text: 'Call in' },
    ],
  ])('tell of %j', (announcement, expected) => {
    const { receive, cards } = setUp();
    receive({ announce: [announcement] });
    expect(cards()).toMatchObject([{ kind: 'message', ...expected }]);
  });

  test('only what is possible now is hinted at, on the card with the focus', () => {
    const { game, announce, receive, cards } = setUp();
    announce(call(1, { position: null }));
    announce(call(2));
    expect(cards().map((card) => card.kind === 'call' && card.actions)).toEqual([['respond', 'route'], []]);
    game.run('sonorancad_respond');
    expect(cards()[0]).toMatchObject({ response: { state: 'pending' }, actions: ['route'], isRouted: true });
    receive({ calls: [mine(2)] });
    expect(cards()[0]).toMatchObject({ isMine: true, actions: ['route'] });
  });
});

describe('routes', () => {
  test('lead to the own call, and the player can turn them off and on', () => {
    const { game, announce, routed } = setUp();
    announce(mine(1, { title: 'Burglary' }), 'attached');
    expect(routed()).toContain('Burglary');
    game.run('cad route');
    expect(routed()).toBeNull();
    game.run('cad gps 1');
    expect(routed()).toContain('Burglary');
  });

  test.each<[string, (call: CallView) => Delivery]>([
    ['the unit is taken off', (call) => ({ calls: [{ ...call, idents: [], units: [] }] })],
    ['the call is over', ({ key }) => ({ gone: [key] })],
    ['the call has no place any more', (call) => ({ calls: [{ ...call, position: null }] })],
    ['the player goes off duty', () => ({ reset: true, isOnDuty: false })],
    ['the unit is on scene', () => ({ unit: { ...OWN, status: 4 } })],
  ])('end when %s', (_, change) => {
    const { receive, announce, routed } = setUp();
    const own = mine(1);
    announce(own, 'attached');
    expect(routed()).not.toBeNull();
    receive(change(own));
    expect(routed()).toBeNull();
  });

  test('to a call that the player answered end when the unit is taken off it, those to other calls do not', () => {
    const { game, receive, announce, routed } = setUp();
    announce(call(1));
    game.run('cad respond');
    receive({ calls: [mine(1)] });
    expect(routed()).not.toBeNull();
    receive({ calls: [mine(1, { idents: [], units: [] })] });
    expect(routed()).toBeNull();
    announce(call(2));
    game.run('cad route');
    receive({ calls: [call(2, { description: 'More' })] });
    expect(routed()).not.toBeNull();
  });

  test('end on arrival, and begin again when the call moves', () => {
    const { game, receive, announce, routed } = setUp();
    announce(mine(1), 'attached');
    Object.assign(game.player, { x: 80 });
    game.clock.advance(1_200);
    expect(routed()).toBeNull();
    receive({ calls: [mine(1, { description: 'More' })] });
    expect(routed()).toBeNull();
    receive({ calls: [mine(1, { position: at(900) })] });
    expect(routed()).not.toBeNull();
  });

  test('follow a call that moves', () => {
    const { game, receive, announce } = setUp();
    announce(mine(1), 'attached');
    game.blipCalls.length = 0;
    receive({ calls: [mine(1, { position: at(5) })] });
    expect(game.blipCalls).toEqual(['move', 'route']);
  });

  test('lead to a panic, which goes before calls', () => {
    const { game, receive, announce, routed } = setUp();
    announce(mine(1), 'attached');
    receive({ panics: [{ ident: 34, unit: 'E-61', position: { x: 1, y: 2, z: 3 } }] });
    game.run('sonorancad_route');
    expect(routed()).toBe('PANIC E-61');
    receive({ panicsGone: [34] });
    expect(routed()).not.toBe('PANIC E-61');
  });

  test('there is one timer while there is a route, and none without', () => {
    const { game, receive } = setUp();
    receive({ calls: [mine(1)] });
    expect(game.clock.pending()).toBe(1);
    receive({ gone: ['911:1'] });
    expect(game.clock.pending()).toBe(0);
  });
});

describe('the list', () => {
  const filled = () => {
    const world = setUp();
    world.receive({ calls: [call(1), call(2), mine(3), call(4, { stage: 'dispatch', dispatchId: 4 })] });
    return world;
  };

  test('opens by key with own calls first, then the newest', () => {
    const { game, list } = filled();
    expect(list()).toBeNull();
    game.run('sonorancad_list');
    expect(list()?.rows.map(({ key }) => key)).toEqual(['911:3', '911:4', '911:2', '911:1']);
    expect(list()).toMatchObject({ counts: { all: 4, mine: 1, '911': 2, page: 1 }, hasCursor: false });
    expect(game.player.hasCursor).toBe(false);
  });

  test('is walked through with keys alone', () => {
    const { game, list } = filled();
    for (const key of ['list', 'down', 'down', 'select']) game.run(`sonorancad_${key}`);
    expect([list()?.selected, list()?.detail?.call.key]).toEqual(['911:2', '911:2']);
    game.run('sonorancad_back');
    expect(list()?.detail).toBeNull();
    game.run('sonorancad_back');
    expect(list()).toBeNull();
  });

  test('filters', () => {
    const { game, list } = filled();
    game.run('sonorancad_list');
    game.run('sonorancad_next');
    expect(list()).toMatchObject({ filter: 'mine', rows: [{ key: '911:3' }] });
    game.ask('act', { action: 'filter', key: '911' });
    expect(list()?.rows).toHaveLength(2);
    game.ask('act', { action: 'filter', key: 'nonsense' });
    expect(list()?.filter).toBe('911');
  });

  test('opened by command it has the mouse, until it is closed', () => {
    const { game } = filled();
    game.run('cad list');
    expect(game.player.hasCursor).toBe(true);
    game.ask('act', { action: 'close-list' });
    expect(game.player.hasCursor).toBe(false);
  });

  test.each<[string, (game: ReturnType<typeof filled>) => void]>([
    ['the pause menu', ({ game }) => Object.assign(game.player, { isPaused: true })],
    ['death', ({ game }) => Object.assign(game.player, { isDead: true })],
    ['going off duty', ({ receive }) => receive({ reset: true, isOnDuty: false })],
    ['the stop of the resource', ({ game }) => game.stop()],
  ])('is closed by %s', (_, happen) => {
    const world = filled();
    world.game.run('cad list');
    happen(world);
    world.game.clock.advance(600);
    expect([world.list(), world.game.player.hasCursor]).toEqual([null, false]);
  });

  test('a selected call that goes makes way for the first', () => {
    const { game, receive, list } = filled();
    for (const key of ['list', 'down']) game.run(`sonorancad_${key}`);
    receive({ gone: ['911:4'] });
    expect(list()?.selected).toBe('911:3');
  });

  test('of very many calls a window is sent', () => {
    const { game, receive, list } = setUp();
    receive({ calls: Array.from({ length: 200 }, (_, index) => call(index + 1)) });
    game.run('sonorancad_list');
    for (let step = 0; step < 100; step += 1) game.run('sonorancad_down');
    const view = list();
    expect((view?.before ?? 0) + (view?.rows.length ?? 0) + (view?.after ?? 0)).toBe(200);
    expect(view?.rows.some(({ key }) => key === view.selected)).toBe(true);
  });

  test('does not open off duty, which is said', () => {
    const { game, receive, list } = filled();
    receive({ reset: true, isOnDuty: false });
    game.run('cad list');
    expect([list(), JSON.stringify(game.localEvents.at(-1))]).toEqual([
      null,
      expect.stringContaining('not on duty'),
    ]);
  });
});

describe('commands', () => {
  const said = (game: ReturnType<typeof setUp>['game']) =>
    game.localEvents.filter(([name]) => name === 'chat:addMessage').map(([, line]) => JSON.stringify(line));

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

describe('what is asked of the server', () => {
  const asked = (game: ReturnType<typeof setUp>['game']) =>
    game.sent.filter(([event]) => event === REQUEST_EVENT).map(([, id, request]) => ({ id, request }));
  const said = (game: ReturnType<typeof setUp>['game']) =>
    game.localEvents.filter(([name]) => name === 'chat:addMessage').map(([, line]) => JSON.stringify(line));

  test('a response is pending until it is answered, and pressing again asks for nothing', () => {
    const { game, announce, cards } = setUp();
    announce(call(1));
    game.run('sonorancad_respond');
    game.run('sonorancad_respond');
    expect(asked(game)).toEqual([{ id: 1, request: { action: 'respond', key: '911:1' } }]);
    game.receive(ANSWER_EVENT, { id: 1, ok: true });
    expect(cards()).toMatchObject([{ response: { state: 'done' } }]);
  });

  test.each<[string, object, string]>([
    ['in the words of the player', { code: 'no-unit' }, 'You are not logged in to the CAD as a unit.'],
    ['with what the CAD says', { code: 'cad', reason: 'Plan too low.' }, 'Plan too low.'],
    ['with a code of another version', { code: 'tired' }, 'The CAD did not answer. Try again.'],
    ['cut, when it is very long', { code: 'cad', reason: 'x'.repeat(999) }, 'x'.repeat(199)],
  ])('a response that failed says why on its card, %s, and can be tried again', (_, answer, reason) => {
    const { game, announce, cards } = setUp();
    announce(call(1));
    game.run('sonorancad_respond');
    game.receive(ANSWER_EVENT, { id: 1, ok: false, ...answer });
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({ actions: ['respond', 'route'], response: { state: 'failed' } });
    expect(JSON.stringify(cards()[0])).toContain(reason);
    game.run('sonorancad_respond');
    expect(asked(game)).toHaveLength(2);
  });

  test('without an answer it has failed after a while', () => {
    const { game, announce, receive, cards } = setUp();
    receive({
      settings: { ...makeClientSettings(), cards: { ...makeClientSettings().cards, keepMine: true } },
    });
    announce(mine(1), 'attached');
    receive({ calls: [call(1)] });
    announce(call(1));
    game.run('cad respond 1');
    game.clock.advance(30_000);
    announce(call(1));
    expect(cards()[0]).toMatchObject({ response: { state: 'failed' } });
  });

  test('where the CAD is not connected it counts, and that is said', () => {
    const { game, announce, cards } = setUp();
    announce(call(1));
    game.run('sonorancad_respond');
    game.receive(ANSWER_EVENT, { id: 1, ok: true, code: 'local' });
    expect(cards()).toMatchObject([
      { kind: 'message', title: 'Noted here only: the CAD is not connected.' },
      { id: '911:1', response: { state: 'done' } },
    ]);
  });

  test.each<[string, object]>([
    ['cad note two suspects', { action: 'note', key: '911:1', text: 'two suspects' }],
    ['cad status on scene', { action: 'status', status: 'on scene' }],
    ['cad leave', { action: 'detach' }],
    ['cad panic', { action: 'panic', isPanic: true }],
    [
      '911 a van is burning',
      {
        ...{ action: 'call', line: '911', text: 'a van is burning' },
        isAnonymous: false,
        street: 'Street at 0, 0',
      },
    ],
    ['311 anon loud music', { action: 'call', line: '311', text: 'loud music', isAnonymous: true }],
  ])('/%s', (line, request) => {
    const { game, announce } = setUp();
    announce(call(1));
    game.run(line);
    expect(asked(game)).toMatchObject([{ request }]);
  });

  test('the panic button ends a panic that is on', () => {
    const { game, receive } = setUp();
    receive({ unit: { ...OWN, isPanic: true } });
    game.run('sonorancad_panic');
    expect(asked(game)).toMatchObject([{ request: { action: 'panic', isPanic: false } }]);
  });

  test.each([['911'], ['cad status'], ['cad note']])('/%s alone is explained', (line) => {
    const { game } = setUp();
    game.run(line);
    expect([asked(game), said(game).length]).toEqual([[], 1]);
  });

  test('a caller off duty is told what became of the call', () => {
    const { game, receive } = setUp({}, false);
    receive({ reset: true, isOnDuty: false });
    game.run('911 help');
    game.receive(ANSWER_EVENT, { id: 1, ok: true });
    receive({ announce: [{ kind: 'caller', what: 'responding', unit: '2-ADAM-14' }] });
    expect(said(game).at(-1)).toContain('Your call was received.');
    expect(game.posts.at(-1)?.body).toEqual(['2-ADAM-14 is responding to your call.']);
  });

  test('answers that are none, or nobody waits for, come to nothing', () => {
    const { game, announce, cards } = setUp();
    announce(call(1));
    game.run('sonorancad_respond');
    for (const answer of [null, 'x', {}, { id: '1', ok: true }, { id: 99, ok: true }])
      game.receive(ANSWER_EVENT, answer);
    expect(cards()[0]).toMatchObject({ response: { state: 'pending' } });
  });
});

describe('notes and statuses from the list', () => {
  const LABELS = ['OFF', '', 'FREE', 'BUSY'];

  /** A list that is open with the mouse, at a dispatch call of the player. */
  function opened() {
    const world = setUp({ statusLabels: LABELS });
    world.receive({ calls: [mine(1), call(2)] });
    world.game.run('cad list');
    world.game.ask('act', { action: 'open', key: '911:1' });
    const asked = () =>
      world.game.sent.filter(([event]) => event === REQUEST_EVENT).map(([, , what]) => what);
    const answer = (id: number, outcome: object) => world.game.receive(ANSWER_EVENT, { id, ...outcome });
    const write = (text: string, key = '911:1') => world.game.ask('note', { key, text });
    return { ...world, asked, answer, write, note: () => world.list()?.detail?.note };
  }

  test('a note is sent once, and the call says what came of it', () => {
    const { write, asked, answer, note } = opened();
    write('two suspects');
    write('two suspects');
    expect([asked(), note()]).toEqual([
      [{ action: 'note', key: '911:1', text: 'two suspects' }],
      { state: 'pending' },
    ]);
    answer(1, { ok: true });
    expect(note()).toEqual({ state: 'done' });
    write('a third');
    answer(2, { ok: false, code: 'too-fast' });
    expect(note()).toEqual({ state: 'failed', reason: 'Not so fast: try again in a moment.' });
  });

  test('what fails after the list was closed is said all the same', () => {
    const { game, write, answer, cards } = opened();
    write('two suspects');
    game.ask('act', { action: 'close-list' });
    answer(1, { ok: false, code: 'cad' });
    expect(cards()).toMatchObject([{ kind: 'message', title: 'The CAD did not answer. Try again.' }]);
  });

  test.each<[string, unknown]>([
    ['nothing', { key: '911:1', text: '  ' }],
    ['a call that is not there', { key: '911:9', text: 'x' }],
    ['no text', { key: '911:1', text: 5 }],
    ['more than the server takes', { key: '911:1', text: 'x'.repeat(2001) }],
    ['no note at all', null],
  ])('a note that is %s asks for nothing', (_, body) => {
    const { game, asked } = opened();
    game.ask('note', body);
    expect(asked()).toEqual([]);
  });

  test('no note can be written on a 911 call, without a unit, or in a closed list', () => {
    const { game, receive, note, write, asked } = opened();
    game.ask('act', { action: 'open', key: '911:2' });
    expect(note()).toBeNull();
    game.ask('act', { action: 'open', key: '911:1' });
    receive({ unit: null });
    expect(note()).toBeNull();
    game.ask('act', { action: 'close-list' });
    write('x');
    expect(asked()).toEqual([]);
  });

  test('the game gets no keys while a note is typed, and has them back whatever ends it', () => {
    const { game } = opened();
    const type = (isTyping: unknown) => game.ask('typing', { isTyping });
    const seen: boolean[] = [];
    for (const end of [
      () => type(false),
      () => game.ask('act', { action: 'back' }),
      () => game.ask('act', { action: 'filter', key: 'mine' }),
      () => game.ask('act', { action: 'close-list' }),
      () => Object.assign(game.player, { isDead: true }),
    ]) {
      game.run('cad list');
      game.ask('act', { action: 'open', key: '911:1' });
      type(true);
      seen.push(game.player.isTyping);
      end();
      game.clock.advance(600);
      seen.push(game.player.isTyping);
    }
    expect(seen).toEqual([true, false, true, false, true, false, true, false, true, false]);
    type('yes');
    expect(game.player.isTyping).toBe(false);
  });

  test('the menu opens the list, moves over the labels that there are, and sets the status', () => {
    const { game, receive, list } = setUp({ statusLabels: LABELS });
    receive({ calls: [call(1)] });
    game.run('sonorancad_status');
    const statuses = [
      { index: 0, label: 'OFF' },
      { index: 2, label: 'FREE' },
      { index: 3, label: 'BUSY' },
    ];
    expect([list()?.menu, game.player.hasCursor]).toEqual([{ statuses, selected: 2 }, false]);
    for (const key of ['down', 'down', 'up', 'up', 'up']) game.run(`sonorancad_${key}`);
    expect(list()?.menu?.selected).toBe(0);
    game.run('sonorancad_select');
    expect(game.sent.at(-1)).toEqual([REQUEST_EVENT, 1, { action: 'status', status: 0 }]);
    expect(list()).toMatchObject({ menu: null, status: { state: 'pending' }, detail: null });
    game.receive(ANSWER_EVENT, { id: 1, ok: false, code: 'no-unit' });
    expect(list()?.status).toMatchObject({ state: 'failed' });
    game.run('sonorancad_list');
    game.run('sonorancad_list');
    expect(list()?.status).toEqual({ state: 'none' });
  });

  test('the menu is closed by its key and by the one that goes back, which leave the list', () => {
    const { game, list } = opened();
    for (const close of ['status', 'back']) {
      game.run('sonorancad_status');
      game.run(`sonorancad_${close}`);
      expect(list()).toMatchObject({ menu: null, detail: { call: { key: '911:1' } } });
    }
  });

  test.each([['1'], ['9'], ['-1'], ['x'], ['']])('a status with the index "%s" is none', (key) => {
    const { game, asked } = opened();
    game.ask('act', { action: 'set-status', key });
    expect(asked()).toEqual([]);
  });

  test('without a unit there is no menu, which is said', () => {
    const { game, receive, list } = setUp();
    receive({ unit: null });
    game.run('sonorancad_status');
    expect([list(), JSON.stringify(game.localEvents.at(-1))]).toEqual([
      null,
      expect.stringContaining('not logged in to the CAD'),
    ]);
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
