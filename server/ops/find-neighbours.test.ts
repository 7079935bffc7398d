import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../config/default-config.ts';
import { findNotifiers, findOfficial } from './find-neighbours.ts';

describe('the official resource', () => {
  /** A server with these resources, by author; those whose name begins with `-` do not run. */
  const on = (authors: Readonly<Record<string, string>>) => ({
    names: () => Object.keys(authors),
    isRunning: (name: string) => name in authors && !name.startsWith('-'),
    metadata: (name: string, key: string) => (key === 'author' ? (authors[name] ?? null) : null),
  });

  test.each<[string, Readonly<Record<string, string>>, string, string | null]>([
    ['does not run', { chat: 'Cfx.re', sonorancad: 'us' }, 'sonorancad', null],
    ['runs under its name, beside us in another folder', { sonorancad: 'x' }, 'cad_listener', 'sonorancad'],
    [
      'runs under another name',
      { sonorancad: 'us', sonorancad_old: 'Sonoran CAD' },
      'sonorancad',
      'sonorancad_old',
    ],
    ['is there, but stopped', { sonorancad: 'us', '-sonorancad_old': 'Sonoran CAD' }, 'sonorancad', null],
    ['is not a resource of the same author that is no CAD', { tablet: 'Sonoran CAD' }, 'sonorancad', null],
    ['is not us', { sonorancad: 'Sonoran CAD' }, 'sonorancad', null],
  ])('%s', (_, authors, own, expected) => expect(findOfficial(on(authors), own)).toBe(expected));
});

describe('notifiers that are named', () => {
  const find = (notify: object, running: readonly string[] = []) =>
    findNotifiers({ ...defaultConfig.notify, ...notify }, (name) => running.includes(name)).map(
      ({ name, lacks }) => (lacks === null ? name : `${name} without ${lacks}`),
    );

  test.each<[string, object, string[], string[]]>([
    ['auto takes nothing', { order: ['auto'] }, [], ['auto']],
    ['neither do our own cards and the feed', { order: ['cards', 'feed'] }, [], ['cards', 'feed']],
    ['one that runs', { order: ['ox_lib'] }, ['ox_lib'], ['ox_lib']],
    ['one that does not', { order: ['qbox', 'auto'] }, [], ['qbox without qbx_core', 'auto']],
    [
      'for one kind of alert alone',
      { kinds: { panic: ['esx', 'chat'], note: 'none' } },
      ['chat'],
      ['auto', 'esx without esx_notify', 'chat'],
    ],
    [
      'an own one without a resource',
      { order: ['custom'] },
      [],
      ['custom without a resource and an export under notify.custom'],
    ],
    ['an own one', { order: ['custom'], custom: { resource: 'mine', export: 'show' } }, ['mine'], ['custom']],
  ])('%s', (_, notify, running, expected) => expect(find(notify, running)).toEqual(expected));
});
