import { describe, expect, test } from '@jest/globals';
import type { Announcement } from '../../shared/delivery.ts';
import type { Alerts } from './alerts.ts';
import { splitByAlert, untold } from './split-by-alert.ts';

const ring: Announcement = { kind: 'call-opened', key: '911:1' };
const attached: Announcement = { kind: 'attached', key: '911:1' };
const alert = (announcement: Announcement, ...players: number[]): Alerts[number] => ({
  announcement,
  players: new Set(players),
});

describe('players are split by their alerts', () => {
  const everybody = new Set([1, 2, 3]);

  test.each<[string, Alerts, [string | null, number[]][]]>([
    ['without alerts', [], [[null, [1, 2, 3]]]],
    [
      'an alert for some',
      [alert(ring, 2)],
      [
        ['call-opened', [2]],
        [null, [1, 3]],
      ],
    ],
    ['an alert for all', [alert(ring, 3, 2, 1)], [['call-opened', [3, 2, 1]]]],
    ['the same set', [{ announcement: ring, players: everybody }], [['call-opened', [1, 2, 3]]]],
    ['an alert for others', [alert(ring, 8, 9)], [[null, [1, 2, 3]]]],
    [
      'two alerts',
      [alert(attached, 1), alert(ring, 2)],
      [
        ['attached', [1]],
        ['call-opened', [2]],
        [null, [3]],
      ],
    ],
    [
      'the first one counts',
      [alert(attached, 1), alert(ring, 1, 2, 3)],
      [
        ['attached', [1]],
        ['call-opened', [2, 3]],
      ],
    ],
    [
      'the same set, second',
      [alert(attached, 1), { announcement: ring, players: everybody }],
      [
        ['attached', [1]],
        ['call-opened', [2, 3]],
      ],
    ],
    ['two for the same players', [alert(attached, 1, 2, 3), alert(ring, 1, 2, 3)], [['attached', [1, 2, 3]]]],
  ])('%s', (_, alerts, expected) => {
    const groups = splitByAlert(everybody, alerts);
    expect(groups.map(({ players, announcement }) => [announcement?.kind ?? null, [...players]])).toEqual(
      expected,
    );
  });

  test('nobody is in no group but the empty one', () => {
    expect(splitByAlert(new Set(), [alert(ring, 1)])).toEqual([]);
  });
});

test.each<[string, Alerts, number[], number[]]>([
  ['no alerts', [], [1], []],
  ['everybody was told', [alert(ring, 1, 2)], [1, 2, 3], []],
  ['somebody was not', [alert(attached, 4, 1), alert(ring, 1, 5, 4)], [1, 2], [4, 5]],
])('who is left to be told: %s', (_, alerts, told, expected) => {
  expect([...untold(alerts, new Set(told))]).toEqual(expected);
});
