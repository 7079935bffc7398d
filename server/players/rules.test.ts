import { describe, expect, test } from '@jest/globals';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import type { CadUnit } from '../cad/unit.ts';
import { compileRules, kindOf, looksSameToRules } from './rules.ts';
import type { VisibilityRule } from './rules-config.ts';

/** What keeps a rule with these conditions from matching, or null. */
function mismatch(match: VisibilityRule['match'], units: readonly CadUnit[], call = makeCall()) {
  const [rule] = compileRules([{ name: '', match, see: 'attached', alert: 'attached' }]);
  return rule?.mismatch(call, { units, isDispatcherOnline: false });
}

describe('a condition on units holds when one of several fits', () => {
  const other = makeUnit({ ident: 1, page: 1, department: 'LSFD', subdivision: 'Rescue', group: 'Coast' });
  const wanted = makeUnit({ ident: 2, page: 0, department: 'LSPD', subdivision: 'Patrol', group: 'North' });

  test.each<VisibilityRule['match']>([
    { page: [0] },
    { department: ['lspd'] },
    { subdivision: ['PATROL'] },
    { group: [' north '] },
  ])('%j', (match) => {
    const [name] = Object.keys(match);
    expect(mismatch(match, [other, wanted])).toBeNull();
    expect(mismatch(match, [wanted, other])).toBeNull();
    expect(mismatch(match, [other])).toBe(name);
    expect(mismatch(match, [])).toBe(name);
  });

  test('a page that is not known is none of those asked for', () => {
    expect(mismatch({ page: [0] }, [makeUnit({ page: null })])).toBe('page');
  });
});

test('every condition has to hold', () => {
  const unit = makeUnit({ page: 0, department: 'LSFD' });
  expect(mismatch({ page: [0], department: ['LSPD'] }, [unit])).toBe('department');
  expect(mismatch({ page: [1], department: ['LSFD'] }, [unit])).toBe('page');
});

describe('kind of a call', () => {
  test.each([
    ['911', { stage: '911', dispatchId: null, isEmergency: true }],
    ['civil', { stage: '911', dispatchId: null, isEmergency: false }],
    ['dispatch', { stage: 'dispatch', dispatchId: 5, isEmergency: true }],
    // Nothing was told yet of the dispatch call but its number.
    ['911', { stage: '911', dispatchId: 5, isEmergency: true }],
    ['911', { stage: 'dispatch', dispatchId: null, isEmergency: true }],
  ] as const)('%s: %j', (kind, call) => {
    expect(kindOf(makeCall(call))).toBe(kind);
  });
});

describe('units look the same to rules', () => {
  const unit = makeUnit();

  test('when they differ in nothing that rules ask for', () => {
    expect(looksSameToRules(unit, { ...unit, status: 4, name: 'Somebody Else' })).toBe(true);
  });

  test.each<Partial<CadUnit>>([
    { page: 2 },
    { isDispatch: !unit.isDispatch },
    { department: 'LSFD' },
    { subdivision: 'Rescue' },
    { group: 'Coast' },
  ])('but not with %j', (change) => {
    expect(looksSameToRules(unit, { ...unit, ...change })).toBe(false);
  });
});

test('rules without a name are numbered from 1', () => {
  const rule = { match: {}, see: 'attached', alert: 'attached' } as const;
  const names = compileRules([
    { ...rule, name: 'fire' },
    { ...rule, name: '' },
  ]).map(({ name }) => name);
  expect(names).toEqual(['fire', 'rule 2']);
});
