import { describe, expect, test } from '@jest/globals';
import { ANSWER_EVENT, REQUEST_EVENT } from '../shared/requests.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { call, mine, OWN, setUp } from '../test/support/client-stage.ts';

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

  test.each([
    ['sonorancad_respond', true, 'There is no such call.'],
    ['cad route', true, 'There is no such call.'],
    ['cad respond', false, 'You are not on duty.'],
  ])('%s without a call says why nothing happens', (line, isOnDuty, expected) => {
    const { game, receive } = setUp();
    receive({ reset: true, isOnDuty });
    const before = said(game).length;
    game.run(line);
    expect(said(game).slice(before).join()).toContain(expected);
    expect(asked(game)).toEqual([]);
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
    receive({
      unit: { ...OWN, isPanic: true },
      panics: [{ ident: OWN.ident, unit: OWN.unitNum, position: null }],
    });
    game.run('sonorancad_panic');
    expect(asked(game)).toMatchObject([{ request: { action: 'panic', isPanic: false } }]);
  });

  test('the panic button raises a new panic when the old one is not shown any more', () => {
    const { game, receive } = setUp();
    receive({ unit: { ...OWN, isPanic: true } });
    game.run('sonorancad_panic');
    expect(asked(game)).toMatchObject([{ request: { action: 'panic', isPanic: true } }]);
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
