import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { createBreaker } from './breaker.ts';
import { fail, type RestCode } from './failure.ts';

function setUp() {
  const clock = createManualClock();
  const console = createTestConsole();
  const breaker = createBreaker(clock, console);
  const end = (code: RestCode | 'ok', times = 1) => {
    for (let i = 0; i < times; i += 1) {
      breaker.sent();
      breaker.settled(code === 'ok' ? { ok: true, value: null } : fail(code, 'It does not answer.'));
    }
  };
  return { clock, console, breaker, end };
}

test('opens after five failures in a row, with one line, and refuses with the reason', () => {
  const { breaker, console, end } = setUp();
  end('timeout', 4);
  expect(breaker.refusal()).toBeNull();
  end('unreachable');
  expect(breaker.refusal()).toMatchObject({
    code: 'unavailable',
    reason: 'It does not answer. It is tried again in 15 s.',
  });
  end('timeout', 3);
  expect(console.lines).toEqual([
    'warn: REST API: It does not answer. Until it works, calls and units are known from events alone.',
  ]);
});

test('a wrong key opens it at once', () => {
  const { breaker, end } = setUp();
  end('unauthorized');
  expect(breaker.isOpen()).toBe(true);
});

test.each<[string, RestCode | 'ok']>([
  ['a success', 'ok'],
  ['a call that is gone', 'not-found'],
  ['a limit', 'rate-limited'],
  ['a refusal', 'refused'],
])('%s in between shows that the CAD is there', (_, code) => {
  const { breaker, end } = setUp();
  end('timeout', 4);
  end(code);
  end('timeout', 4);
  expect(breaker.refusal()).toBeNull();
});

test('lets one request through after the pause, and no other until that has ended', () => {
  const { clock, breaker, end } = setUp();
  end('timeout', 5);
  clock.advance(15_000);
  expect(breaker.refusal()).toBeNull();
  breaker.sent();
  expect(breaker.refusal()).toMatchObject({ code: 'unavailable' });
});

test('each failed attempt makes the pause longer, up to five minutes', () => {
  const { clock, console, breaker, end } = setUp();
  end('timeout', 5);
  const pauses = [15_000, 60_000, 300_000, 300_000];
  for (const pause of pauses) {
    clock.advance(pause - 1);
    expect(breaker.refusal()).not.toBeNull();
    clock.advance(1);
    expect(breaker.refusal()).toBeNull();
    end('timeout');
  }
  expect(console.lines).toHaveLength(1);
});

test('an answer closes it, with one line, and all starts anew', () => {
  const { clock, console, breaker, end } = setUp();
  end('server-error', 5);
  clock.advance(15_000);
  end('ok');
  expect([breaker.refusal(), breaker.isOpen()]).toEqual([null, false]);
  end('timeout', 4);
  expect(breaker.refusal()).toBeNull();
  expect(console.lines.slice(1)).toEqual(['info: REST API: Sonoran CAD answers again.']);
});

test('a failure of an earlier request does not count as the attempt', () => {
  const { clock, breaker, end } = setUp();
  end('timeout', 5);
  breaker.settled(fail('timeout', 'Late.'));
  clock.advance(15_000);
  expect(breaker.refusal()).toBeNull();
});

test('is closed again when key or address have changed', () => {
  const { breaker, end } = setUp();
  end('unauthorized');
  breaker.reset();
  expect(breaker.refusal()).toBeNull();
});
