import { describe, expect, test } from '@jest/globals';
import { decode, encode } from '@msgpack/msgpack';
import { fc } from '../../test/support/properties.ts';
import { createPacker } from './pack.ts';

const packer = createPacker();
const { share } = packer;

/** The bytes that count. */
const pack = (value: unknown, { pack } = packer) => {
  const { bytes, size } = pack(value);
  return bytes.subarray(0, size);
};

const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const members = (count: number) => Object.fromEntries(many(count).map((index) => [`m${index}`, index]));

describe('packed', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['yes and no', [true, false]],
    ['whole numbers of every width', [0, 127, 128, 255, 256, 65_535, 65_536, 0x7fffffff, 0xffffffff]],
    ['negative numbers', [-1, -32, -33, -128, -40_000, -0x80000000, -0x80000001]],
    ['numbers beyond 32 bits', [0x100000000, 1_800_000_000_000, Number.MAX_SAFE_INTEGER]],
    ['fractions', [0.1, -979.55, 1e300]],
    ['texts of every width', many(10).map((power) => 'x'.repeat(4 ** power))],
    [
      'texts around the limits',
      [31, 32, 85, 86, 255, 256, 21_845, 65_536].map((length) => 'a'.repeat(length)),
    ],
    ['other alphabets', ['Zoë', '日本'.repeat(20), '👮'.repeat(100), 'é'.repeat(24), 'é'.repeat(25)]],
    ['lists of every width', [[], many(15), many(16), many(70_000)]],
    ['objects of every width', [{}, members(15), members(16), members(70_000)]],
    ['what is nested', [{ a: [{ b: { c: [] } }] }]],
  ])('%s', (_, value) => {
    expect(decode(pack(value))).toEqual(value);
  });

  test('whatever it is, as the package packs it', () => {
    // The package packs this name, too, but reads nothing that has it.
    const readable = fc
      .jsonValue()
      .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"__proto"')));
    fc.assert(
      fc.property(readable, (value) => {
        expect(decode(pack(value))).toEqual(decode(encode(value)));
      }),
    );
  });

  test('a member called __proto__ as any other', () => {
    const called = (name: string) => Buffer.from(pack(JSON.parse(`[{"${name}":["a"],"b":1}]`)));
    expect(called('__proto__').toString('latin1')).toBe(
      called('__other__').toString('latin1').replace('other', 'proto'),
    );
  });

  test('names of every kind, whether they came before or not', () => {
    const named = (name: string) => ({ [name]: 1, [`${name}2`]: { [name]: 2 } });
    for (const name of ['plain', 'größe', '日本', 'n'.repeat(24), 'n'.repeat(25), 'é'.repeat(300)]) {
      for (const _ of many(3)) expect(decode(pack(named(name)))).toEqual(named(name));
    }
  });

  test('any number of names that come once', () => {
    for (const index of many(3000)) {
      const value = { [`once${index}`]: index };
      expect(decode(pack(value))).toEqual(value);
    }
  });

  test.each<[string, unknown, unknown]>([
    ['members', { a: undefined, b: 1, c: undefined }, { b: 1 }],
    ['many members', { ...members(20), m3: undefined }, (({ m3: _, ...rest }) => rest)(members(20))],
    ['items', [1, undefined, 2], [1, null, 2]],
    ['everything', undefined, null],
  ])('undefined %s', (_, value, expected) => {
    expect(decode(pack(value))).toStrictEqual(expected);
  });

  test('half a character as a whole one, which every reader takes', () => {
    expect(decode(pack(['\ud83d', `${'x'.repeat(40)}\ude00`]))).toEqual([
      '\ufffd',
      `${'x'.repeat(40)}\ufffd`,
    ]);
  });

  test.each<[string, unknown]>([
    ['function', () => 1],
    ['bigint', 1n],
    ['symbol', Symbol('x')],
  ])('never a %s', (_, value) => {
    expect(() => pack([value])).toThrow(TypeError);
    expect(decode(pack('next'))).toBe('next');
  });
});

describe('a shared value', () => {
  const note = { label: 'DISP-1', lines: ['é'.repeat(100)] };

  test.each<[string, (note: unknown) => unknown]>([
    ['itself', (value) => value],
    ['in a list', (value) => [1, value, value]],
    ['in objects', (value) => ({ a: { note: value }, b: value })],
    ['shared again', (value) => share([value])],
  ])('is packed as what it is: %s', (_, place) => {
    expect(pack(place(share(note)))).toEqual(pack(place(note)));
  });

  test('is packed by another packer too, after much else', () => {
    const shared = share(note);
    pack('x'.repeat(100_000));
    expect(decode(pack([shared], createPacker()))).toEqual([note]);
  });
});

describe('the bytes', () => {
  test('stay as they are while others pack', () => {
    const bytes = pack({ text: 'first' });
    pack({ text: 'another' }, createPacker());
    expect(decode(bytes)).toEqual({ text: 'first' });
  });

  test('begin where their buffer begins, as the host reads from there', () => {
    for (const text of ['x', 'y'.repeat(100_000), 'z']) {
      const { bytes, size } = packer.pack(text);
      expect(bytes.byteOffset).toBe(0);
      expect(decode(new Uint8Array(bytes.buffer, 0, size))).toBe(text);
    }
  });

  test('take little memory after a large event', () => {
    pack('x'.repeat(1_000_000));
    expect(pack('y').buffer.byteLength).toBeLessThan(10_000);
  });
});
