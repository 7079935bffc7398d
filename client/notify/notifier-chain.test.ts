import { describe, expect, test } from '@jest/globals';
import type { Alert, Notifier } from './alert.ts';
import { createNotifierChain } from './notifier-chain.ts';

const alert: Alert = {
  kind: 'panic',
  title: 'PANIC',
  subtitle: 'U-1',
  text: '',
  tone: 'danger',
  seconds: 20,
  call: null,
  key: null,
};

type How = 'works' | 'stopped' | 'throws' | 'broken';

function setUp(how: Readonly<Record<string, How>>, choice: readonly string[] | null, feedHow: How = 'works') {
  const state = { ...how };
  const shown: string[] = [];
  const warnings: string[] = [];
  const notifier = (name: string, now: () => How | undefined): Notifier => ({
    name,
    isAvailable() {
      if (now() === 'broken') throw new Error('no answer');
      return now() !== 'stopped';
    },
    show() {
      if (now() === 'throws') throw new Error('no such export');
      shown.push(name);
    },
  });
  const chain = createNotifierChain({
    notifiers: Object.keys(how).map((name) => notifier(name, () => state[name])),
    lastResort: notifier('feed', () => feedHow),
    choiceFor: () => choice,
    warn: (line) => warnings.push(line),
  });
  return { state, shown, warnings, show: () => chain.show(alert) };
}

describe('a chain', () => {
  test.each<[string, Record<string, How>, string[], string[]]>([
    ['takes the first that can be used', { cards: 'works', ox_lib: 'works' }, ['auto'], ['cards']],
    ['passes over what does not run', { cards: 'stopped', ox_lib: 'works' }, ['auto'], ['ox_lib']],
    ['passes over what throws', { cards: 'throws', ox_lib: 'works' }, ['auto'], ['ox_lib']],
    [
      'passes over what cannot say whether it runs',
      { cards: 'broken', chat: 'works' },
      ['cards', 'chat'],
      ['chat'],
    ],
    ['follows the order that was chosen', { cards: 'works', chat: 'works' }, ['chat', 'cards'], ['chat']],
    ['has auto in any place', { chat: 'stopped', ox_lib: 'works' }, ['chat', 'auto'], ['ox_lib']],
    ['does not use the chat by itself', { chat: 'works' }, ['auto'], ['feed']],
    ['ends at the feed', { cards: 'throws', ox_lib: 'stopped' }, ['cards', 'ox_lib'], ['feed']],
    ['may begin with the feed', { cards: 'works' }, ['feed'], ['feed']],
    ['passes over names that mean nothing', { cards: 'works' }, ['nonsense', 'cards'], ['cards']],
  ])('%s', (_, how, choice, expected) => {
    const { show, shown } = setUp(how, choice);
    show();
    expect(shown).toEqual(expected);
  });

  test('shows nothing of a kind that is not wanted', () => {
    const { show, shown } = setUp({ cards: 'works' }, null);
    show();
    expect(shown).toEqual([]);
  });

  test('warns once per notifier, not per alert', () => {
    const { show, warnings } = setUp({ okokNotify: 'stopped', pNotify: 'throws', esx: 'stopped' }, [
      'okokNotify',
      'auto',
    ]);
    show();
    show();
    expect(warnings).toEqual([
      expect.stringMatching(/okokNotify: it is not running/),
      expect.stringMatching(/pNotify: no such export/),
    ]);
  });

  test('goes back to a notifier that works again', () => {
    const { state, show, shown } = setUp({ ox_lib: 'works' }, ['auto']);
    show();
    state.ox_lib = 'stopped';
    show();
    state.ox_lib = 'works';
    show();
    expect(shown).toEqual(['ox_lib', 'feed', 'ox_lib']);
  });

  test('asks nobody twice for one alert', () => {
    const { show, shown, warnings } = setUp({ ox_lib: 'throws' }, ['ox_lib', 'auto', 'ox_lib']);
    show();
    expect([shown, warnings.length]).toEqual([['feed'], 1]);
  });

  test('does not throw when even the feed does', () => {
    const { show, warnings } = setUp({}, ['auto'], 'throws');
    show();
    expect(warnings).toEqual([expect.stringMatching(/feed: no such export/)]);
  });
});
