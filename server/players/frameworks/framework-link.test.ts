import { describe, expect, test } from '@jest/globals';
import { createFakeNeighbours, type FakeExports } from '../../../test/support/fake-neighbours.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { createTestConsole } from '../../../test/support/test-console.ts';
import type { DutyConfig } from '../duty-config.ts';
import { createFrameworkLink } from './framework-link.ts';

const job = { name: 'police', grade: { level: 1 }, onduty: true };
const qb = (name = 'police'): FakeExports => ({
  GetPlayer: () => ({ PlayerData: { job: { ...job, name } } }),
});
const esx = (name = 'police'): FakeExports => ({
  getSharedObject: () => ({ GetPlayerFromId: () => ({ name: 'Ada', job: { name, grade: 1 } }) }),
});
const broken = (message = 'broken'): FakeExports => ({
  GetPlayer() {
    throw new Error(message);
  },
});

function setUp(running: Record<string, FakeExports> = {}, choice: DutyConfig['framework'] = 'auto') {
  const neighbours = createFakeNeighbours(running);
  const clock = createManualClock();
  const console = createTestConsole();
  const told: string[] = [];
  const link = createFrameworkLink({
    choice,
    ...neighbours,
    clock,
    console,
    listener: {
      changed: (player) => told.push(`changed ${player}`),
      left: (player) => told.push(`left ${player}`),
    },
  });
  const jobOf = (player: number) => link.characterOf(player)?.jobs[0]?.name ?? null;
  return { neighbours, clock, link, jobOf, told, lines: console.lines };
}

describe('the framework that is used', () => {
  test.each<[string, Record<string, FakeExports>, DutyConfig['framework'], string | null]>([
    ['none', {}, 'auto', null],
    ['the one that runs', { es_extended: esx() }, 'auto', 'ESX'],
    ['Qbox, which provides qb-core', { 'qb-core': qb(), qbx_core: qb() }, 'auto', 'Qbox'],
    ['the one the owner names', { 'qb-core': qb(), es_extended: esx() }, 'esx', 'ESX'],
    ['none when the one the owner names does not run', { 'qb-core': qb() }, 'ox', null],
  ])('%s', (_, running, choice, expected) => {
    const { link } = setUp(running, choice);
    expect(link.label()).toBe(expected);
  });
});

describe('a framework that', () => {
  test('starts after us is used as soon as its exports can be', () => {
    const { neighbours, clock, link, jobOf, told } = setUp();
    expect(jobOf(1)).toBeNull();
    neighbours.start('es_extended', esx());
    expect(neighbours.calls).toEqual([]);
    clock.advance(100);
    expect([link.label(), jobOf(1), told]).toEqual(['ESX', 'police', ['changed null']]);
  });

  test('stops is not asked any more', () => {
    const { neighbours, clock, link, jobOf, told, lines } = setUp({ es_extended: esx() });
    jobOf(1);
    neighbours.stop('es_extended');
    neighbours.calls.length = 0;
    expect([link.label(), jobOf(1), told]).toEqual([null, null, ['changed null']]);
    clock.advance(1000);
    expect([jobOf(1), neighbours.calls, lines]).toEqual([null, [], []]);
  });

  test('restarts is connected to anew', () => {
    const { neighbours, clock, jobOf, told, lines } = setUp({ es_extended: esx('police') });
    jobOf(1);
    neighbours.stop('es_extended');
    neighbours.start('es_extended', esx('sheriff'));
    expect(jobOf(1)).toBeNull();
    clock.advance(100);
    expect([jobOf(1), told, lines]).toEqual(['sheriff', ['changed null', 'changed null'], []]);
  });

  test('replaces another takes over', () => {
    const { neighbours, clock, link, jobOf } = setUp({ es_extended: esx('old') });
    neighbours.stop('es_extended');
    neighbours.start('qbx_core', qb('new'));
    clock.advance(100);
    expect([link.label(), jobOf(1)]).toEqual(['Qbox', 'new']);
  });

  test('does not concern us may come and go', () => {
    const { neighbours, clock, told } = setUp({ es_extended: esx() });
    neighbours.start('chat');
    neighbours.stop('chat');
    neighbours.start('ox_core');
    clock.advance(1000);
    expect(told).toEqual([]);
  });

  test('is not in use is not listened to', () => {
    const { neighbours, clock, told } = setUp({ es_extended: esx() });
    expect(neighbours.listeners('ox:playerLoaded')).toBe(0);
    neighbours.emit('esx:setJob', 1);
    neighbours.stop('es_extended');
    neighbours.emit('esx:setJob', 2);
    neighbours.emit('esx:playerLogout', 2);
    neighbours.start('es_extended', esx());
    clock.advance(100);
    neighbours.emit('esx:playerLogout', 3);
    expect(told).toEqual(['changed 1', 'changed null', 'changed null', 'left 3']);
    expect(neighbours.listeners('esx:setJob')).toBe(1);
  });
});

test.each<[string, Record<string, FakeExports>, DutyConfig['framework'], string]>([
  ['no framework', {}, 'auto', 'no framework is running'],
  [
    'another framework',
    { qbx_core: qb() },
    'esx',
    'ESX, which duty.framework in config.json names, is not running',
  ],
  [
    'a player without one',
    { qbx_core: { GetPlayer: () => null } },
    'auto',
    'Qbox knows no character of this player',
  ],
])('why there is no character: %s', (_, running, choice, expected) => {
  const { link } = setUp(running, choice);
  expect([link.characterOf(1), link.whyNone()]).toEqual([null, expected]);
});

describe('a framework that fails', () => {
  test('is named once, and nobody is hurt', () => {
    const { jobOf, lines, link } = setUp({ qbx_core: broken('^1bad\nthing') });
    expect([jobOf(1), jobOf(2), jobOf(1)]).toEqual([null, null, null]);
    expect(link.whyNone()).toMatch(/^Qbox knows no character .* could not be asked/);
    expect(lines).toEqual([
      expect.stringMatching(/^warn: Qbox \(qbx_core\) could not be asked .*: 1bad thing\. /),
    ]);
  });

  test('for one player still answers for the others', () => {
    const { neighbours, jobOf } = setUp({ qbx_core: qb() });
    neighbours.replace('qbx_core', {
      GetPlayer: (player: number) => ({ PlayerData: player === 1 ? {} : { job } }),
    });
    expect([jobOf(1), jobOf(2)]).toEqual([null, 'police']);
  });

  test('is named again after it was restarted', () => {
    const { neighbours, clock, jobOf, lines } = setUp({ qbx_core: broken() });
    jobOf(1);
    neighbours.stop('qbx_core');
    neighbours.start('qbx_core', broken());
    clock.advance(100);
    jobOf(1);
    expect(lines).toHaveLength(2);
  });

  test('to connect is tried again after a while, not for every player', () => {
    const { neighbours, clock, jobOf } = setUp({ es_extended: { getSharedObject: () => null } });
    for (let player = 1; player <= 50; player += 1) jobOf(player);
    expect(neighbours.calls).toHaveLength(1);
    neighbours.replace('es_extended', esx());
    clock.advance(10_000);
    expect(jobOf(1)).toBe('police');
  });

  test('as its functions died is connected to again', () => {
    let run = 1;
    const exported: FakeExports = {
      getSharedObject() {
        const mine = run;
        return {
          GetPlayerFromId() {
            if (mine !== run) throw new Error('dead reference');
            return { job: { name: `run ${mine}`, grade: 0 } };
          },
        };
      },
    };
    const { clock, jobOf } = setUp({ es_extended: exported });
    expect(jobOf(1)).toBe('run 1');
    run = 2;
    clock.advance(10_000);
    expect([jobOf(1), jobOf(1)]).toEqual([null, 'run 2']);
  });
});

test('stop leaves no timer', () => {
  const { neighbours, clock, link } = setUp();
  neighbours.start('es_extended', esx());
  link.stop();
  expect(clock.pending()).toBe(0);
});
