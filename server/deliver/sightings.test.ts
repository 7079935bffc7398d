import { describe, expect, test } from '@jest/globals';
import { createSightings } from './sightings.ts';

const everybody = new Set([1, 2, 3]);

describe('sightings', () => {
  test('tell who lost a call and for whom it is new', () => {
    const sightings = createSightings();
    expect(sightings.see('a', everybody).fresh()).toEqual([1, 2, 3]);
    const { lost, fresh } = sightings.see('a', new Set([3, 4]));
    expect([[...lost], fresh(), [...sightings.lastShown()]]).toEqual([[1, 2], [4], [3, 4, 1, 2]]);
    expect([...sightings.see('a', new Set()).lost]).toEqual([3, 4]);
  });

  test('of the same players are no news', () => {
    const sightings = createSightings();
    sightings.see('a', everybody);
    const again = sightings.see('a', everybody);
    expect([[...again.lost], again.fresh()]).toEqual([[], []]);
    const copy = sightings.see('a', new Set(everybody));
    expect([[...copy.lost], copy.fresh()]).toEqual([[], []]);
  });

  test('of several calls are kept apart, also when the same players see them', () => {
    const sightings = createSightings();
    sightings.see('a', everybody);
    sightings.see('b', everybody);
    expect(sightings.replace(1, ['b', 'c'])).toEqual({ gone: ['a'], fresh: new Set(['c']) });
    expect([...sightings.see('a', new Set()).lost]).toEqual([2, 3]);
    expect([...sightings.see('b', new Set()).lost]).toEqual([1, 2, 3]);
    expect([...sightings.see('c', new Set()).lost]).toEqual([1]);
  });

  test('of a player who left are forgotten, and nothing is done to the sets that were given', () => {
    const sightings = createSightings();
    sightings.see('a', everybody);
    sightings.see('b', everybody);
    sightings.forget(2);
    expect([...sightings.see('a', new Set([3])).lost]).toEqual([1]);
    expect(sightings.see('b', everybody).fresh()).toEqual([2]);
    expect([...everybody]).toEqual([1, 2, 3]);
  });
});
