import { beforeEach, describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import type { TestGame } from './test-support.ts';
import { testGame } from './test-support.ts';

let rig: TestGame;
beforeEach(() => {
  rig = testGame();
});

/** Posts components under a label and gives what the feed shows. */
function post(label: string, ...components: string[]): string | undefined {
  rig.call('BeginTextCommandThefeedPost', label);
  for (const component of components) rig.call('AddTextComponentSubstringPlayerName', component);
  rig.call('EndTextCommandThefeedPostTicker', false, true);
  return rig.game.feed.at(-1)?.text;
}

describe('a text', () => {
  test('fills the placeholders of its label', () => {
    expect(post('STRING', 'hello')).toBe('hello');
    expect(post('CELL_EMAIL_BCON', 'a', 'b', 'c')).toBe('abc');
    expect(post('jamyfafi', 'the same', ' hash')).toBe('the same hash');
    rig.call('AddTextEntry', 'CAD_CALL', 'Call ~a~ at ~a~: ~1~ units');
    rig.call('BeginTextCommandThefeedPost', 'cad_call');
    rig.call('AddTextComponentInteger', 3);
    rig.call('AddTextComponentSubstringPlayerName', '911 ~a~');
    rig.call('AddTextComponentSubstringTextLabel', 'DTVINE');
    rig.call('EndTextCommandThefeedPostTicker', false, true);
    expect(rig.game.feed.at(-1)?.text).toBe('Call 911 ~a~ at Downtown Vinewood: 3 units');
    expect(rig.problems).toEqual([]);
  });

  test('takes placeholders out of order', () => {
    rig.call('AddTextEntry', 'SWAPPED', '~a_1~ then ~a_0~');
    expect(post('SWAPPED', 'a', 'b')).toBe('b then a');
  });

  test('has a label of its own without components', () => {
    rig.call('AddTextEntry', '0x1234', 'by hash');
    rig.call('AddTextEntryByHash', 0x5678, 'by number');
    expect(post('0x1234')).toBe('by hash');
    expect(rig.call('GetLabelText', '0x5678')).toBe('by number');
    expect(rig.problems).toEqual([]);
  });

  test('is the same under the old names', () => {
    rig.call('SetNotificationTextEntry', 'STRING');
    rig.call('AddTextComponentString', 'old');
    rig.call('DrawNotification', true, false);
    expect(rig.game.feed).toMatchObject([{ text: 'old', important: true, showInBrief: false }]);
  });
});

describe('a problem is', () => {
  test.each([
    [
      'a second component of STRING',
      () => post('STRING', 'a', 'b'),
      [
        'text: AddTextComponentSubstringPlayerName: label STRING has room for 1 of "~a~": this one is not shown',
      ],
    ],
    [
      'an eleventh component of CELL_EMAIL_BCON',
      () => post('CELL_EMAIL_BCON', ...'abcdefghijk'),
      [expect.stringContaining('has room for 10')],
    ],
    [
      'a number where the label has none',
      () => {
        rig.call('BeginTextCommandThefeedPost', 'STRING');
        rig.call('AddTextComponentInteger', 1);
        rig.call('EndTextCommandThefeedPostTicker', false, false);
      },
      [expect.stringContaining('has room for 0 of "~1~"')],
    ],
    [
      'a label that does not exist',
      () => post('NO_SUCH_LABEL'),
      ['text: BeginTextCommandThefeedPost: label NO_SUCH_LABEL does not exist: the game shows NULL'],
    ],
    [
      'a component outside of a text',
      () => rig.call('AddTextComponentSubstringPlayerName', 'x'),
      [expect.stringContaining('no text was begun: this component goes nowhere')],
    ],
    [
      'an end without a beginning',
      () => rig.call('EndTextCommandThefeedPostTicker', false, false),
      ['text: EndTextCommandThefeedPostTicker: no text was begun'],
    ],
    [
      'an end of another kind',
      () => {
        rig.call('BeginTextCommandSetBlipName', 'STRING');
        rig.call('EndTextCommandThefeedPostTicker', false, false);
      },
      ['text: EndTextCommandThefeedPostTicker: ends a text begun by BeginTextCommandSetBlipName'],
    ],
    [
      'a beginning before the end of another',
      () => {
        rig.call('BeginTextCommandPrint', 'STRING');
        rig.call('BeginTextCommandThefeedPost', 'STRING');
        rig.call('EndTextCommandThefeedPostTicker', false, false);
      },
      ['text: BeginTextCommandThefeedPost: BeginTextCommandPrint was not ended: its text is lost'],
    ],
  ])('%s', (_, run, expected) => {
    run();
    expect(rig.takeProblems()).toEqual(expected);
  });

  test('a component of more than 99 bytes, which is cut there', () => {
    expect(post('STRING', 'ä'.repeat(49))).toBe('ä'.repeat(49));
    expect(rig.problems).toEqual([]);
    expect(post('STRING', 'x'.repeat(150))).toBe('x'.repeat(99));
    expect(rig.takeProblems()).toEqual([
      expect.stringContaining('a component of 150 bytes, the longest is 99'),
    ]);
  });
});

test('text cut into components of 99 bytes comes out whole', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900, unit: fc.constantFrom(...'abc ~<>') }), (text) => {
      const pieces = text.match(/.{1,99}/gs) ?? [''];
      expect(post('CELL_EMAIL_BCON', ...pieces)).toBe(text);
      expect(rig.takeProblems()).toEqual([]);
    }),
  );
});

describe('labels', () => {
  test('of a stopped resource give way to those of others', () => {
    rig.callAs('other', 'AddTextEntry', 'SHARED', 'other');
    rig.call('AddTextEntry', 'SHARED', 'first');
    rig.call('AddTextEntry', 'SHARED', 'second');
    expect(rig.call('GetLabelText', 'shared')).toBe('second');
    rig.game.onResourceStop('cad');
    expect(rig.call('GetLabelText', 'SHARED')).toBe('other');
    rig.game.onResourceStop('other');
    expect(rig.call('GetLabelText', 'SHARED')).toBe('NULL');
    expect(rig.call('DoesTextLabelExist', 'SHARED')).toBe(false);
  });

  test('of zones are known to the game', () => {
    const zone = rig.call('GetNameOfZone', 300, 150, 100);
    expect([zone, rig.call('GetLabelText', zone)]).toEqual(['DTVINE', 'Downtown Vinewood']);
  });
});

test('a text left open by a stopped resource is dropped', () => {
  rig.call('BeginTextCommandPrint', 'STRING');
  rig.game.onResourceStop('cad');
  rig.callAs('other', 'BeginTextCommandPrint', 'STRING');
  rig.callAs('other', 'AddTextComponentSubstringPlayerName', 'shown');
  rig.callAs('other', 'EndTextCommandPrint', 2000, true);
  expect(rig.problems).toEqual([]);
  expect(rig.game.subtitles).toEqual([{ text: 'shown', duration: 2000, at: 1_000_000 }]);
});

test('help texts and drawn texts', () => {
  rig.call('BeginTextCommandDisplayHelp', 'STRING');
  rig.call('AddTextComponentSubstringKeyboardDisplay', 'Press ~INPUT_CONTEXT~');
  rig.call('EndTextCommandDisplayHelp', 0, false, true, -1);
  rig.call('SetTextEntry', 'STRING');
  rig.call('AddTextComponentString', 'drawn');
  rig.call('DrawText', 0.5, 0.5);
  expect(rig.game.helpTexts).toEqual([
    { text: 'Press ~INPUT_CONTEXT~', loop: false, beep: true, duration: -1, at: 1_000_000 },
  ]);
  expect(rig.game.draws).toBe(1);
  expect(rig.problems).toEqual([]);
});
