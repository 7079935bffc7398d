// What a page may ask the client script for, whoever asks and whatever it is.

import { expect, test } from '@jest/globals';
import { PAGE_CALLBACKS, type ScreenMessage } from '../../shared/screen.ts';
import { openPage } from './screen-stage.ts';
import { createSimulatorWorld } from './simulator-world.ts';
import { inWorld, pushCall } from './stage.ts';
import { OFFICER } from './world.ts';

const OK = { ok: true };

test('the page of another resource is refused', async () => {
  const { outcome, problems } = await inWorld(createSimulatorWorld, {}, async (world) => {
    const page = await openPage(world, OFFICER.id);
    await pushCall(world, 1);
    await world.settle();
    const told = () =>
      page.game.messages().filter((message) => (message as ScreenMessage).type !== 'here').length;
    const before = told();
    const answers = [];
    for (const name of PAGE_CALLBACKS) {
      answers.push(await page.game.ask(name, { action: 'open-list' }, 'evil'));
    }
    return { answers, told: told() - before, cards: page.cards().length };
  });
  expect(outcome).toEqual({ answers: PAGE_CALLBACKS.map(() => 'refused'), told: 0, cards: 1 });
  expect(problems).toEqual(
    PAGE_CALLBACKS.map((name) => `nui: strict mode keeps ${name} from the page of evil`),
  );
});

test.each<[string, string, unknown]>([
  ['nothing', 'act', null],
  ['a text', 'act', '"list"'],
  ['a list', 'act', ['list']],
  ['an action that is none', 'act', { action: 'format' }],
  ['an action for commands only', 'act', { action: 'settings' }],
  ['an inherited name', 'act', { action: 'constructor' }],
  ['an action of another type', 'act', { action: { toString: 'list' } }],
  ['a call that is not there', 'act', { action: 'route', key: '911:999' }],
  ['a call with an inherited name', 'act', { action: 'respond', key: '__proto__' }],
  ['a key that is no text', 'act', { action: 'dismiss', key: { a: 1 } }],
  ['a key that is nothing', 'act', { action: 'dismiss', key: null }],
  ['a key without an end', 'act', { action: 'dismiss', key: 'x'.repeat(1_000_000) }],
  ['a panic that is none', 'act', { action: 'route-panic', key: 'NaN' }],
  ['a filter while the list is closed', 'act', { action: 'filter', key: 'mine' }],
  ['a status while the list is closed', 'act', { action: 'set-status', key: '1' }],
  ['a note while the list is closed', 'note', { key: '911:1', text: 'x' }],
  ['a note without an end', 'note', { key: '911:1', text: 'x'.repeat(1_000_000) }],
  ['no note', 'note', null],
  ['typing while nothing is open', 'typing', { isTyping: true }],
  ['typing of another type', 'typing', { isTyping: 'yes' }],
  ['no settings', 'settings', null],
  ['settings that are a list', 'settings', { player: [1, 2], isFinal: true }],
  [
    'settings out of range',
    'settings',
    { player: { scale: 1e9, volume: -1, anchor: 'middle' }, isFinal: true },
  ],
  [
    'settings of other types',
    'settings',
    { player: { scale: '1', isMuted: 'yes', notifier: '<img>', density: null }, isFinal: true },
  ],
])('%s is answered and changes nothing', async (_, name, body) => {
  const { outcome, problems } = await inWorld(createSimulatorWorld, {}, async (world) => {
    const page = await openPage(world, OFFICER.id);
    await pushCall(world, 1);
    await world.settle();
    const look = () => ({
      cards: page.cards(),
      list: page.list(),
      route: page.game.route(),
      focus: page.game.focus().focus,
      player: page.last('setup')?.setup.player,
    });
    const before = look();
    const answer = await page.game.ask(name, body);
    return { answer, before, after: look() };
  });
  expect(outcome.answer).toEqual(OK);
  expect(outcome.after).toEqual(outcome.before);
  expect(outcome.before.cards).toHaveLength(1);
  expect(problems).toEqual([]);
});
