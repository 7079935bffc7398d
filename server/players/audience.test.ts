import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../shared/call.ts';
import { makeCall } from '../../test/support/calls.ts';
import { makeUnit } from '../../test/support/units.ts';
import { createAudience } from './audience.ts';
import { createFacets } from './facets.ts';
import { NOBODY } from './player-sets.ts';
import { type AudienceConfig, audienceConfig } from './rules-config.ts';

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

const SILENT = { silenceWhileDispatcherOnline: true };
/** A unit that no player is. */
const NO_PLAYER = 77;

const setUp = (config: unknown = {}, isDispatcherOnline = false) =>
  setUpWith(constant(audienceConfig().parse(config)), isDispatcherOnline);

function setUpWith(settings: () => AudienceConfig, isDispatcherOnline = false) {
  const onDuty = new Set(ALL);
  const facets = createFacets();
  for (const player of onDuty) facets.put(player, units.find(({ ident }) => ident === player + 10) ?? null);
  return createAudience(settings, {
    onDuty: () => onDuty,
    facets,
    playerOf: (ident) => (ident === NO_PLAYER ? null : ident - 10),
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
    ['by exact code', { code: '10-31a' }, dispatch(), true],
    ['by part of the code', { code: '10-31' }, dispatch(), false],
    ['by another code', { code: '11-*' }, dispatch(), false],
    ['by a priority that is no word for a missing one', { priority: 'null' }, emergency, false],
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
    expect(audienceConfig().safeParse(config).success).toBe(false);
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
  test('911 calls alert dispatchers only, and are seen as before', () => {
    const audience = setUp(SILENT, true);
    expect([sorted(audience.alerted(emergency)), sorted(audience.viewers(emergency))]).toEqual([[4], ALL]);
  });

  test('dispatchers whom the rule does not alert are not alerted for it: they may not even see the call', () => {
    const rules = [
      { match: { kind: '911' }, see: { departments: ['LSPD'] }, alert: { departments: ['LSPD'] } },
    ];
    const audience = setUp({ ...SILENT, rules }, true);
    expect([sorted(audience.alerted(emergency)), sorted(audience.viewers(emergency))]).toEqual([[], [1]]);
  });

  test('dispatch calls alert as before', () => {
    expect(sorted(setUp(SILENT, true).alerted(dispatch({ idents: [11] })))).toEqual([1]);
  });

  test('nothing is silenced unless the owner wants it', () => {
    expect(sorted(setUp({}, true).alerted(emergency))).toEqual(ALL);
  });

  test('nothing is silenced without a dispatcher', () => {
    expect(sorted(setUp(SILENT).alerted(emergency))).toEqual(ALL);
  });
});

describe('the decision is explained step by step', () => {
  const gold = {
    name: 'gold',
    match: { priority: 1 },
    see: 'dispatchers',
    alert: ['nobody', { pages: [1] }],
  };

  test('to whom is attached', () => {
    const audience = setUp({ rules: [gold] });
    expect(audience.explain(1, dispatch({ idents: [11] }))).toEqual([
      'The call is of the kind "dispatch", priority 2.',
      'Rule "gold" does not match: priority.',
      'Rule "911 and civil calls" does not match: kind.',
      'Rule "dispatch calls" matches: seen by onDuty, alerts attached.',
      'The player is attached to the call: they see it and are told so, whatever the rules say.',
      'The player sees the call.',
      'The player is alerted when such a call comes in.',
    ]);
  });

  test('to whom is not on duty', () => {
    const audience = setUp({ ...SILENT, rules: [{ match: { kind: 'dispatch' }, see: [], alert: [] }] }, true);
    expect(audience.explain(6, emergency)).toEqual([
      'The call is of the kind "911", priority none.',
      'Rule "rule 1" does not match: kind.',
      'Rule "911 and civil calls" matches: seen by onDuty, alerts onDuty.',
      'Alerts are silenced: a dispatcher is online.',
      'The player does not see the call.',
      'The player is not alerted when such a call comes in.',
    ]);
  });

  test.each<[string, object, string]>([
    ['several', gold, 'seen by dispatchers, alerts nobody, {"pages":[1]}'],
    ['none', { ...gold, see: [], alert: 'onDuty' }, 'seen by nobody, alerts onDuty'],
  ])('with %s whom a rule names', (_, rule, expected) => {
    const audience = setUp({ rules: [rule] });
    expect(audience.explain(1, dispatch({ priority: 1 }))[1]).toBe(`Rule "gold" matches: ${expected}.`);
  });
});

describe('who sees a call depends on a dispatcher being online', () => {
  const rule = (match: object) => ({ match, see: 'onDuty', alert: 'nobody' });
  test.each<[string, object[], boolean]>([
    ['not without rules', [], false],
    ['not when rules ask for other things', [rule({ kind: '911' })], false],
    [
      'when one of several rules asks for one',
      [rule({ kind: '911' }), rule({ dispatcherOnline: true })],
      true,
    ],
    ['when a rule asks for none', [rule({ dispatcherOnline: false })], true],
  ])('%s', (_, rules, expected) => {
    expect(setUp({ rules }).asksForDispatchers()).toBe(expected);
  });
});

describe('what is asked of the ports', () => {
  test('rules are compiled anew when the settings are others, and only then', () => {
    let settings = audienceConfig().parse({ rules: [{ see: 'nobody', alert: 'nobody' }] });
    let compiled = 0;
    const counted = (config: typeof settings) => ({
      ...config,
      get rules() {
        compiled += 1;
        return config.rules;
      },
    });
    settings = counted(settings);
    const audience = setUpWith(() => settings);
    expect([audience.viewers(emergency).size, audience.viewers(emergency).size, compiled]).toEqual([0, 0, 1]);
    settings = counted(audienceConfig().parse({}));
    expect([audience.viewers(emergency).size, audience.viewers(emergency).size, compiled]).toEqual([5, 5, 2]);
  });

  test('everybody on duty is named by the set there is: nobody is counted', () => {
    const audience = setUp();
    expect(audience.viewers(emergency)).toBe(audience.onDuty());
    expect(audience.alerted(emergency)).toBe(audience.onDuty());
  });

  test('without units nobody is attached, which costs nothing', () => {
    expect(setUp().attached(emergency)).toBe(NOBODY);
  });

  test('units that are not known are no units to rules, and no player is behind them', () => {
    const audience = setUp({ rules: [{ match: { page: 0 }, see: 'attached', alert: 'attached' }] });
    expect(sorted(audience.viewers(dispatch({ idents: [99, 11] })))).toEqual([1]);
    expect(sorted(audience.attached(dispatch({ idents: [99, NO_PLAYER] })))).toEqual([]);
  });
});
