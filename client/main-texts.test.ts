// What a client tells, and what it makes of texts that somebody typed.

import { describe, expect, test } from '@jest/globals';
import type { Announcement } from '../shared/delivery.ts';
import { makeCallView } from '../test/support/calls.ts';
import { names, settings, setUp } from '../test/support/client-rig.ts';

describe('a client', () => {
  test.each<[string, Announcement, string, string, string[]]>([
    [
      'a dispatch call',
      { kind: 'call-dispatched', key: '911:302' },
      '#302 10-31 Burglary',
      'New call',
      ['Sinner St / Atlee St (1.1 km)', 'Two men breaking into a parked van'],
    ],
    [
      'being attached',
      { kind: 'attached', key: '911:302' },
      '#302 10-31 Burglary',
      'You are attached',
      ['Sinner St / Atlee St (1.1 km)', 'Two men breaking into a parked van'],
    ],
    [
      'a note',
      { kind: 'note', key: '911:302', label: 'DISP', content: '~r~50%' },
      '#302 10-31 Burglary',
      'Note',
      ['DISP: -r-50%'],
    ],
    [
      'a raised priority',
      { kind: 'priority', key: '911:302' },
      '#302 10-31 Burglary',
      'Priority raised',
      ['Sinner St / Atlee St (1.1 km)'],
    ],
    [
      'being detached',
      { kind: 'detached', key: 'dispatch:5', call: { number: 5, title: 'Stop', address: '' } },
      '#5 Stop',
      'You are detached',
      [],
    ],
    [
      'a closed call',
      { kind: 'closed', key: 'dispatch:5', call: { number: 5, title: '<b>', address: 'Alta' } },
      '#5 (b)',
      'Call closed',
      ['Alta'],
    ],
    ['a status', { kind: 'status', status: 'BUSY' }, 'Your status', 'BUSY', []],
    ['a panic', { kind: 'panic', ident: 1, unit: 'U-1' }, 'PANIC', 'U-1', ['An officer needs help.']],
    [
      'the end of a panic',
      { kind: 'panic-over', ident: 1, unit: 'U-1' },
      'PANIC',
      'U-1',
      ['The panic is over.'],
    ],
    ['a tone', { kind: 'tone', url: 'https://x/y' }, 'Tone from dispatch', '', []],
    [
      'a station alert',
      { kind: 'station', stations: ['A', 'B'], message: 'Fire', tone: '', audio: '' },
      'Station alert',
      'A, B',
      ['Fire'],
    ],
    ['a pager', { kind: 'pager', nature: 'Emergency', body: 'Fire' }, 'Pager', 'Emergency', ['Fire']],
  ])('tells of %s', (_, announcement, sender, subject, body) => {
    const { game, receive } = setUp();
    const call = makeCallView({ stage: 'dispatch', code: '10-31', title: 'Burglary' });
    receive({ reset: true, settings, calls: [call] });
    receive({ announce: [announcement] });
    expect(game.posts).toEqual([{ sender, subject, body }]);
  });

  test('passes over announcements it does not know, and calls it does not have', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings });
    receive({ announce: [{ kind: 'fireworks' }, { kind: 'attached', key: '911:9' }] });
    expect([game.posts, game.warnings]).toEqual([[], []]);
  });

  test('shows hostile text without its markup', () => {
    const { game, receive } = setUp();
    const call = makeCallView({
      caller: '~r~<b>N',
      address: '<img src=x>~n~',
      description: '~h~'.repeat(200),
    });
    receive({ reset: true, settings, calls: [call], announce: [{ kind: 'call-opened', key: call.key }] });
    expect(JSON.stringify(game.posts) + names(game).join()).not.toMatch(/[~<>]/);
  });

  test('keeps a long blip name within a text component', () => {
    const { game, receive } = setUp();
    receive({ reset: true, settings, calls: [makeCallView({ address: '東京'.repeat(100) })] });
    expect(Buffer.byteLength(names(game)[0] ?? '')).toBeLessThanOrEqual(99);
  });
});
