// Who is on duty by job or by another resource, across real resource borders: whatever starts first, restarts or fails.

import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { type OtherResource, type SimServer, startServer } from '../../simulator/index.ts';
import { type FrameworkScript, frameworkScripts } from './frameworks.ts';

let probe: OtherResource;
let server: SimServer;

beforeAll(() => {
  const { outputFiles } = buildSync({
    entryPoints: ['test/contract/frameworks-probe.ts'],
    bundle: true,
    format: 'iife',
    platform: 'node',
    target: 'node22',
    write: false,
  });
  probe = { name: 'probe', scripts: { server: [outputFiles[0]?.text ?? ''] } };
});

afterEach(() => server.shutdown());

const toResource = ({ resource, metadata, script }: FrameworkScript): OtherResource => ({
  name: resource,
  metadata,
  // As a script of its own it would leave its names to the next one.
  scripts: { server: [`{ ${script} }`] },
});

async function boot(...resources: OtherResource[]): Promise<void> {
  const toPlayer = (id: number) => ({
    id,
    name: `Player ${id}`,
    identifiers: [`license:${id}${id}${id}${id}${id}`],
  });
  server = await startServer({ clock: 'manual', resources, players: [1, 2, 3].map(toPlayer) });
  await server.advance(200);
}

const onDuty = () => server.callExport('probe', 'onDuty');
const why = (player: number, source: string) =>
  (server.callExport('probe', 'why', player) as Record<string, string>)[source];
const warnings = () =>
  server.console
    .filter(({ resource, text }) => resource === 'probe' && text.includes('Warning'))
    .map(({ text }) => text);

describe.each(frameworkScripts)('$title', (framework) => {
  const resource = framework.resource;
  const drive = (name: string, ...args: unknown[]) => server.callExport(resource, name, ...args);

  test('is recognised; loading, changing and leaving a character count at once', async () => {
    await boot(toResource(framework), probe);
    expect(server.callExport('probe', 'framework')).toBe(framework.label);
    drive('load', 1, 'police', 2, true);
    drive('load', 2, 'taxi', 0, true);
    expect([onDuty(), server.callExport('probe', 'nameOf', 1)]).toEqual([[1], 'Ada Lovelace']);
    drive('setJob', 2, 'ambulance', 1, true);
    expect(onDuty()).toEqual([1, 2]);
    drive('setJob', 1, 'police', 2, false);
    expect([onDuty(), why(1, 'job')]).toEqual([
      [2],
      `${framework.label}: police (grade 2) is off duty in the framework`,
    ]);
    drive('unload', 2);
    expect([onDuty(), server.allProblems()]).toEqual([[], []]);
    await server.advance(60_000);
    expect([onDuty(), why(2, 'job'), server.allProblems()]).toEqual([
      [],
      `${framework.label} knows no character of this player`,
      [],
    ]);
  });

  test('may have had its characters before we start', async () => {
    await boot(toResource(framework));
    drive('load', 1, 'police', 2, true);
    server.addResource(probe);
    expect(onDuty()).toEqual([1]);
  });

  test('may start after us, and restart', async () => {
    await boot(probe);
    expect([server.callExport('probe', 'framework'), why(1, 'job')]).toEqual([
      null,
      'no framework is running',
    ]);
    server.addResource(toResource(framework));
    drive('load', 1, 'police', 2, true);
    await server.advance(200);
    expect(onDuty()).toEqual([1]);

    server.restart(resource);
    await server.advance(50);
    expect(onDuty()).toEqual([]);
    drive('load', 1, 'police', 2, true);
    await server.advance(200);
    expect([onDuty(), warnings(), server.allProblems()]).toEqual([[1], [], []]);
  });

  test('may load its characters in the very moment it restarts', async () => {
    await boot(toResource(framework), probe);
    drive('load', 1, 'police', 2, true);
    server.restart(resource);
    drive('load', 2, 'police', 2, true);
    await server.advance(200);
    expect([onDuty(), warnings(), server.allProblems()]).toEqual([[2], [], []]);
  });

  test('may stop for good', async () => {
    await boot(toResource(framework), probe);
    drive('load', 1, 'police', 2, true);
    server.stop(resource);
    await server.advance(200);
    expect([onDuty(), server.callExport('probe', 'framework')]).toEqual([[], null]);
    await server.advance(60_000);
    expect([warnings(), server.allProblems()]).toEqual([[], []]);
  });

  test.each(['throw', 'promise', 'junk'])(
    'may fail (%s): one line, nobody on duty by it, and back again',
    async (how) => {
      await boot(toResource(framework), probe);
      drive('fail', how);
      drive('load', 1, 'police', 2, true);
      drive('load', 2, 'police', 2, true);
      await server.advance(60_000);
      // A player of ox_core of whom nothing can be read has no character.
      const expected = framework.label === 'ox_core' && how === 'junk' ? 0 : 1;
      expect([onDuty(), warnings()]).toEqual([
        [],
        Array(expected).fill(expect.stringContaining(framework.label)),
      ]);
      drive('fail', null);
      await server.advance(60_000);
      expect(onDuty()).toEqual([1, 2]);
    },
  );
});

describe('a duty function of another resource', () => {
  const neighbour = (code: string): OtherResource => ({
    name: 'neighbour',
    scripts: { server: [`on('onResourceStart', (name) => { if (name === 'neighbour') { ${code} } });`] },
  });
  const register = (predicate: string) => neighbour(`exports.probe.registerDuty(${predicate});`);

  test('puts on duty until its resource stops', async () => {
    await boot(probe, register('(player) => player === 2'));
    expect([onDuty(), why(2, 'export')]).toEqual([[2], 'neighbour says so']);
    server.stop('neighbour');
    await server.advance(100);
    expect([onDuty(), warnings(), server.allProblems()]).toEqual([[], [], []]);
  });

  test('is asked again and again', async () => {
    await boot(
      probe,
      neighbour(
        'let duty = 1; exports("go", (to) => { duty = to; }); exports.probe.registerDuty((player) => player === duty);',
      ),
    );
    expect(onDuty()).toEqual([1]);
    server.callExport('neighbour', 'go', 3);
    await server.advance(1200);
    expect(onDuty()).toEqual([3]);
  });

  test('that is async or throws counts as no and is named once', async () => {
    await boot(probe, register('async () => { throw new Error("x"); }'));
    await server.advance(5000);
    expect([onDuty(), warnings()]).toEqual([
      [],
      [expect.stringContaining('neighbour answered with a promise')],
    ]);
  });

  test('that registers with every start of its resource is there once', async () => {
    await boot(probe, register('() => true'));
    server.restart('neighbour');
    await server.advance(100);
    expect([onDuty(), why(1, 'export'), server.allProblems()]).toEqual([[1, 2, 3], 'neighbour says so', []]);
  });
});

test('players who join and leave are seen, and nothing of them stays', async () => {
  const [esx] = frameworkScripts;
  await boot(...(esx ? [toResource(esx)] : []), probe);
  server.callExport('es_extended', 'load', 1, 'police', 0, true);
  server.drop(1);
  server.callExport('es_extended', 'unload', 1);
  expect([onDuty(), server.callExport('probe', 'why', 1), server.callExport('probe', 'nameOf', 1)]).toEqual([
    [],
    {},
    null,
  ]);
  server.join({ id: 9, name: 'Grace', identifiers: ['license:99999'] });
  await server.advance(100);
  server.callExport('es_extended', 'load', 9, 'police', 0, true);
  expect([onDuty(), server.allProblems()]).toEqual([[9], []]);
});
