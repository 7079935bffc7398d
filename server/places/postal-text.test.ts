import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { findPostal } from './postal-text.ts';

/** Codes as in the maps people use: two to six characters. */
const CODES = new Set([
  '12',
  '68',
  '104',
  '304',
  '425',
  '911',
  '1042',
  '8112',
  '8113',
  '10009',
  '2000-a',
  'ls12',
]);
const isPostal = (code: string) => CODES.has(code);

describe('the postal in', () => {
  test.each([
    // As game scripts write it.
    ['[8112] Sinner St', '8112'],
    ['[8112] Sinner St / Atlee St', '8112'],
    ['[10009] Route 68', '10009'],
    ['[12] Joshua Rd', '12'],
    ['Sinner St [8112]', '8112'],
    ['Sinner St (8112)', '8112'],
    ['(8112)', '8112'],
    ['{8112} Sinner St', '8112'],
    ['[ 8112 ] Sinner St', '8112'],
    ['[#8112] Sinner St', '8112'],
    ['Sinner St (Postal 8112)', '8112'],
    ['8112 Sinner St', '8112'],
    ['8112, Sinner St', '8112'],
    ['8112,Sinner St', '8112'],
    ['8112 - Sinner St', '8112'],
    ['8112-Sinner St', null],
    ['8112: Sinner St', '8112'],
    ['8112 | Sinner St | Mission Row', '8112'],
    ['8112', '8112'],
    // As people write it.
    ['Postal 8112, Sinner St', '8112'],
    ['postal: 8112', '8112'],
    ['POSTAL CODE 8112 Sinner St', '8112'],
    ['Sinner St, postal code is 8112, behind the bank', '8112'],
    ['Postal code no. 12 on Joshua', '12'],
    ['Zip 8112', '8112'],
    ['PLZ 8112 Sinner St', '8112'],
    ['Code postal : 8112', '8112'],
    ['behind the bank on postal #8112 by the alley', '8112'],
    ['Sinner St 8112', '8112'],
    ['Sinner St, 8112', '8112'],
    ['Sinner St. 8112.', '8112'],
    ['Sinner St near 8112', '8112'],
    ['Sinner St @ 8112', '8112'],
    ['Sinner St, 8112, Mission Row', '8112'],
    ['8112/8113 Sinner St', '8112'],
    ['2000-A Grapeseed Ave', '2000-a'],
    ['Grapeseed Ave (2000-a)', '2000-a'],
    ['LS12 Vespucci Blvd', 'ls12'],
    // The better one of two.
    ['1042 Grove St, 8112', '8112'],
    ['1042 Grove St, Davis, 8112', '8112'],
    ['304 Grove St [8112]', '8112'],
    ['304 Grove St, postal 8112', '8112'],
    ['[8113] 8112 Sinner St', '8113'],
    ['8113 Sinner St (8112)', '8112'],
    ['[9999] Sinner St, 8112', '8112'],
    // House numbers and other numbers.
    ['12 Joshua Rd', null],
    ['Joshua Rd 12', null],
    ['1043 Grove St', null],
    ['Grove St, Apt 304', null],
    ['Unit 304, Grove St', null],
    ['Eclipse Towers, Apartment #304', null],
    ['Eclipse Towers #304', null],
    ['Route 68', null],
    ['Highway 1, mile 104', null],
    ['Exit 104', null],
    ['No. 304', null],
    ['corner where 8112 people live', null],
    ['House 12, Joshua Rd', null],
    ['seen 10:42, at 8:425', null],
    ['425.13, -979.55', null],
    ['1,042 people', null],
    ['8112th St', null],
    ['X8112', null],
    ['81123', null],
    ['Postal unknown', null],
    ['Postal 9999, Sinner St', null],
    ['Sinner St', null],
    ['', null],
    // Other scripts and hostile text.
    ['Señora Fwy, código postal 8112', '8112'],
    ['Große Straße [8112]', '8112'],
    ['新宿区 8112', '8112'],
    ['新宿区8112', null],
    ['８１１２ Sinner St', null],
    ['🚨 8112 🚨 Sinner St', '8112'],
    ['‮[8112]‬ Sinner St', '8112'],
    ['~r~8112~s~ Sinner St', '8112'],
    ['<b>8112</b>', '8112'],
    ['^1[8112]^7', '8112'],
    ['%s [8112] $& {caller}', '8112'],
    ["8112'; DROP TABLE calls;--", '8112'],
    ['\ud800 8112 \udfff', '8112'],
  ])('%j', (address, code) => {
    expect(findPostal(address, isPostal)).toBe(code);
  });
});

test.each([['['], ['1'], [' '], ['# '], ['a-'], ['postal '], ['1,'], ['8112 '], ['(#'], ['😀']])(
  'a long address of %j is read word by word',
  (piece) => {
    let asked = 0;
    const address = piece.repeat(100_000);
    findPostal(address, () => {
      asked += 1;
      return false;
    });
    expect(asked).toBeLessThanOrEqual(100_000);
  },
);

test('only codes that are known are found, and only where they stand', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...CODES,
      'postal',
      'code',
      'apt',
      '[',
      ']',
      '(',
      ')',
      '#',
      ',',
      ' ',
      '-',
      '/',
      '.',
      'St',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const address = pieces.join('');
      const code = findPostal(address, isPostal);
      if (code === null) return;
      expect(CODES).toContain(code);
      expect(address.toLowerCase()).toContain(code);
    }),
  );
});
