// The names that server, client and page go by: one that is there twice would mean two things.

import { describe, expect, test } from '@jest/globals';
import { DELIVERY_EVENT, READY_EVENT, SCREEN_EVENT, STREET_EVENT } from './delivery.ts';
import { ALERT_PARTS, ALERT_VALUES, AUTO, AUTO_ORDER, NOTIFIERS } from './notify.ts';
import { ANSWER_EVENT, OUTCOME_CODES, REQUEST_EVENT, UNIT_ACTIONS } from './requests.ts';
import { ANCHORS, DENSITIES, LIST_FILTERS, PAGE_CALLBACKS, PLAYER_ACTIONS } from './screen.ts';

const NET_EVENTS = [DELIVERY_EVENT, READY_EVENT, SCREEN_EVENT, STREET_EVENT, REQUEST_EVENT, ANSWER_EVENT];

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) < index);

test.each<[string, readonly string[]]>([
  ['net events', NET_EVENTS],
  ['notifiers', [AUTO, ...NOTIFIERS]],
  ['notifiers tried by themselves', AUTO_ORDER],
  ['parts of alerts', ALERT_PARTS],
  ['actions of units', UNIT_ACTIONS],
  ['actions of players', PLAYER_ACTIONS],
  ['outcomes', OUTCOME_CODES],
  ['anchors', ANCHORS],
  ['densities', DENSITIES],
  ['filters', LIST_FILTERS],
  ['callbacks of the page', PAGE_CALLBACKS],
  ...Object.entries(ALERT_VALUES).map(([kind, values]): [string, readonly string[]] => [
    `values of the alert ${kind}`,
    values,
  ]),
])('%s have a name each', (_, names) => {
  expect(repeated(names)).toEqual([]);
});

test('net events say whose they are: other resources have events, too', () => {
  expect(NET_EVENTS.filter((name) => !/^sonorancad:[a-z]+$/.test(name))).toEqual([]);
});

describe('notifiers tried by themselves', () => {
  test('are some of those there are, without chat, which nobody asked for', () => {
    expect([...AUTO_ORDER].sort()).toEqual(NOTIFIERS.filter((name) => name !== 'chat').sort());
  });

  test("begin with the owner's own and end with what is always there", () => {
    expect([AUTO_ORDER[0], AUTO_ORDER.at(-1)]).toEqual(['custom', 'feed']);
  });
});
