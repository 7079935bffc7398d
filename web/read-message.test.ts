import { describe, expect, test } from '@jest/globals';
import type { ScreenMessage } from '../shared/screen.ts';
import {
  callCard,
  cards,
  HERE,
  list,
  messageCard,
  panic,
  row,
  setup,
  unit,
} from '../test/browser/screens.ts';
import { readMessage } from './read-message.ts';

const detail = {
  call: callCard().call,
  priority: { level: 'low', label: '' },
  isMine: true,
  isRouted: false,
  response: { state: 'failed', reason: 'busy' },
  actions: ['respond'],
  note: { state: 'pending' },
} as const;

const GOOD: readonly (readonly [string, ScreenMessage])[] = [
  ['a setup', setup()],
  ['a setup without a minimap', setup({ frame: { safeZone: 0.9, minimap: null } })],
  ['cards of both kinds', cards(callCard({ time: { left: 1, of: 2 } }), messageCard())],
  ['no cards', cards()],
  ['panics', { type: 'panics', panics: [panic(), panic({ position: null, actions: ['route'] })] }],
  ['a list', list({ rows: [row(1), row(2, { number: null, position: null })], unit: unit(1, 'A', 'B') })],
  ['a list with a call opened up', list({ detail })],
  [
    'a list with the menu of statuses',
    list({ menu: { statuses: [{ index: 2, label: 'Busy' }], selected: 2 } }),
  ],
  ['a closed list', { type: 'list', list: null, now: 5 }],
  ['where the player is', HERE],
  ['the panel', { type: 'panel', isOpen: true }],
  ['the alarm', { type: 'sound', sound: 'panic', volume: 1 }],
  ['a tone', { type: 'sound', sound: 'tone', url: 'https://a.example/b.ogg', volume: 0.2, seconds: 8 }],
  ['silence', { type: 'silence' }],
  ['hiding', { type: 'hide', isHidden: true }],
];

test.each(GOOD)('%s is read as it is', (_, message) => {
  const received: unknown = JSON.parse(JSON.stringify(message));
  expect(readMessage(received)).toEqual(message);
});

/** Every value that can be reached in `value`, with a way to put another in its place. */
function* places(
  value: unknown,
): Generator<{ readonly path: string; readonly put: (other: unknown) => void }> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    yield { path: name, put: (other) => (holder[name] = other) };
    for (const inner of places(holder[name])) yield { ...inner, path: `${name}.${inner.path}` };
  }
}

describe('a message with one value of another kind is none', () => {
  const copy = (message: ScreenMessage) => JSON.parse(JSON.stringify(message)) as ScreenMessage;
  // A function is no value of any field.
  const wrong = () => undefined;

  test.each(GOOD)('%s', (_, message) => {
    const paths = [...places(copy(message))].map(({ path }) => path);
    for (const [index, path] of paths.entries()) {
      const broken = copy(message);
      [...places(broken)][index]?.put(wrong);
      expect([path, readMessage(broken)]).toEqual([path, null]);
    }
    expect(paths.length).toBeGreaterThan(0);
  });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['text', 'setup'],
  ['a list', []],
  ['a message of the game', { type: 'poll' }],
  ['a message without a type', { isOpen: true }],
  ['a name that every object has', { type: 'constructor' }],
  ['a volume that is too loud', { type: 'sound', sound: 'panic', volume: 3 }],
  ['a place that is no number', { type: 'here', x: Number.NaN, y: 0, heading: 0 }],
  ['a failure without a reason', cards(callCard({ response: { state: 'failed' } as never }))],
])('%s is no message', (_, value) => {
  expect(readMessage(value)).toBeNull();
});
