// One contract for the store that tests use and the one that the game server has.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { createKvpStore, type SimServer, startServer } from '../../simulator/index.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { storageCases } from './storage-cases.ts';

const names = Object.keys(storageCases);

describe('the store of the tests', () => {
  test.each(names)('%s', (name) => {
    expect(() => storageCases[name]?.(createMemoryStorage())).not.toThrow();
  });
});

describe('the store of the game server', () => {
  let script = '';
  let server: SimServer;

  beforeAll(() => {
    const { outputFiles } = buildSync({
      entryPoints: ['test/contract/storage-probe.ts'],
      bundle: true,
      format: 'iife',
      platform: 'node',
      target: 'node22',
      write: false,
    });
    script = outputFiles[0]?.text ?? '';
  });

  afterAll(() => server.shutdown());

  test.each(names)('%s', async (name) => {
    await server?.shutdown();
    server = await startServer({
      clock: 'manual',
      kvp: createKvpStore(),
      resources: [{ name: 'probe', scripts: { server: [script] } }],
    });
    expect(server.callExport('probe', 'run', name)).toBeNull();
    expect(server.problems).toEqual([]);
  });
});
