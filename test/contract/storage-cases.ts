// What any key-value store must do. The cases bring no test library, so that they also run inside the simulator.

import type { Storage } from '../../server/ports.ts';

/** Cases by name; each gets an empty store and throws when something is wrong. */
export const storageCases: Readonly<Record<string, (storage: Storage) => void>> = {
  'is empty at first'(storage) {
    same(storage.entries(''), []);
  },
  'gives back what was set'(storage) {
    storage.set('a', '1');
    storage.set('b', 'ünï 東京 😀 {"x":[1]}');
    same(storage.entries(''), [
      ['a', '1'],
      ['b', 'ünï 東京 😀 {"x":[1]}'],
    ]);
  },
  'replaces a value'(storage) {
    storage.set('a', '1');
    storage.set('a', '2');
    same(storage.entries('a'), [['a', '2']]);
  },
  'finds by prefix, in the order of the keys'(storage) {
    for (const key of ['call:2', 'call:10', 'unit:1', 'call', 'call:1']) storage.set(key, key);
    same(
      storage.entries('call:').map(([key]) => key),
      ['call:1', 'call:10', 'call:2'],
    );
  },
  'deletes, and does not mind when there is nothing'(storage) {
    storage.set('a', '1');
    storage.delete('a');
    storage.delete('b');
    same(storage.entries(''), []);
  },
  'can be changed while it is read'(storage) {
    storage.set('a', '1');
    storage.set('b', '2');
    for (const [key] of storage.entries('')) storage.delete(key);
    same(storage.entries(''), []);
  },
  'can be read very often'(storage) {
    storage.set('a', '1');
    for (let i = 0; i < 200; i += 1) same(storage.entries('').length, 1);
  },
  'keeps an empty value'(storage) {
    storage.set('a', '');
    same(storage.entries(''), [['a', '']]);
  },
  'flushes at any time'(storage) {
    storage.flush();
    storage.set('a', '1');
    storage.flush();
    same(storage.entries(''), [['a', '1']]);
  },
};

function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}, got ${is}`);
}
