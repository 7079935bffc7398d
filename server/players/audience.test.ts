import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import { createAudience } from './audience.ts';
import { createFacets } from './facets.ts';
import { audienceConfig } from './rules-config.ts';

/** Player n is unit 10 + n. 1: LSPD patrol, 2: LSFD, 3: EMS in group TF, 4: dispatcher, 5: no unit, 6: off duty. */
const units = [
  makeUnit({ ident: 11 }),
  makeUnit({ ident: 12, department: 'LSFD', page: 1 }),
  makeUnit({ ident: 13, department: 'SAMS', page: 2, group: 'TF' }),
  makeUnit({ ident: 14, department: 'LSCC', page: 3, isDispatch: true }),
  makeUnit({ ident: 16 }),
];
const ALL = [1, 2, 3, 4, 5];

const constant =
  <T>(value: T) =>
  () =>
    value;

function setUp(config: unknown = {}, isDispatcherOnline = false) {
  const onDuty = new Set(ALL);
  const facets = createFacets();
  for (const player of onDuty) facets.put(player, units.find(({ ident }) => ident === player + 10) ?? null);
  return createAudience(constant(audienceConfig.parse(config)), {
    onDuty: () => onDuty,
    facets,
    playerOf: (ident) => ident - 10,
    unit: (ident) => units.find((unit) => unit.ident === ident) ?? null,
    isDispatcherOnline: () => isDispatcherOnline,
  });
}

const emergency = makeCall();
const civil = makeCall({ isEmergency: false });
const dispatch = (extra: Partial<Call> = {}) =>
  makeCall({
    key: 'dispatch:501',
    dispatchId: 501,
    stage: 'dispatch',
    code: '10-31A',
    title: 'Burglary',
    priority: 2,
    ...extra,
  });
const sorted = (players: Iterable<number>) => [...players].sort();

describe('without rules', () => {
  const audience = setUp();

  test.each<[string, Call, number[], number[]]>([
    ['a 911 call', emergency, ALL, ALL],
    ['a civil call', civil, ALL, ALL],
    ['a dispatch call', dispatch(), ALL, []],
    ['a dispatch call with units', dispatch({ idents: [11, 16, 99] }), ALL, [1]],
  ])('%s', (_, call, viewers, alerted) => {
    expect([sorted(audience.viewers(call)), sorted(audience.alerted(call))]).toEqual([viewers, alerted]);
  });

  test('stations are fire and EMS', () => expect(sorted(audience.onStations())).toEqual([2, 3]));
});

describe('a rule', () => {
  test.each<[string, object, Call, boolean]>([
    ['by kind', { kind: '911' }, emergency, true],
    ['by another kind', { kind: 'civil' }, emergency, false],
    ['by one of several kinds', { kind: ['civil', 'dispatch'] }, dispatch(), true],
    ['by priority', { priority: 2 }, dispatch(), true],
    ['by priority as text', { priority: ['2'] }, dispatch(), true],
    ['by another priority', { priority: [1, 3] }, dispatch(), false],
    ['by a priority in words', { priority: 'immediate' }, dispatch({ priority: 'Immediate' }), true],
    ['by a priority that is missing', { priority: 1 }, emergency, false],
    ['by page of a unit on it', { page: 1 }, dispatch({ idents: [11, 12] }), true],
    ['by page without units', { page: 1 }, dispatch(), false],
    ['by department', { department: 'lsfd' }, dispatch({ idents: [12] }), true],
    ['by subdivision', { subdivision: 'Patrol' }, dispatch({ idents: [11] }), true],
    ['by group', { group: ['TF'] }, dispatch({ idents: [13] }), true],
    ['by code', { code: '10-31*' }, dispatch(), true],
    ['by exact code', { code: '10-31' }, dispatch(), false],
    ['by code with signs of expressions', { code: '10.31?' }, dispatch(), false],
    ['by title', { title: ['*robbery*', '*burg*'] }, dispatch(), true],
    ['by a dispatcher online', { dispatcherOnline: true }, emergency, false],
    ['by no dispatcher online', { dispatcherOnline: false }, emergency, true],
    ['by everything together', { kind: 'dispatch', priority: 2, code: '10-*' }, dispatch(), true],
    [
      'by everything, of which one thing fails',
      { kind: 'dispatch', priority: 1, code: '10-*' },
      dispatch(),
      false,
    ],
  ])('matches %s', (_, match, call, expected) => {
    const audience = setUp({ rules: [{ match, see: 'nobody', alert: { pages: [2] } }] });
    expect(sorted(audience.alerted(call))).toEqual(expected ? [3] : sorted(setUp().alerted(call)));
  });

  test.each<[string, unknown, number[]]>([
    ['everybody on duty', 'onDuty', ALL],
    ['nobody', 'nobody', []],
    ['those attached', 'attached', [1]],
    ['dispatchers', 'dispatchers', [4]],
    ['pages', { pages: [1, 2] }, [2, 3]],
    ['departments', { departments: ['lspd'] }, [1]],
    ['subdivisions', { subdivisions: ['Patrol'] }, [1, 2, 3, 4]],
    ['groups', { groups: ['TF', 'none'] }, [3]],
    ['several', ['dispatchers', { pages: [1] }], [2, 4]],
  ])('names %s', (_, alert, expected) => {
    const audience = setUp({ rules: [{ see: 'onDuty', alert }] });
    expect(sorted(audience.alerted(dispatch({ idents: [11] })))).toEqual(expected);
  });

  test('lets those see the call whom it alerts, and always those who are attached', () => {
    const audience = setUp({ rules: [{ see: { pages: [1] }, alert: 'dispatchers' }] });
    expect(sorted(audience.viewers(dispatch({ idents: [13, 16] })))).toEqual([2, 3, 4]);
  });

  test('that stands first decides', () => {
    const audience = setUp({
      rules: [
        { match: { priority: 2 }, see: 'dispatchers', alert: 'nobody' },
        { see: 'onDuty', alert: 'onDuty' },
      ],
    });
    expect([sorted(audience.viewers(dispatch())), sorted(audience.viewers(emergency))]).toEqual([[4], ALL]);
  });

  test.each([
    ['unknown words', { rules: [{ see: 'everyone', alert: 'nobody' }] }],
    ['unknown conditions', { rules: [{ match: { colour: 'red' }, see: 'onDuty', alert: 'nobody' }] }],
    ['missing parts', { rules: [{ see: 'onDuty' }] }],
  ])('is refused with %s', (_, config) => {
    expect(audienceConfig.safeParse(config).success).toBe(false);
  });
});

describe('everybody sees every call', () => {
  const match = { kind: '911' };
  test.each<[string, object[], boolean]>([
    ['without rules', [], true],
    ['when a rule only alerts others', [{ match, see: 'onDuty', alert: { pages: [0] } }], true],
    ['when those alerted are all', [{ match, see: 'nobody', alert: 'onDuty' }], true],
    ['but not when a rule shows some calls to some', [{ match, see: 'attached', alert: 'attached' }], false],
    ['nor when it names units', [{ match, see: { departments: ['LSPD'] }, alert: 'nobody' }], false],
  ])('%s', (_, rules, expected) => {
    expect(setUp({ rules }).isSeenByAll()).toBe(expected);
  });
});

describe('silence while a dispatcher is online', () => {
  const config = { silenceWhileDispatcherOnline: true };

  test('911 calls alert dispatchers only, and are seen as before', () => {
    const audience = setUp(config, true);
    expect([sorted(audience.alerted(emergency)), sorted(audience.viewers(emergency))]).toEqual([[4], ALL]);
  });

  test('dispatchers whom the rule does not alert are not alerted for it: they may not even see the call', () => {
    const rules = [
      { match: { kind: '911' }, see: { departments: ['LSPD'] }, alert: { departments: ['LSPD'] } },
    ];
    const audience = setUp({ ...config, rules }, true);
    expect([sorted(audience.alerted(emergency)), sorted(audience.viewers(emergency))]).toEqual([[], [1]]);
  });

  test('dispatch calls alert as before', () => {
    expect(sorted(setUp(config, true).alerted(dispatch({ idents: [11] })))).toEqual([1]);
  });

  test('nothing is silenced without a dispatcher', () => {
    expect(sorted(setUp(config).alerted(emergency))).toEqual(ALL);
  });
});

test('the decision is explained step by step', () => {
  const audience = setUp({
    rules: [{ name: 'gold', match: { priority: 1 }, see: 'dispatchers', alert: 'dispatchers' }],
  });
  expect(audience.explain(1, dispatch({ idents: [11] }))).toEqual([
    'The call is of the kind "dispatch", priority 2.',
    'Rule "gold" does not match: priority.',
    'Rule "911 and civil calls" does not match: kind.',
    'Rule "dispatch calls" matches: seen by onDuty, alerts attached.',
    'The player is attached to the call.',
    'The player sees the call.',
    'The player is alerted when such a call comes in.',
  ]);
});

test('players change their facets and leave', () => {
  const facets = createFacets();
  facets.put(1, makeUnit({ page: 0, isDispatch: true }));
  facets.put(1, makeUnit({ page: 1, department: 'LSFD' }));
  facets.put(2, makeUnit({ page: 1 }));
  expect([
    [...facets.having('page', [0])],
    [...facets.having('page', [1])],
    facets.dispatchers().size,
  ]).toEqual([[], [1, 2], 0]);
  facets.remove(1);
  facets.put(2, null);
  expect([...facets.having('page', [1])]).toEqual([]);
});
