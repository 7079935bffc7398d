import { describe, expect, test } from '@jest/globals';
import { convarFlags, createConvars, listenerPattern, toFloat, toInteger } from './convars.ts';

const setUp = () => {
  const prints: string[] = [];
  return { prints, convars: createConvars({ print: (text) => prints.push(text) }) };
};

test('names do not care about case', () => {
  const { convars } = setUp();
  convars.set('Sv_Name', 'a');
  convars.set('sv_NAME', 'b');
  expect(convars.get('SV_NAME')).toBe('b');
  expect(convars.names()).toEqual(['Sv_Name']);
});

test('flags only add up: what was replicated once stays so', () => {
  const { convars } = setUp();
  convars.set('x', '1', convarFlags.replicated);
  convars.set('x', '2', convarFlags.archive);
  convars.set('x', '3');
  expect(convars.flags('x') & convarFlags.replicated).toBe(convarFlags.replicated);
  expect(convars.flags('x') & convarFlags.archive).toBe(convarFlags.archive);
});

test('a read-only variable keeps its value', () => {
  const { convars, prints } = setUp();
  convars.set('x', '1', convarFlags.readOnly);
  expect(convars.set('x', '2')).toBe(false);
  expect(convars.get('x')).toBe('1');
  expect(prints[0]).toContain("'x' is read only");
});

test('replicated variables are taken once per change, or all at once', () => {
  const { convars } = setUp();
  convars.set('a', '1', convarFlags.replicated);
  convars.set('b', '1');
  expect([...convars.takeReplicated()]).toEqual([['a', '1']]);
  expect([...convars.takeReplicated()]).toEqual([]);
  convars.set('a', '2');
  expect([...convars.takeReplicated()]).toEqual([['a', '2']]);
  expect([...convars.takeReplicated(true)]).toEqual([['a', '2']]);
});

describe('listeners', () => {
  test('hear changes of matching variables, and nothing when the value stays the same', () => {
    const { convars } = setUp();
    const heard: string[] = [];
    const cookie = convars.listen(listenerPattern('cad_*'), (name) => heard.push(name));
    convars.set('cad_x', '1');
    convars.set('cad_x', '1');
    convars.set('CAD_X', '2');
    convars.set('other', '1');
    convars.unlisten(cookie);
    convars.set('cad_x', '3');
    expect(heard).toEqual(['cad_x', 'cad_x']);
  });

  test.each([
    [null, 'anything', true],
    ['cad_*', 'CAD_key', true],
    ['cad_*', 'my_cad_key', false],
    ['a b', 'b', true],
    ['a+b', 'a', true],
    ['a.b', 'axb', false],
    ['a.b', 'a.b', true],
    ['cad_key', 'cad_key2', false],
  ])('%s and %s: %s', (filter, name, matches) => {
    expect(listenerPattern(filter).test(name)).toBe(matches);
  });
});

describe('read permission', () => {
  test('a restricted variable is for those it was granted to', () => {
    const { convars } = setUp();
    convars.grantRead('cad', 'key');
    expect(convars.canRead('cad', 'key')).toBe(true);
    expect(convars.canRead('other', 'key')).toBe(false);
    expect(convars.canRead(null, 'key')).toBe(false);
    expect(convars.canRead('other', 'free')).toBe(true);
  });

  test('knows the variable by one spelling only, as the host does', () => {
    const { convars } = setUp();
    convars.grantRead('cad', 'key');
    expect(convars.canRead('other', 'KEY')).toBe(true);
  });
});

test.each([
  ['12', 12],
  ['12abc', 12],
  [' -3', -3],
  ['true', 1],
  ['FALSE', 0],
  ['1.9', 1],
  ['abc', undefined],
  ['', undefined],
  ['99999999999', undefined],
])('the integer in %j is %s', (text, number) => {
  expect(toInteger(text)).toBe(number);
});

test.each([
  ['1.5x', 1.5],
  ['-2', -2],
  ['.5', 0.5],
  ['true', undefined],
  ['', undefined],
])('the float in %j is %s', (text, number) => {
  expect(toFloat(text)).toBe(number);
});
