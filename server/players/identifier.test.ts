import { describe, expect, test } from '@jest/globals';
import { spellingsOf, toSpelling } from './identifier.ts';

describe('a player is found by', () => {
  test.each<[string, string, string[]]>([
    ['an identifier with and without its type', 'license:a1b2c', ['license:a1b2c', 'a1b2c']],
    ['lower case', 'STEAM:1100001000000B2', ['steam:1100001000000b2', '1100001000000b2']],
    ['an address only with its type', 'ip:192.0.2.1', ['ip:192.0.2.1']],
    ['a value with colons only with its type', 'x:2001:db8::1', ['x:2001:db8::1']],
    ['a short value only with its type', 'fivem:1234', ['fivem:1234']],
    ['the shortest value that is taken bare', 'fivem:12345', ['fivem:12345', '12345']],
    ['an identifier without type', 'abcdef', ['abcdef']],
    ['nothing when there is no value', 'license:', []],
    ['nothing when there is no type before the colon', ':abcdef', []],
    ['nothing when it is empty', '', []],
  ])('%s', (_, identifier, expected) => {
    expect(spellingsOf(identifier)).toEqual(expected);
  });
});

describe('an identity means', () => {
  test.each<[string, string, string | null]>([
    ['its type only, when it has one', 'license:A1B2C', 'license:a1b2c'],
    ['any type, when it is bare', 'A1B2C', 'a1b2c'],
    ['the same with blanks around and inside', ' steam : 1100001000000B2 ', 'steam:1100001000000b2'],
    ['an address, when it is named as one', 'ip:192.0.2.1', 'ip:192.0.2.1'],
    ['a short value, when its type is given', 'discord:1', 'discord:1'],
    ['nobody, when it is short and bare', '1234', null],
    ['nobody, when it is empty', '', null],
    ['nobody, when it is blank', '   ', null],
    ['nobody, when it is a type alone', 'license:', null],
    ['nobody, when it is a value after a colon', ':a1b2c', null],
    ['nobody, when it is a colon', ':', null],
  ])('%s', (_, identity, expected) => {
    expect(toSpelling(identity)).toBe(expected);
  });
});
