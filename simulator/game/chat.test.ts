import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

const line = (message: unknown) => {
  rig.game.onChatEvent('chat:addMessage', [message]);
  return rig.game.chat.at(-1);
};

describe('chat:addMessage', () => {
  test('takes a string, one argument, or author and text', () => {
    expect(line('hello')).toMatchObject({ author: null, text: 'hello', args: ['hello'], at: 1_000_000 });
    expect(line({ args: ['alone'] })).toMatchObject({ author: null, text: 'alone' });
    expect(
      line({ args: ['Dispatch', '^1Fire'], color: [255, 0, 0], multiline: true, mode: '_global' }),
    ).toEqual({
      author: 'Dispatch',
      text: '^1Fire',
      args: ['Dispatch', '^1Fire'],
      color: [255, 0, 0],
      multiline: true,
      template: null,
      templateId: null,
      mode: '_global',
      at: 1_000_000,
    });
    expect(line({ args: ['a'], template: '<b>{0}</b>', templateId: 't' })).toMatchObject({
      template: '<b>{0}</b>',
      templateId: 't',
    });
    expect(rig.problems).toEqual([]);
  });

  test.each([
    [undefined, 'takes a string or an object'],
    [['a', 'b'], 'takes a string or an object'],
    [{}, 'args must be an array of strings'],
    [{ args: 'text' }, 'args must be an array of strings'],
    [{ args: [1] }, 'args must be an array of strings'],
    [{ args: ['x'], color: 'red' }, 'color must be [r, g, b]'],
  ])('finds fault with %j', (message, fault) => {
    line(message);
    expect(rig.takeProblems()).toEqual([expect.stringContaining(fault)]);
  });
});

test('the older event and messages of the server', () => {
  rig.game.onChatEvent('chatMessage', ['Ada', [1, 2, 3], 'hi']);
  rig.game.onChatEvent('chatMessage', ['', null, 'alone']);
  rig.game.onChatEvent('__cfx_internal:serverPrint', ['printed']);
  expect(rig.game.chat).toMatchObject([
    { author: 'Ada', text: 'hi', color: [1, 2, 3] },
    { author: null, text: 'alone', color: null },
    { text: 'printed', templateId: 'print' },
  ]);
  rig.game.onChatEvent('chat:clear', []);
  rig.game.onChatEvent('chat:addMode', [{}]);
  expect(rig.game.chat).toEqual([]);
});

test('suggestions are added, replaced and removed', () => {
  rig.game.onChatEvent('chat:addSuggestion', ['/cad', 'Opens the CAD', [{ name: 'call', help: 'Number' }]]);
  rig.game.onChatEvent('chat:addSuggestions', [
    [
      { name: '/panic', help: '' },
      { name: '/cad', help: 'New' },
    ],
  ]);
  expect([...rig.game.suggestions]).toEqual([
    ['/cad', { help: 'New', params: [] }],
    ['/panic', { help: '', params: [] }],
  ]);
  rig.game.onChatEvent('chat:removeSuggestion', ['/cad']);
  rig.game.onChatEvent('chat:addSuggestion', ['noslash']);
  rig.game.onChatEvent('chat:addSuggestion', [5]);
  expect([...rig.game.suggestions.keys()]).toEqual(['/panic', 'noslash']);
  expect(rig.takeProblems()).toEqual([
    expect.stringContaining('noslash shows for no command'),
    expect.stringContaining('the name must be a string'),
  ]);
});
