import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { blankUnit, type UnitPatch } from './unit.ts';
import { createUnits } from './units.ts';

function setUp(maxUnits = 1000) {
  const clock = createManualClock();
  const units = createUnits(
    clock.now,
    () => maxUnits,
    () => 60_000,
  );
  return { clock, units };
}

const patrol: UnitPatch = {
  ident: 12,
  status: 2,
  isPanic: false,
  unitNum: '2-ADAM-14',
  name: 'Iris Dale',
  department: 'LSPD',
  page: 0,
  identities: ['a1'],
};
const typesOf = (changes: readonly { type: string }[]) => changes.map(({ type }) => type);

describe('units', () => {
  test('log in once', () => {
    const { units } = setUp();
    expect(units.login(patrol)).toMatchObject([
      { type: 'unit.login', unit: { ident: 12, name: 'Iris Dale', rank: '' } },
    ]);
    expect(units.login(patrol)).toEqual([]);
    expect(units.all()).toHaveLength(1);
  });

  test('log in anew with what is said now and nothing else', () => {
    const { units } = setUp();
    units.login({ ...patrol, group: 'TF 9' });
    units.login({ ident: 12, unitNum: '2-ADAM-14', status: 1 });
    expect(units.get(12)).toMatchObject({ group: '', name: '', status: 1 });
  });

  test('log out, known or not, with several in one event', () => {
    const { units } = setUp();
    units.login(patrol);
    units.login({ ident: 34 });
    expect(units.logout([99, 34, 12, 12])).toMatchObject([
      { type: 'unit.logout', unit: { ident: 34 } },
      { type: 'unit.logout', unit: { ident: 12 } },
    ]);
    expect(units.all()).toEqual([]);
  });

  test('are not brought back by an event that a logout overtook', () => {
    const { units, clock } = setUp();
    units.login(patrol);
    units.logout([12]);
    expect([units.update([patrol]), units.setStatus([12], 3), units.setPanic([12], true)]).toEqual([
      [],
      [],
      [],
    ]);
    clock.advance(15_000);
    expect(typesOf(units.update([patrol]))).toEqual(['unit.login']);
  });

  test('may log in again at once', () => {
    const { units } = setUp();
    units.login(patrol);
    units.logout([12]);
    expect(typesOf(units.login(patrol))).toEqual(['unit.login']);
  });

  test('have another status, and those that are not known are no matter', () => {
    const { units } = setUp();
    units.login(patrol);
    expect(units.setStatus([99, 12], 3)).toMatchObject([
      { type: 'unit.updated' },
      { type: 'unit.status', unit: { status: 3 }, before: { status: 2 } },
    ]);
    expect(units.setStatus([12], 3)).toEqual([]);
  });

  test('are updated in what is said, and added when they are not known', () => {
    const { units } = setUp();
    units.login(patrol);
    expect(
      typesOf(
        units.update([
          { ident: 12, location: 'Alta St' },
          { ident: 34, name: 'Tom' },
        ]),
      ),
    ).toEqual(['unit.updated', 'unit.login']);
    expect(units.get(12)).toMatchObject({ location: 'Alta St', name: 'Iris Dale', status: 2 });
  });

  test('tell of panic once, and of its end', () => {
    const { units } = setUp();
    units.login(patrol);
    expect(typesOf(units.setPanic([12], true))).toEqual(['unit.updated', 'unit.panic']);
    expect(units.setPanic([12], true)).toEqual([]);
    expect(units.setPanic([12], false)).toMatchObject([
      { type: 'unit.updated' },
      { type: 'unit.panic', isPanic: false },
    ]);
  });

  test('tell of a panic again that is said again when it is not shown any more', () => {
    const { units, clock } = setUp();
    units.login(patrol);
    units.setPanic([12, 77], true);
    clock.advance(59_999);
    expect(units.setPanic([12, 77], true)).toEqual([]);
    clock.advance(1);
    expect(units.setPanic([12, 77], true)).toMatchObject([
      { type: 'unit.panic', unit: { ident: 12, isPanic: true }, isPanic: true },
      { type: 'unit.panic', unit: { ident: 77 }, isPanic: true },
    ]);
    expect(units.setPanic([12, 77], true)).toEqual([]);
    expect(units.update([{ ident: 12, isPanic: true }])).toEqual([]);
  });

  test('that panicked before the start tell of it again after as long', () => {
    const { units, clock } = setUp();
    units.restore([{ ...blankUnit(12), isPanic: true }]);
    expect(units.setPanic([12], true)).toEqual([]);
    clock.advance(60_000);
    expect(typesOf(units.setPanic([12], true))).toEqual(['unit.panic']);
  });

  test('panic also when they are not known, and when an update says so', () => {
    const { units } = setUp();
    expect(typesOf(units.setPanic([77], true))).toEqual(['unit.login', 'unit.panic']);
    expect(units.setPanic([78], false)).toEqual([]);
    units.login(patrol);
    expect(typesOf(units.update([{ ident: 12, isPanic: true }]))).toContain('unit.panic');
  });

  test('that are known by their panic alone are gone with it; any other fact keeps them', () => {
    const { units } = setUp();
    units.setPanic([77, 78], true);
    units.setStatus([78], 3);
    expect(typesOf(units.setPanic([77], false))).toEqual(['unit.panic', 'unit.logout']);
    expect(typesOf(units.setPanic([78], false))).toEqual(['unit.updated', 'unit.panic']);
    expect(units.all().map(({ ident }) => ident)).toEqual([78]);
  });

  test.each<[string, boolean | undefined, boolean]>([
    ['without a word of it', undefined, true],
    ['and say that there is none', false, false],
  ])('whose panic came first log in %s', (_, said, isPanic) => {
    const { units } = setUp();
    units.setPanic([12], true);
    units.login({ ...patrol, isPanic: said });
    expect(units.get(12)).toMatchObject({ name: 'Iris Dale', isPanic });
  });

  test('who log out are no longer in panic', () => {
    const { units } = setUp();
    units.login({ ...patrol, isPanic: true });
    expect(units.logout([12])).toMatchObject([
      { type: 'unit.panic', isPanic: false, unit: { isPanic: false } },
      { type: 'unit.logout', unit: { isPanic: false } },
    ]);
  });

  test.each<[string, UnitPatch, boolean]>([
    ['by the login', { ident: 40, isDispatch: true }, true],
    ['by the page', { ident: 40, page: 3 }, true],
    ['not at all', { ident: 40, page: 0 }, false],
  ])('are dispatchers %s', (_, login, expected) => {
    const { units } = setUp();
    units.login(login);
    expect([units.get(40)?.isDispatch, units.isDispatcherOnline()]).toEqual([expected, expected]);
  });

  test('become and cease to be dispatchers with updates', () => {
    const { units } = setUp();
    units.login({ ident: 40, page: 0 });
    const seen: boolean[] = [];
    for (const patch of [
      { isDispatch: true },
      { location: 'x' },
      { isDispatch: false },
      { page: 3 },
      { page: 1 },
    ]) {
      units.update([{ ident: 40, ...patch }]);
      seen.push(units.isDispatcherOnline());
    }
    units.update([{ ident: 40, isDispatch: true }]);
    units.logout([40]);
    expect([...seen, units.isDispatcherOnline()]).toEqual([true, true, false, true, false, false]);
  });

  test('are put into groups, taken out of them, and follow a new name', () => {
    const { units } = setUp();
    units.login(patrol);
    units.login({ ident: 34 });
    units.setGroup([12, 34, 99], 'TF 9');
    units.renameGroup('TF 9', 'TF 10');
    expect([units.get(12)?.group, units.get(34)?.group]).toEqual(['TF 10', 'TF 10']);
    units.setGroup([12], '', 'TF 9');
    units.setGroup([34], '', 'TF 10');
    expect([units.get(12)?.group, units.get(34)?.group]).toEqual(['TF 10', '']);
  });

  test('are bounded: those that have been here longest make room', () => {
    const { units } = setUp(2);
    for (const ident of [1, 2, 3]) units.login({ ident });
    expect(units.all().map(({ ident }) => ident)).toEqual([2, 3]);
  });

  test('are restored without being told of, and tell what has to be written', () => {
    const { units } = setUp();
    units.login({ ...patrol, isDispatch: true });
    const kept = units.takeDirty().flatMap(([, unit]) => (unit ? [unit] : []));
    const later = createUnits(
      () => 0,
      () => 1000,
      () => 1000,
    );
    later.restore(kept);
    expect([later.all(), later.isDispatcherOnline(), later.hasDirty()]).toEqual([kept, true, false]);
    later.logout([12]);
    expect(later.takeDirty()).toEqual([[12, null]]);
  });
});
