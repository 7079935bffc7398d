import { describe, expect, test } from '@jest/globals';
import type { Announcement } from '../shared/delivery.ts';
import { makeClientSettings } from '../test/support/client-settings.ts';
import { call, mine, setUp } from '../test/support/client-stage.ts';

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

  test('a card that waits goes with its call, and does not come up to say that it is over', () => {
    const { receive, announce, ids, last } = setUp({ cards: { ...makeClientSettings().cards, max: 1 } });
    announce(call(1));
    announce(call(2));
    receive({ gone: ['911:1'] });
    expect([ids(), last('cards')?.more]).toEqual([['911:2'], 0]);
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
