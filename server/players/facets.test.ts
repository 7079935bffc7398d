import { describe, expect, test } from '@jest/globals';
import { makeUnit } from '../../test/support/units.ts';
import { createFacets, type FacetName } from './facets.ts';

describe('players by what their unit is', () => {
  test('who changes or leaves is found no more under what was', () => {
    const facets = createFacets();
    const found = () => [
      [...facets.having('page', [0])],
      [...facets.having('page', [1])],
      [...facets.dispatchers()],
    ];
    facets.put(1, makeUnit({ page: 0, isDispatch: true }));
    facets.put(1, makeUnit({ page: 1, department: 'LSFD' }));
    facets.put(2, makeUnit({ page: 1 }));
    facets.put(3, makeUnit({ page: 0, isDispatch: true }));
    expect(found()).toEqual([[3], [1, 2], [3]]);
    facets.remove(1);
    facets.remove(1);
    facets.remove(9);
    expect(found()).toEqual([[3], [2], [3]]);
    facets.put(2, null);
    facets.remove(3);
    expect(found()).toEqual([[], [], []]);
  });

  test.each<[FacetName, readonly (string | number)[], number[]]>([
    ['page', [0], [1]],
    ['department', [' lspd ', 'LSFD'], [1, 2]],
    ['subdivision', ['PATROL'], [1]],
    ['group', ['tf'], [2]],
    ['group', [], []],
    ['department', ['tf'], []],
  ])('by %s %j', (facet, values, expected) => {
    const facets = createFacets();
    facets.put(1, makeUnit({ page: 0, department: 'LSPD', subdivision: 'Patrol', group: '' }));
    facets.put(2, makeUnit({ page: 1, department: 'LSFD', subdivision: '', group: 'TF' }));
    expect([...facets.having(facet, values)]).toEqual(expected);
  });

  test.each<[FacetName, string | number, object]>([
    ['page', 'null', { page: null }],
    ['group', '', { group: '' }],
  ])('a unit without a %s is not found by %j', (facet, value, fields) => {
    const facets = createFacets();
    facets.put(1, makeUnit(fields));
    expect([...facets.having(facet, [value])]).toEqual([]);
  });
});
