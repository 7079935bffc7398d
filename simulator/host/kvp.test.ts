import { describe, expect, test } from '@jest/globals';
import { createKvp, createKvpStore } from './kvp.ts';

test('rows belong to a resource name and outlive the server', () => {
  const store = createKvpStore();
  createKvp(store).set('cad', 'a', { type: 'string', value: 'x' }, true);
  const next = createKvp(store);
  expect(next.getString('cad', 'a')).toBe('x');
  expect(next.getString('renamed', 'a')).toBeNull();
});

describe('types', () => {
  const kvp = createKvp(createKvpStore());
  kvp.set('cad', 'text', { type: 'string', value: '5' }, true);
  kvp.set('cad', 'int', { type: 'int', value: 5 }, true);
  kvp.set('cad', 'float', { type: 'float', value: 1.5 }, true);
  test.each([
    ['getString', 'text', '5'],
    ['getString', 'none', null],
    ['getString', 'int', Error],
    ['getInt', 'int', 5],
    ['getInt', 'text', Error],
    ['getInt', 'float', Error],
    ['getFloat', 'float', 1.5],
    ['getFloat', 'int', 5],
    ['getFloat', 'text', Error],
    ['getInt', 'none', null],
  ] as const)('%s of %s', (read, key, expected) => {
    if (expected === Error) expect(() => kvp[read]('cad', key)).toThrow('std::bad_cast');
    else expect(kvp[read]('cad', key)).toBe(expected);
  });
});

test('writes are counted by how they reach the disk', () => {
  const store = createKvpStore();
  const kvp = createKvp(store);
  kvp.set('cad', 'a', { type: 'int', value: 1 }, true);
  kvp.set('cad', 'a', { type: 'int', value: 2 }, false);
  kvp.delete('cad', 'a', false);
  kvp.flush();
  expect(store.stats).toEqual({ sync: 1, noSync: 2, flushes: 1 });
});

describe('walking', () => {
  const walk = (keys: string[], prefix: string) => {
    const kvp = createKvp(createKvpStore());
    for (const key of keys) kvp.set('cad', key, { type: 'int', value: 1 }, true);
    kvp.set('cadx', 'call:9', { type: 'int', value: 1 }, true);
    const handle = kvp.find('cad', prefix);
    const found: string[] = [];
    for (let key = kvp.next(handle); key !== null; key = kvp.next(handle)) found.push(key);
    return found;
  };

  test.each([
    [
      'a prefix, in byte order',
      ['call:2', 'call:10', 'unit:1', 'call:1'],
      'call:',
      ['call:1', 'call:10', 'call:2'],
    ],
    ['everything', ['b', 'a'], '', ['a', 'b']],
    ['letters beyond ASCII by their bytes', ['\u{1f600}', '\uffee', 'z'], '', ['z', '\uffee', '\u{1f600}']],
    ['nothing', ['a'], 'x', []],
  ])('%s', (_name, keys, prefix, found) => {
    expect(walk(keys, prefix)).toEqual(found);
  });

  test('sees the keys there were when it began', () => {
    const kvp = createKvp(createKvpStore());
    kvp.set('cad', 'a', { type: 'int', value: 1 }, true);
    const handle = kvp.find('cad', '');
    kvp.set('cad', 'b', { type: 'int', value: 1 }, true);
    kvp.delete('cad', 'a', true);
    expect([kvp.next(handle), kvp.next(handle)]).toEqual(['a', null]);
  });

  test('has 64 handles for the whole server', () => {
    const kvp = createKvp(createKvpStore());
    const handles = Array.from({ length: 64 }, () => kvp.find('cad', ''));
    expect(handles).toEqual(Array.from({ length: 64 }, (_, i) => i));
    expect(kvp.find('other', '')).toBe(-1);
    kvp.end(5);
    expect(kvp.find('other', '')).toBe(5);
  });

  test('is fatal on a closed handle, and nothing on an impossible one', () => {
    const kvp = createKvp(createKvpStore());
    expect(() => kvp.next(3)).toThrow('closed handle');
    expect(kvp.next(-1)).toBeNull();
    expect(kvp.next(64)).toBeNull();
    kvp.end(99);
  });
});
