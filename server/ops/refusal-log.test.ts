import { expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { refusals } from '../http/reply.ts';
import { createRefusalLog } from './refusal-log.ts';

function setUp() {
  const clock = createManualClock();
  const console = createTestConsole();
  return { clock, lines: console.lines, log: createRefusalLog(console, clock) };
}

test('a refusal is told once per address, reason and minute, the rest as a number', () => {
  const { log, lines, clock } = setUp();
  for (let i = 0; i < 40; i += 1) log.refused('203.0.113.7', refusals.key());
  log.refused('203.0.113.8', refusals.key());
  log.refused('203.0.113.7', refusals.notFound());
  expect(lines).toHaveLength(3);
  clock.advance(60_000);
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatch(
    /^warn: Refused a request from 203\.0\.113\.7 with 400: the key .* 39 more like it/,
  );
  log.refused('203.0.113.7', refusals.key());
  expect(lines).toHaveLength(5);
});

test('every refusal is counted by reason', () => {
  const { log } = setUp();
  log.refused('a', refusals.key());
  log.refused('a', refusals.key());
  log.refused('b', refusals.notFound());
  expect(log.counts()).toEqual({ key: 2, 'not-found': 1 });
});

test('a flood from many addresses stays a few lines and leaves nothing behind', () => {
  const { log, lines, clock } = setUp();
  for (let i = 0; i < 5000; i += 1) log.refused(`203.0.113.${i}`, refusals.key());
  expect(lines.length).toBeLessThanOrEqual(201);
  clock.advance(60_000);
  expect(lines.length).toBeLessThanOrEqual(202);
  expect(lines.at(-1)).toContain('other addresses');
  expect(clock.pending()).toBe(0);
});

test('a missing API key is counted here but told by the start line only', () => {
  const { log, lines } = setUp();
  log.refused('a', refusals.notConfigured());
  expect([lines, log.counts()]).toEqual([[], { 'not-configured': 1 }]);
});

test('what a sender wrote cannot colour or break the line', () => {
  const { log, lines } = setUp();
  log.refused('a', refusals.type('EVENT\n^1X'));
  expect(lines).toEqual([
    'warn: Refused a request from a with 400: nothing here knows the event type EVENT 1X.',
  ]);
});
