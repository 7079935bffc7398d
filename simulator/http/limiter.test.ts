import { describe, expect, test } from '@jest/globals';
import { fc } from '../../test/support/properties.ts';
import { createLimiter, createRateLimits } from './limiter.ts';

function clock() {
  let time = 1_000_000;
  return {
    now: () => time,
    advance(ms: number): void {
      time += ms;
    },
  };
}

/** How many of `count` requests pass. */
const passing = (count: number, consume: () => boolean): number =>
  Array.from({ length: count }, consume).filter(Boolean).length;

describe('a strict limiter', () => {
  test('lets a burst of 25 pass, then 10 a second', () => {
    const { now, advance } = clock();
    const limiter = createLimiter({ rate: 10, burst: 25, mode: 'strict' }, now);
    expect(passing(30, () => limiter.consume('a'))).toBe(25);
    advance(1000);
    expect(passing(30, () => limiter.consume('a'))).toBe(10);
    advance(60_000);
    expect(passing(30, () => limiter.consume('a'))).toBe(25);
  });

  test('counts each address on its own', () => {
    const limiter = createLimiter({ rate: 10, burst: 25, mode: 'strict' }, clock().now);
    expect(passing(30, () => limiter.consume('a'))).toBe(25);
    expect(passing(30, () => limiter.consume('b'))).toBe(25);
  });

  test('never lets more pass than burst plus what time adds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400)), (waits) => {
        const { now, advance } = clock();
        const limiter = createLimiter({ rate: 10, burst: 25, mode: 'strict' }, now);
        let passed = 0;
        let total = 0;
        for (const wait of waits) {
          advance(wait);
          total += wait;
          if (limiter.consume('a')) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(25 + total / 100);
      }),
    );
  });

  test('forgets the address unused for longest beyond 4000', () => {
    const limiter = createLimiter({ rate: 10, burst: 1, mode: 'strict' }, clock().now);
    expect(limiter.consume('first')).toBe(true);
    for (let index = 0; index < 3999; index += 1) limiter.consume(`other ${index}`);
    expect(limiter.consume('first')).toBe(false);
    for (let index = 0; index < 4000; index += 1) limiter.consume(`third ${index}`);
    expect(limiter.consume('first')).toBe(true);
  });

  test('keeps the tokens a bucket has when the settings change', () => {
    const { now, advance } = clock();
    const limiter = createLimiter({ rate: 10, burst: 25, mode: 'strict' }, now);
    passing(25, () => limiter.consume('a'));
    limiter.configure(100, 200);
    expect(limiter.consume('a')).toBe(false);
    advance(1000);
    expect(passing(300, () => limiter.consume('a'))).toBe(100);
    expect(passing(300, () => limiter.consume('b'))).toBe(200);
  });

  test('ignores settings of 0.01 or less', () => {
    const limiter = createLimiter({ rate: 10, burst: 25, mode: 'strict' }, clock().now);
    limiter.configure(0, 1);
    limiter.configure(1, 0.01);
    expect(passing(30, () => limiter.consume('a'))).toBe(25);
  });
});

test('source mode refuses one request and then gives a bucket of 1.5 times the size', () => {
  const limiter = createLimiter({ rate: 10, burst: 25, mode: 'source' }, clock().now);
  const outcomes = Array.from({ length: 64 }, () => limiter.consume('a'));
  expect(outcomes.flatMap((passed, index) => (passed ? [] : [index]))).toEqual([25, 62]);
});

describe('createRateLimits', () => {
  const limits = (convars: Record<string, string>, options = {}) =>
    createRateLimits(options, (name) => convars[name], clock().now);

  test('reads the settings of a resource from its convars on every request', () => {
    const convars: Record<string, string> = {};
    const allow = limits(convars);
    expect(passing(30, () => allow('cad', '203.0.113.1'))).toBe(25);
    convars.rateLimiter_http_cad_burst = '40';
    expect(passing(50, () => allow('cad', '203.0.113.2'))).toBe(40);
    expect(passing(50, () => allow('other', '203.0.113.2'))).toBe(25);
    convars.rateLimiter_http_cad_burst = 'many';
    expect(passing(50, () => allow('cad', '203.0.113.3'))).toBe(25);
  });

  test('lets loopback and private networks pass, unless told otherwise', () => {
    expect(passing(99, () => limits({})('cad', '127.0.0.1'))).toBe(99);
    const strict = limits({}, { exempt: false });
    expect(passing(99, () => strict('cad', '127.0.0.1'))).toBe(25);
    const own = limits({ sv_proxyIPRanges: '203.0.113.0/24' });
    expect(passing(99, () => own('cad', '203.0.113.7'))).toBe(99);
    expect(passing(99, () => own('cad', '127.0.0.1'))).toBe(25);
    const ipv6 = limits({});
    expect(passing(99, () => ipv6('cad', '::1'))).toBe(25);
  });
});
