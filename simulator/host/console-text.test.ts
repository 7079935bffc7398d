import { describe, expect, test } from '@jest/globals';
import { splitCommands, tokenize } from './console-text.ts';

describe('words of a command', () => {
  test.each([
    ['plain', 'say hello world', ['say', 'hello', 'world']],
    ['any blank space', '  a \t b  ', ['a', 'b']],
    ['quotes keep blanks', 'set x "a b" c', ['set', 'x', 'a b', 'c']],
    ['an empty quoted word stays', 'set x ""', ['set', 'x', '']],
    ['an escaped quote', 'say "a \\"b\\" c"', ['say', 'a "b" c']],
    ['a backslash alone', 'say "a\\b"', ['say', 'a\\b']],
    ['an open quote ends with the line', 'say "a b', ['say', 'a b']],
    ['a quote in a word starts a new one', 'a"b c"d', ['a', 'b c', 'd']],
    ['apostrophes are letters', "say 'a b'", ['say', "'a", "b'"]],
    ['a comment after a word', 'set x 1 # one', ['set', 'x', '1']],
    ['a comment with slashes', 'set x 1 // one', ['set', 'x', '1']],
    ['slashes inside a word stay', 'set url http://a/b', ['set', 'url', 'http://a/b']],
    ['a hash inside a word stays', 'say a#b', ['say', 'a#b']],
    ['a comment line', '# nothing', []],
    ['a block comment between words', 'a /* b */ c', ['a', 'c']],
    ['JSON is one word', 'set x { "a": [1, 2] } y', ['set', 'x', '{ "a": [1, 2] }', 'y']],
    ['what only looks like JSON is not', 'set x {a b}', ['set', 'x', '{a', 'b}']],
    ['nothing', '   ', []],
  ])('%s', (_name, line, words) => {
    expect(tokenize(line)).toEqual(words);
  });
});

describe('commands of a file', () => {
  test.each([
    ['one per line', 'a 1\r\nb 2\n', ['a 1', 'b 2']],
    ['or by semicolon', 'a; b ;c', ['a', ' b ', 'c']],
    ['but not in quotes', 'set x "a;b"; c', ['set x "a;b"', ' c']],
    ['nor in JSON', 'set x {"a": "b;c"};d', ['set x {"a": "b;c"}', 'd']],
    ['JSON may span lines', 'set x {\n"a": 1\n}\ny', ['set x {\n"a": 1\n}', 'y']],
    ['an open quote ends with the line', 'say "a\nb', ['say "a', 'b']],
    ['empty ones vanish', '\n;;\n', []],
  ])('%s', (_name, text, commands) => {
    expect(splitCommands(text)).toEqual(commands);
  });
});
