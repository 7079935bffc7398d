import { describe, expect, test } from '@jest/globals';
import { ANSWER_EVENT, REQUEST_EVENT } from '../shared/requests.ts';
import { call, mine, setUp } from '../test/support/client-stage.ts';

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

  test('an opened call that is over makes way for the list, not for another call', () => {
    const { game, receive, list } = filled();
    game.run('cad list');
    game.ask('act', { action: 'open', key: '911:4' });
    game.ask('typing', { isTyping: true });
    receive({ gone: ['911:4'] });
    expect([list()?.detail, list()?.selected, game.player.isTyping]).toEqual([null, '911:3', false]);
    game.ask('act', { action: 'back' });
    expect(list()).toBeNull();
  });

  test('an opened call stays when it does not pass the filter any more, and keys are about it', () => {
    const { game, receive, list } = filled();
    game.run('cad list');
    game.ask('act', { action: 'filter', key: '911' });
    game.ask('act', { action: 'open', key: '911:1' });
    receive({ calls: [call(1, { stage: 'dispatch', dispatchId: 501 })] });
    game.run('sonorancad_route');
    expect(list()?.rows.map(({ key }) => key)).toEqual(['911:2']);
    expect(list()?.detail).toMatchObject({ call: { key: '911:1' }, isRouted: true });
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
