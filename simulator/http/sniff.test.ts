import { expect, test } from '@jest/globals';
import { sniffHttp } from './sniff.ts';

test.each([
  ['a request line', 'GET / HTTP/1.1\r\n', 'http'],
  ['any version', 'GET / HTTP/9.9\r\n', 'http'],
  ['a method in lower case, once its line is complete', 'get / HTTP/1.1\r\n', 'http'],
  ['a method in lower case before its line is complete', 'get /something', 'other'],
  ['the beginning of a request line', 'GET /something', 'more'],
  ['up to ten bytes of anything', '\u0001\u0002\u0003', 'more'],
  ['a line that does not end in a version', 'GET / FTP\r\n', 'other'],
  ['a method of more than 64 characters', `${'A'.repeat(65)} /x`, 'other'],
  ['4097 bytes without an end of line', `GET /${'x'.repeat(4092)}`, 'other'],
  ['4096 bytes without an end of line', `GET /${'x'.repeat(4091)}`, 'more'],
  ['binary data', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u0000\u0003\u0003', 'other'],
])('%s', (_, text, expected) => {
  expect(sniffHttp(Buffer.from(text, 'latin1'))).toBe(expected);
});
