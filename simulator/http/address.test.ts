import { describe, expect, test } from '@jest/globals';
import { DEFAULT_PROXY_RANGES, formatPeer, hostOf, isInRanges } from './address.ts';

describe('addresses', () => {
  test('are spelled as the real server spells them', () => {
    expect(formatPeer(hostOf('::ffff:10.0.0.1'), 80)).toBe('10.0.0.1:80');
    expect(formatPeer(hostOf('fe80::1%eth0'), 80)).toBe('[fe80::1]:80');
    expect(formatPeer(hostOf('::1'), 80)).toBe('[::1]:80');
  });

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['10.1.2.3', true],
    ['192.168.1.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['203.0.113.9', false],
    ['::1', false],
  ])('%s in the default proxy ranges: %s', (host, expected) => {
    expect(isInRanges(host, DEFAULT_PROXY_RANGES)).toBe(expected);
  });

  test('take networks of both families and pass over what is none', () => {
    expect(isInRanges('::1', 'nonsense  ::1/128')).toBe(true);
    expect(isInRanges('203.0.113.9', '203.0.113.9')).toBe(true);
    expect(isInRanges('203.0.113.9', '203.0.113.0/99')).toBe(false);
  });
});
