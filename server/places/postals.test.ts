import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { createTestConsole } from '../../test/support/test-console.ts';
import { createPostals } from './postals.ts';

interface Installed {
  isRunning: boolean;
  manifest: string | null;
  text: string | null;
}

const fileOf = (...codes: string[]) => JSON.stringify(codes.map((code, at) => ({ code, x: at + 1, y: 1 })));

/** A server with those resources; `postals` of a resource are the codes in its file. */
function setUp(setting = 'auto') {
  const clock = createManualClock();
  const console = createTestConsole();
  const installed = new Map<string, Installed>();
  const starts: ((name: string) => void)[] = [];
  const stops: ((name: string) => void)[] = [];
  const settings = { postalResource: setting };
  let changes = 0;

  const world = {
    clock,
    settings,
    lines: console.lines,
    changes: () => changes,
    install(name: string, text: string | null, manifest: string | null = 'postals.json') {
      installed.set(name, { isRunning: false, manifest, text });
      return world;
    },
    /** As the host does it: handlers run before the resource counts as running. */
    start(name: string) {
      for (const run of starts) run(name);
      const resource = installed.get(name);
      if (resource) resource.isRunning = true;
      return world;
    },
    /** As the host does it: handlers run while the resource still counts as running. */
    stop(name: string) {
      for (const run of stops) run(name);
      const resource = installed.get(name);
      if (resource) resource.isRunning = false;
      return world;
    },
    create() {
      const postals = createPostals({
        clock,
        console,
        settings: () => settings,
        resources: {
          names: () => [...installed.keys()],
          isRunning: (name) => installed.get(name)?.isRunning ?? false,
          metadata: (name, key) => (key === 'postal_file' ? (installed.get(name)?.manifest ?? null) : null),
          readFile: (name, path) => (path === 'postals.json' ? (installed.get(name)?.text ?? null) : null),
          onStart: (run) => void starts.push(run),
          onStop: (run) => void stops.push(run),
        },
      });
      postals.onChange(() => {
        changes += 1;
      });
      return postals;
    },
  };
  return world;
}

describe('the resource is found', () => {
  test.each([
    ['nearest-postal before others', ['a-postals', 'logs', 'nearest-postal'], 'nearest-postal'],
    ['one with a telling name before others', ['logs', 'Our-Postals'], 'Our-Postals'],
    ['any that has a file', ['logs'], 'logs'],
    ['the first by name', ['b-postals', 'a-postals'], 'a-postals'],
  ])('%s', (_, names, expected) => {
    const world = setUp();
    for (const name of names) world.install(name, fileOf('1')).start(name);
    world.install('hud', null, null).start('hud').install('stopped-postal', fileOf('1'));
    expect(world.create().source()).toEqual({ resource: expected, codes: 1 });
    expect(world.lines).toEqual([`info: 1 postals are known from ${expected}.`]);
  });

  test('by the name in the settings', () => {
    const world = setUp('mine').install('nearest-postal', fileOf('1')).start('nearest-postal');
    const postals = world.install('mine', fileOf('1', '2')).start('mine').create();
    expect(postals.source()).toEqual({ resource: 'mine', codes: 2 });
  });

  test('when it starts later', () => {
    const world = setUp().install('nearest-postal', fileOf('8112'));
    const postals = world.create();
    expect([postals.find('8112'), postals.source(), world.lines]).toEqual([null, null, []]);
    world.start('nearest-postal');
    expect(postals.find(' 8112')).toEqual({ x: 1, y: 1 });
    expect(world.changes()).toBe(1);
  });

  test('when a better one starts, and not when a worse one does', () => {
    const world = setUp().install('logs', fileOf('1')).install('nearest-postal', fileOf('2'));
    const postals = world.start('logs').create();
    world.start('nearest-postal');
    expect(postals.source()?.resource).toBe('nearest-postal');
    world.start('logs');
    expect(postals.source()?.resource).toBe('nearest-postal');
  });

  test('by new settings after a reload', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).install('mine', fileOf('2'));
    const postals = world.start('nearest-postal').start('mine').create();
    world.settings.postalResource = 'mine';
    postals.reload();
    expect(postals.source()?.resource).toBe('mine');
    world.settings.postalResource = 'none';
    postals.reload();
    expect(postals.source()).toBeNull();
    expect(world.changes()).toBe(2);
    expect(world.lines.slice(-2)).toEqual([
      'info: The postals of mine are not used any more.',
      'warn: places.postalResource: there is no resource none on this server.',
    ]);
  });
});

describe('the postals', () => {
  test('stay while their resource restarts, and are read anew', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).start('nearest-postal');
    const postals = world.create();
    world.stop('nearest-postal');
    expect(postals.find('1')).not.toBeNull();
    world.install('nearest-postal', fileOf('2')).start('nearest-postal');
    expect([postals.find('1'), postals.find('2')]).toEqual([null, { x: 1, y: 1 }]);
    world.clock.advance(60_000);
    expect(postals.find('2')).not.toBeNull();
    expect(world.changes()).toBe(1);
  });

  test('are dropped when their resource stays away', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).start('nearest-postal');
    const postals = world.create();
    world.stop('nearest-postal').clock.advance(9_999);
    expect(postals.find('1')).not.toBeNull();
    world.clock.advance(1);
    expect([postals.find('1'), postals.source(), world.changes()]).toEqual([null, null, 1]);
    expect(world.clock.pending()).toBe(0);
  });

  test('stay as long after a second stop as after the first', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).start('nearest-postal');
    const postals = world.create();
    world.stop('nearest-postal').install('nearest-postal', '[{').start('nearest-postal').clock.advance(9_000);
    world.stop('nearest-postal').clock.advance(9_000);
    expect(postals.find('1')).not.toBeNull();
    world.clock.advance(1_000);
    expect(postals.find('1')).toBeNull();
  });

  test('are replaced by those of another resource when theirs stays away', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).install('logs', fileOf('2'));
    const postals = world.start('nearest-postal').start('logs').create();
    world.stop('nearest-postal').clock.advance(10_000);
    expect(postals.source()?.resource).toBe('logs');
  });

  test('are replaced at once when another resource starts in its place', () => {
    const world = setUp().install('old-postals', fileOf('1')).install('new-postals', fileOf('2'));
    const postals = world.start('old-postals').create();
    world.stop('old-postals').start('new-postals').clock.advance(60_000);
    expect([postals.find('1'), postals.find('2')]).toEqual([null, { x: 1, y: 1 }]);
  });

  test('stay when the file has become unreadable', () => {
    const world = setUp().install('nearest-postal', fileOf('1')).start('nearest-postal');
    const postals = world.create();
    world
      .stop('nearest-postal')
      .install('nearest-postal', '[{')
      .start('nearest-postal')
      .clock.advance(60_000);
    expect(postals.find('1')).not.toBeNull();
    expect(world.changes()).toBe(0);
    expect(world.lines.slice(1)).toEqual([
      expect.stringMatching(
        /^warn: The postals of nearest-postal cannot be used: postals\.json: it is not JSON: .+\. Those known from nearest-postal stay\.$/,
      ),
    ]);
  });
});

test.each<[string, string | null, string | null, string]>([
  ['without a file', null, 'postals.json', 'postals.json: the file is missing'],
  ['without a manifest entry', fileOf('1'), null, 'there is no postal_file in its fxmanifest.lua'],
  ['with an empty file', '[]', 'postals.json', 'postals.json: there are no postals in it'],
])('a resource %s is told of', (_, text, manifest, reason) => {
  const world = setUp('mine').install('mine', text, manifest).start('mine');
  expect(world.create().source()).toBeNull();
  expect(world.lines).toEqual([
    `warn: The postals of mine cannot be used: ${reason}. Calls without coordinates may have no blip.`,
  ]);
});

test('entries that could not be used are told of', () => {
  const world = setUp().install('nearest-postal', '[{"code":"1","x":1,"y":1},{"code":"2"}]');
  world.start('nearest-postal').create();
  expect(world.lines).toEqual([
    'info: 1 postals are known from nearest-postal; 1 other entries of the file could not be used.',
  ]);
});
