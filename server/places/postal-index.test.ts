import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { readPostalIndex } from './postal-index.ts';

/** What a file says of some codes, or why it cannot be used. */
function read(content: unknown, ...codes: string[]) {
  const index = readPostalIndex(typeof content === 'string' ? content : JSON.stringify(content));
  if (!index.ok) return index.error;
  const { size, skipped, find } = index.value;
  return { size, skipped, found: codes.map((code) => find(code)) };
}

const here = { x: 425.5, y: -979.25 };
const there = { x: -12, y: 6500.75 };

describe('a file of postals', () => {
  test.each<[string, unknown]>([
    ['as nearest-postal has it', [{ code: '8112', ...here }]],
    ['with codes as numbers', [{ code: 8112, ...here }]],
    ['with coordinates as text', [{ code: '8112', x: '425.5', y: ' -979.25 ' }]],
    ['with a byte order mark', `\ufeff${JSON.stringify([{ code: '8112', ...here }])}`],
    ['with more than is needed', [{ code: '8112', ...here, z: 30, street: 'Sinner St' }]],
    ['with "postal" for the code', [{ postal: '8112', ...here }]],
    ['with "name" for the code and a row number', [{ id: 1, name: '8112', ...here }]],
    ['with "id" for the code', [{ id: 8112, ...here }]],
    ['with coordinates in an object', [{ code: '8112', coords: here }]],
    ['with coordinates in a list', [{ code: '8112', position: [here.x, here.y, 0] }]],
    ['with the codes as keys', { 8112: here }],
    ['with the codes as keys of lists', { 8112: [here.x, here.y] }],
    ['inside an object', { version: 3, author: 'us', postals: [{ code: '8112', ...here }] }],
    ['in lists by district', { city: [{ code: '8112', ...here }], county: [] }],
    ['in a list of lists', [[{ code: '8112', ...here }]]],
  ])('%s', (_, content) => {
    expect(read(content, '8112')).toEqual({ size: 1, skipped: 0, found: [here] });
  });

  test.each<[string, unknown[]]>([
    ['no code', [{ ...here }]],
    [
      'a code that is no code',
      [
        { code: { a: 1 }, ...here },
        { code: '', ...here },
        { code: 1.5, ...here },
      ],
    ],
    ['a code of more than 16 characters', [{ code: 'behind the third tree', ...here }]],
    ['no coordinates', [{ code: '1' }, { code: '1', x: 4 }]],
    [
      'coordinates that are none',
      [
        { code: '1', x: 'east', y: 1 },
        { code: '1', x: null, y: true },
      ],
    ],
    ['the origin', [{ code: '1', x: 0, y: 0 }]],
    ['a place off any map', [{ code: '1', x: 1e9, y: 0 }]],
    ['no object', [null, 'x', 7, true]],
  ])('an entry with %s is skipped and counted', (_, entries) => {
    const content = [...entries, { code: '8112', ...here }];
    expect(read(content, '1')).toEqual({ size: 1, skipped: entries.length, found: [null] });
  });

  test('of several places with one code, the first counts', () => {
    const content = [
      { code: 'A1', ...here },
      { code: 'a1', ...there },
    ];
    expect(read(content, 'A1')).toEqual({ size: 1, skipped: 0, found: [here] });
  });

  test.each([
    ['nothing', '', 'it is not JSON'],
    ['Lua', 'return { { code = 8112 } }', 'it is not JSON'],
    ['JSON that was cut off', '[{"code":"8112","x":1,', 'it is not JSON'],
    ['an empty list', '[]', 'there are no postals in it'],
    ['something else', '{"weapons":{"pistol":{"damage":3}}}', 'there are no postals in it'],
    [
      'too deep',
      `${'['.repeat(500)}{"code":"1","x":1,"y":1}${']'.repeat(500)}`,
      'there are no postals in it',
    ],
    ['too large', ' '.repeat(8 * 1024 * 1024 + 1), 'it is larger than 8 MiB'],
  ])('%s is no file of postals', (_, text, error) => {
    expect(read(text)).toEqual(expect.stringContaining(error));
  });

  test('no more than 50,000 postals are kept', () => {
    const content = Array.from({ length: 50_003 }, (_, index) => ({ code: index + 1, x: index + 1, y: 1 }));
    expect(read(content, '50000', '50001')).toEqual({
      size: 50_000,
      skipped: 3,
      found: [{ x: 50_000, y: 1 }, null],
    });
  });

  test('any JSON is read without an exception', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(['boolean']).toContain(typeof readPostalIndex(text).ok);
      }),
    );
  });
});

describe('a code is found', () => {
  const content = [
    { code: '2000-A', ...here },
    { code: '0042', ...here },
    { code: '077', x: 1, y: 1 },
    { code: '77', x: 2, y: 2 },
    { code: '0', x: 3, y: 3 },
  ];

  test.each([
    ['in any letter case', '2000-a', here],
    ['with blanks around it', ' 2000-A\t', here],
    ['as it stands', '0042', here],
    ['without its leading zeros', '42', here],
    ['with a zero too many', '00042', here],
    ['with the zero that tells it from another', '077', { x: 1, y: 1 }],
    ['without that zero', '77', { x: 2, y: 2 }],
    ['as zero', '000', { x: 3, y: 3 }],
    ['not with zeros that fit two codes', '0077', null],
    ['not in parts', '2000', null],
    ['not as nothing', '', null],
    ['not as a name that objects have', 'constructor', null],
  ])('%s', (_, code, place) => {
    expect(read(content, code)).toMatchObject({ found: [place] });
  });
});
