import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createTranslate } from '../../shared/locale.ts';
import type { NotifySettings } from '../../shared/notify.ts';
import { makeCallView } from '../../test/support/calls.ts';
import { createFakeGame } from '../../test/support/fake-game.ts';
import { makeNotifySettings } from '../../test/support/notify-settings.ts';
import type { Alert } from './alert.ts';
import { createAlerts } from './alerts.ts';

const translate = createTranslate(JSON.parse(readFileSync('locales/en.json', 'utf8')));

function setUp(settings: Partial<NotifySettings> | null = {}, playerChoice = 'auto') {
  const game = createFakeGame();
  const state = { isReady: true };
  const cards: Alert[] = [];
  const alerts = createAlerts({
    ...game,
    translate,
    warn: game.resource.warn,
    settings: () => settings && makeNotifySettings(settings),
    playerChoice: () => playerChoice,
    cards: { name: 'cards', isAvailable: () => state.isReady, show: (alert) => cards.push(alert) },
    factsOf: () => ({ distance: '850 m' }),
  });
  const run = (...resources: string[]) => {
    for (const resource of resources)
      game.running.set(resource, { notify: () => null, Alert: () => null, mine: () => null });
  };
  return { game, state, cards, alerts, run };
}

const panic = { kind: 'panic', ident: 1, unit: 'U-1' } as const;
const tone = { kind: 'tone', url: 'https://x/y' } as const;

describe('alerts', () => {
  test('are shown by the cards, with the call they are about', () => {
    const { alerts, cards, game } = setUp();
    alerts.show({ kind: 'call-opened', key: '911:302' }, makeCallView());
    expect(cards).toEqual([expect.objectContaining({ title: '911 call #302', key: '911:302' })]);
    expect(cards[0]?.text).toContain('(850 m)');
    expect([game.posts, game.warnings]).toEqual([[], []]);
  });

  test('go to the feed while the page is not ready', () => {
    const { alerts, state, cards, game } = setUp();
    state.isReady = false;
    alerts.show(panic, undefined);
    state.isReady = true;
    alerts.show(panic, undefined);
    expect([game.posts.length, cards.length]).toEqual([1, 1]);
  });

  test('are shown before the settings have come', () => {
    const { alerts, cards } = setUp(null);
    alerts.show(panic, undefined);
    expect(cards).toHaveLength(1);
  });

  test('follow the order for their kind, or the general one', () => {
    const { alerts, run, game } = setUp({ order: ['okokNotify'], kinds: { panic: ['ox_lib'], tone: [] } });
    run('okokNotify', 'ox_lib');
    alerts.show(panic, undefined);
    alerts.show(tone, undefined);
    alerts.show({ kind: 'status', status: 'BUSY' }, undefined);
    expect(game.exportCalls.map(([resource]) => resource)).toEqual(['ox_lib', 'okokNotify']);
  });

  test('stay for as long as the owner says', () => {
    const { alerts, cards } = setUp({ seconds: { panic: 60 } });
    alerts.show(panic, undefined);
    alerts.show(tone, undefined);
    expect(cards.map(({ seconds }) => seconds)).toEqual([60, 4]);
  });

  test('go to an export of the owner first, once it is named', () => {
    const { alerts, run, game, cards } = setUp({ custom: { resource: 'my_hud', export: 'mine' } });
    run('my_hud');
    alerts.show(panic, undefined);
    expect(game.exportCalls).toEqual([['my_hud', 'mine', expect.objectContaining({ title: 'PANIC' })]]);
    expect(cards).toEqual([]);
  });
});

describe("a player's choice", () => {
  test.each<[string, Partial<NotifySettings>, string, string[]]>([
    ['comes first', {}, 'ox_lib', ['ox_lib']],
    ['comes before the order for a kind', { kinds: { panic: ['okokNotify'] } }, 'ox_lib', ['ox_lib']],
    ['falls back to the owner’s order', { order: ['okokNotify'] }, 'pNotify', ['okokNotify']],
    ['does not count when it is not allowed', { allowPlayerChoice: false }, 'ox_lib', ['cards']],
    ['cannot bring back what the owner does not want', { kinds: { panic: [] } }, 'ox_lib', []],
  ])('%s', (_, settings, choice, expected) => {
    const { alerts, run, game, cards } = setUp(settings, choice);
    run('ox_lib', 'okokNotify');
    alerts.show(panic, undefined);
    const shownBy = [...game.exportCalls.map(([resource]) => resource), ...cards.map(() => 'cards')];
    expect(shownBy).toEqual(expected);
  });

  test('is offered among what can be used', () => {
    const { alerts, run, state } = setUp();
    run('okokNotify', 'chat');
    state.isReady = false;
    expect(alerts.choices()).toEqual(['auto', 'okokNotify', 'chat', 'feed']);
  });

  test('is not offered when it is not allowed', () => {
    expect(setUp({ allowPlayerChoice: false }).alerts.choices()).toEqual([]);
  });
});
