import { describe, expect, test } from '@jest/globals';
import { numberOf, placeOf, titleOf } from './place.ts';

describe('the place', () => {
  test.each([
    ['of its parts', { postal: '8112', block: '100', address: 'Sinner St' }, '8112', '100 Sinner St'],
    ['without a house number', { postal: '', block: '', address: 'Sinner St' }, '', 'Sinner St'],
    ['with nothing but a house number', { postal: '', block: '100', address: '' }, '', '100'],
    [
      'with the house number twice',
      { postal: '', block: '100', address: '100 Sinner St' },
      '',
      '100 Sinner St',
    ],
    [
      'with the postal in brackets',
      { postal: '812', block: '', address: '[812] Sinner St' },
      '812',
      'Sinner St',
    ],
    [
      'with the postal in front',
      { postal: '812', block: '', address: '812 - Sinner St' },
      '812',
      'Sinner St',
    ],
    [
      'with a street like the postal',
      { postal: '81', block: '', address: '8112 Sinner St' },
      '81',
      '8112 Sinner St',
    ],
    ['of blanks', { postal: ' ', block: ' ', address: '  ' }, '', ''],
  ])('%s', (_, call, postal, street) => {
    expect(placeOf(call)).toEqual({ postal, street });
  });
});

describe('the title', () => {
  const translate = (name: string) => name;
  test.each([
    ['as the CAD has it', { title: 'Fire', stage: 'dispatch', isEmergency: true }, 'Fire'],
    ['of an emergency call', { title: ' ', stage: '911', isEmergency: true }, 'ui.call.emergency'],
    ['of a civil call', { title: '', stage: '911', isEmergency: false }, 'ui.call.civil'],
    ['of a dispatch call', { title: '', stage: 'dispatch', isEmergency: true }, 'ui.call.dispatch'],
  ] as const)('%s', (_, call, expected) => {
    expect(titleOf(call, translate)).toBe(expected);
  });
});

test.each([
  ['of the dispatch call first', { dispatchId: 12501, emergencyId: 302 }, '#12501'],
  ['of the 911 call', { dispatchId: null, emergencyId: 302 }, '#302'],
  ['of none', { dispatchId: null, emergencyId: null }, ''],
])('the number %s', (_, call, expected) => {
  expect(numberOf(call)).toBe(expected);
});
