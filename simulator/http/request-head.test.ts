import { describe, expect, test } from '@jest/globals';
import type { RequestHead } from './request-head.ts';
import { contentLengthOf, headerOf, readRequestHead } from './request-head.ts';

const read = (text: string) => readRequestHead(Buffer.from(text, 'latin1'));

function headOf(text: string): RequestHead {
  const result = read(text);
  if (typeof result === 'string') throw new Error(`no head: ${result}`);
  return result.head;
}

describe('readRequestHead', () => {
  test('keeps target, header casing, order and duplicates as sent', () => {
    const text = 'POST /Res//a%20b?x=1&y=ä HTTP/1.1\r\nX-One:  1 \r\nx-one: 2\r\nX-One: 3\r\n\r\nbody';
    const result = read(text);
    expect(result).toEqual({
      head: {
        method: 'POST',
        target: '/Res//a%20b?x=1&y=ä',
        minor: 1,
        headers: [
          ['X-One', '1'],
          ['x-one', '2'],
          ['X-One', '3'],
        ],
      },
      length: text.length - 'body'.length,
    });
  });

  test.each([
    ['a line that has not ended', 'GET / HTTP/1.1'],
    ['headers that have not ended', 'GET / HTTP/1.1\r\nA: b\r\n'],
    ['nothing', ''],
    ['only the empty line that may precede a request', '\r\n'],
  ])('wants more after %s', (_, text) => {
    expect(read(text)).toBe('more');
  });

  test.each([
    ['another protocol version', 'GET / HTTP/2.0\r\n\r\n'],
    ['no target', 'GET HTTP/1.1\r\n\r\n'],
    ['a control character in the target', 'GET /a\tb HTTP/1.1\r\n\r\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nA : b\r\n\r\n'],
    ['a header without name', 'GET / HTTP/1.1\r\n: b\r\n\r\n'],
    ['a header without colon', 'GET / HTTP/1.1\r\nnothing\r\n\r\n'],
    ['a control character in a value', 'GET / HTTP/1.1\r\nA: b\u0001\r\n\r\n'],
    ['a folded line before any header', 'GET / HTTP/1.1\r\n folded\r\n\r\n'],
    ['51 headers', `GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(51)}\r\n`],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toBe('bad');
  });

  test('takes 50 headers, bare line feeds, one leading empty line and folded lines', () => {
    expect(headOf(`GET / HTTP/1.1\r\n${'A: b\r\n'.repeat(50)}\r\n`).headers).toHaveLength(50);
    expect(headOf('\r\nGET /x HTTP/1.0\nA: b\n\n')).toMatchObject({ target: '/x', minor: 0 });
    expect(headOf('GET / HTTP/1.1\r\nA: b\r\n more \r\n\r\n').headers).toEqual([
      ['A', 'b'],
      ['', ' more'],
    ]);
  });
});

describe('headerOf', () => {
  test('finds the first in any casing', () => {
    const head = headOf('GET / HTTP/1.1\r\nhOST: a\r\nHost: b\r\n\r\n');
    expect(headerOf(head, 'host')).toBe('a');
    expect(headerOf(head, 'origin')).toBeUndefined();
  });
});

describe('contentLengthOf', () => {
  test.each([
    ['12', 12],
    ['12abc', 12],
    ['abc', 0],
    ['', 0],
    ['-5', -5],
    ['4294967296', 0],
  ])('reads "%s" as %d', (value, expected) => {
    expect(contentLengthOf(headOf(`GET / HTTP/1.1\r\nContent-Length: ${value}\r\n\r\n`))).toBe(expected);
  });
});
