// docs/integration.md: its examples are run against the built resource, in both languages, and its lists are complete.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import { type OtherResource, type SimServer, startServer } from '../simulator/index.ts';
import { FIXTURE_KEY, fixtureText } from './support/fixtures.ts';
import { createLuaScript } from './support/lua-script.ts';

const page = readFileSync('docs/integration.md', 'utf8');

/** The examples by title: one script in each language. */
const examples = new Map(
  page
    .slice(page.indexOf('\n## Examples'), page.indexOf('\n## Exports'))
    .split('\n### ')
    .slice(1)
    .map((chapter) => {
      const script = (label: string) =>
        new RegExp(`^\`\`\`${label}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(chapter)?.[1] ?? '';
      return [chapter.split('\n')[0] ?? '', { lua: script('lua'), ts: script('ts') }];
    }),
);

/** What an example says, and what may be done to the server. */
interface Stage {
  readonly server: SimServer;
  readonly printed: () => readonly string[];
  /** Calls of the made-up radio. */
  readonly radio: unknown[][];
  send(body: string): Promise<number>;
  pass(ms: number): Promise<void>;
}

const OFFICER = 'license:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1';
const running: SimServer[] = [];
const closing: (() => void)[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.shutdown();
  for (const close of closing.splice(0)) close();
});

async function stage(language: 'lua' | 'ts', source: string): Promise<Stage> {
  const lua = language === 'lua' ? await createLuaScript('example', source) : null;
  if (lua) closing.push(lua.close);
  const radio: unknown[][] = [];
  const own: readonly OtherResource[] = lua
    ? lua.resources
    : [
        {
          name: 'example',
          scripts: { server: [transformSync(source, { loader: 'ts', format: 'iife' }).code] },
        },
      ];
  const server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    convars: { sonoran_apiKey: FIXTURE_KEY },
    players: [{ id: 1, name: 'Iris Dale', identifiers: [OFFICER], coords: [0, 0, 0] }],
    resources: [
      ...own,
      { name: 'radio', exports: { setEmergency: (...args: unknown[]) => void radio.push(args) } },
    ],
  });
  running.push(server);
  server.join(1);
  lua?.run(server);
  await server.advance(1500);
  return {
    server,
    radio,
    printed: () =>
      lua
        ? lua.printed
        : server.console.filter(({ channel }) => channel === 'script:example').map(({ text }) => text.trim()),
    async send(body) {
      const { done } = server.inject({ method: 'POST', path: '/sonorancad/event', body });
      const { status } = await done;
      await server.advance(200);
      return status;
    },
    pass: (ms) => server.advance(ms),
  };
}

/** What each example is put through, and what has to come of it. */
const trials: Readonly<Record<string, { play(on: Stage): Promise<unknown>; expected: unknown }>> = {
  'Do something when a 911 call comes in': {
    async play({ send, printed }) {
      await send(fixtureText('04_911_in_game'));
      await send(fixtureText('05_dispatch_new_from_911'));
      return printed();
    },
    expected: [
      '911 call 302 (emergency) from Nora Fields, Sinner St / Atlee St, at 425.1, -979.5: ' +
        'Two men breaking into a parked van, one has a crowbar - 100% sure',
    ],
  },
  "Show a player's unit": {
    async play({ server, send, pass }) {
      server.client(1)?.command('callsign');
      await pass(200);
      await send(fixtureText('02_unit_login'));
      server.client(1)?.command('callsign 1');
      await pass(200);
      return server.client(1)?.chat.map(({ args }) => args);
    },
    expected: [
      ['CAD', 'not in the CAD'],
      ['CAD', '2-ADAM-14, Iris Dale, AVAILABLE'],
    ],
  },
  'Count units on duty, and see whether a dispatcher is there': {
    async play({ server, send }) {
      const ask = () => [
        server.callExport('example', 'policeOnDuty'),
        server.callExport('example', 'isDispatcherOnline'),
      ];
      const before = ask();
      await send(fixtureText('02_unit_login'));
      await send(fixtureText('01_unit_login_dispatcher'));
      return [before, ask()];
    },
    expected: [
      [0, false],
      [1, true],
    ],
  },
  'Put a job on duty': {
    async play({ server, pass }) {
      const onDuty = () => server.callExport('sonorancad', 'isOnDuty', 1);
      const seen = [onDuty()];
      for (const event of ['towjob:started', 'towjob:ended', 'towjob:started']) {
        server.emit(event, 1);
        await pass(2500);
        seen.push(onDuty());
      }
      server.restart();
      await pass(2500);
      return [...seen, onDuty()];
    },
    expected: [false, true, false, true, true],
  },
  'React to an event type of your own': {
    async play({ server, send, pass }) {
      const body = JSON.stringify({
        key: FIXTURE_KEY,
        type: 'MY_ANNOUNCEMENT',
        data: { title: 'Radio', text: 'Hi' },
      });
      const statuses = [await send(body), await send(body.replace('MY_', 'YOUR_'))];
      server.restart();
      await pass(200);
      statuses.push(await send(body));
      return [statuses, server.client(1)?.chat.map(({ args }) => args)];
    },
    expected: [
      [200, 400, 200],
      [
        ['Radio', 'Hi'],
        ['Radio', 'Hi'],
      ],
    ],
  },
  'Pass panics on to a radio': {
    async play({ send, radio }) {
      await send(fixtureText('02_unit_login'));
      await send(fixtureText('12_unit_panic_on'));
      await send(fixtureText('13_unit_panic_off'));
      await send(fixtureText('12_unit_panic_on'));
      await send(fixtureText('31_unit_logout'));
      return radio;
    },
    expected: [true, false, true, false].map((isPanic) => [1, isPanic, '2-ADAM-14']),
  },
};

test('every example has a trial', () => {
  expect([...examples.keys()]).toEqual(Object.keys(trials));
});

describe.each(Object.keys(trials))('%s', (title) => {
  test.each(['lua', 'ts'] as const)('%s', async (language) => {
    const source = examples.get(title)?.[language] ?? '';
    expect(source).not.toBe('');
    const on = await stage(language, source);
    expect(await trials[title]?.play(on)).toEqual(trials[title]?.expected);
    expect(on.server.problems).toEqual([]);
  });
});

test('the TypeScript examples compile against types/, as another resource would', () => {
  const cache = path.resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'integration-'));
  try {
    cpSync('types', path.join(folder, 'sonorancad/types'), { recursive: true });
    mkdirSync(path.join(folder, 'example'));
    [...examples.values()].forEach(({ ts }, index) => {
      writeFileSync(path.join(folder, 'example', `${index}.ts`), ts);
    });
    const compilerOptions = {
      ...{ target: 'es2022', lib: ['es2022'], module: 'esnext', moduleResolution: 'bundler', strict: true },
      ...{ noEmit: true, skipLibCheck: true, types: ['@citizenfx/server'] },
    };
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['example/*.ts'] }),
    );
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', folder], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
