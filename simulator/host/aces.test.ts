import { describe, expect, test } from '@jest/globals';
import { createAces } from './aces.ts';

function aces() {
  const made = createAces();
  made.add('group.admin', 'command', true);
  made.add('group.mod', 'command.kick', true);
  made.add('builtin.everyone', 'cad.view', true);
  made.add('group.banned', 'cad', false);
  made.addPrincipal('identifier.license:a', 'group.admin');
  made.addPrincipal('group.admin', 'group.mod');
  made.addPrincipal('identifier.license:b', 'group.banned');
  return made;
}

describe('what a principal may do', () => {
  test.each([
    ['by a group it is in', 'identifier.license:a', 'command.stop', true],
    ['by a parent of the object', 'group.admin', 'command.a.b.c', true],
    ['the parent object itself', 'group.admin', 'command', true],
    ['by a group of its group', 'identifier.license:a', 'command.kick', true],
    ['not upwards: a child group does not help its parent', 'group.mod', 'command.stop', false],
    ['like everyone', 'identifier.license:c', 'cad.view', true],
    ['not like everyone: a denial of the parent object beats it', 'identifier.license:b', 'cad.view', false],
    ['whatever the case', 'IDENTIFIER.License:A', 'Command.STOP', true],
    ['not by a longer name without a dot', 'group.admin', 'commands', false],
    ['not by nothing', 'nobody', 'command.stop', false],
  ])('%s', (_name, principal, object, allowed) => {
    expect(aces().isAllowed(principal, object)).toBe(allowed);
  });
});

test('removing an entry or an inheritance takes it back', () => {
  const made = aces();
  made.remove('group.admin', 'command', true);
  expect(made.isAllowed('group.admin', 'command.stop')).toBe(false);
  expect(made.isAllowed('group.admin', 'command.kick')).toBe(true);
  made.removePrincipal('group.admin', 'group.mod');
  expect(made.isAllowed('group.admin', 'command.kick')).toBe(false);
});

test('removing an allowance leaves a denial of the same object', () => {
  const made = createAces();
  made.add('x', 'a', true);
  made.add('x', 'a', false);
  made.remove('x', 'a', true);
  expect(made.entries()).toEqual([{ principal: 'x', object: 'a', allow: false }]);
});

describe('principals in force', () => {
  test('everyone is asked when there are none', () => {
    expect(aces().check('cad.view')).toBe(true);
    expect(aces().check('command.stop')).toBe(false);
  });

  test('one that may is enough, even when another is denied', () => {
    const made = aces();
    const check = () => made.check('cad.view');
    expect(made.as(['identifier.license:b'], check)).toBe(false);
    expect(made.as(['identifier.license:b', 'identifier.license:c'], check)).toBe(true);
  });

  test('add up when nested, unless only the new ones count', () => {
    const made = aces();
    const inner = (only: boolean) =>
      made.as(['group.admin'], () => made.as(['resource.x'], () => made.check('command.stop'), only));
    expect(inner(false)).toBe(true);
    expect(inner(true)).toBe(false);
  });

  test('end with the call, also when it throws', () => {
    const made = aces();
    const fail = () => {
      throw new Error('no');
    };
    expect(() => made.as(['group.admin'], fail)).toThrow('no');
    expect(made.inForce('group.admin')).toBe(false);
  });
});
