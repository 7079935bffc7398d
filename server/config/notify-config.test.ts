import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../test/support/load-config.ts';
import { makeNotifySettings } from '../../test/support/notify-settings.ts';
import { toNotifySettings } from './notify-config.ts';

const load = (notify: unknown) => {
  const { config, problems } = loadConfig(JSON.stringify({ notify }));
  return { settings: toNotifySettings(config.notify), problems };
};

describe('notify', () => {
  test.each([
    ['nothing', {}, {}],
    ['an order', { order: ['okokNotify', 'auto'] }, { order: ['okokNotify', 'auto'] }],
    [
      'an order for single kinds, or none',
      { kinds: { panic: 'cards', tone: 'none', note: ['chat', 'feed'] } },
      { kinds: { panic: ['cards'], tone: [], note: ['chat', 'feed'] } },
    ],
    ['seconds', { seconds: { panic: 30 } }, { seconds: { panic: 30 } }],
    [
      'an export',
      { custom: { resource: 'my_hud', export: 'alert' } },
      { custom: { resource: 'my_hud', export: 'alert' } },
    ],
    ['half an export, which is none', { custom: { resource: 'my_hud' } }, {}],
    ['a language and texts', { language: 'de', texts: { a: 'b' } }, { language: 'de', texts: { a: 'b' } }],
  ])('%s', (_, notify, expected) => {
    expect(load(notify)).toEqual({ settings: makeNotifySettings(expected), problems: [] });
  });

  test.each([
    ['a notifier that there is not', { order: ['okokNotfy', 'chat'] }, { order: ['chat'] }],
    [
      'a kind that there is not',
      { kinds: { explosion: 'chat', note: 'chat' } },
      { kinds: { note: ['chat'] } },
    ],
    ['an empty order', { order: [] }, {}],
    ['a language that could be a path', { language: '../config' }, {}],
    ['a text that is none', { texts: { a: 5, b: 'c' } }, { texts: { b: 'c' } }],
  ])('%s is told, and the rest applies', (_, notify, expected) => {
    const { settings, problems } = load(notify);
    expect(settings).toEqual(makeNotifySettings(expected));
    expect(problems).toHaveLength(1);
  });
});
