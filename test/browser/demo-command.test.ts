// `npm start` as a command: what it prints, which ports it takes, how it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';

interface Run {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves once the output matches, rejects when the process ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exitCode: Promise<number | null>;
}

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

function run(...args: string[]): Run {
  const script = path.join(process.cwd(), 'scripts', 'demo.mjs');
  const child = spawn(process.execPath, [script, '--no-build', ...args]);
  cleanUps.push(() => child.kill('SIGKILL'));
  let output = '';
  const readers = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk;
    for (const reader of readers) reader();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exitCode = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    exitCode,
    output: () => output,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const reader = () => {
          const match = pattern.exec(output);
          if (match) resolve(match);
        };
        readers.add(reader);
        reader();
        void exitCode.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
      }),
  };
}

/** Takes a port, or finds it taken, and gives its number. */
async function takePort(wanted = 0): Promise<number> {
  const server: Server = createServer();
  const isOurs = await new Promise<boolean>((resolve) => {
    server.on('error', () => resolve(false));
    server.listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!isOurs) return wanted;
  cleanUps.push(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test('prints where to look and a line that posts a call, and ends on Ctrl+C', async () => {
  const demo = run();
  const [, pageUrl = ''] = await demo.says(/(http:\/\/127\.0\.0\.1:\d+\/)\s/);
  const [, curl, fixture = '', eventUrl = ''] = await demo.says(
    /(\S+) -X POST .*--data-binary "@(\S+)" (\S+)/,
  );
  expect(await (await fetch(pageUrl)).text()).toContain('911 call');
  // PowerShell takes a bare "curl" for a command of its own.
  expect(curl).toBe(process.platform === 'win32' ? 'curl.exe' : 'curl');
  expect(fixture).toBe('test/fixtures/cad/04_911_in_game.json');
  expect(new URL(eventUrl).pathname).toBe('/sonorancad/event');

  demo.child.kill('SIGINT');
  const code = await demo.exitCode;
  // On Windows a signal from another process ends it without a chance to say goodbye.
  if (process.platform === 'win32') return;
  expect(demo.output()).toMatch(/Demo stopped\.\s*$/);
  expect(code).toBe(0);
});

test('takes the next port when the usual one is taken, and says so', async () => {
  const usual = await takePort(8080);
  const demo = run();
  const [, port] = await demo.says(/http:\/\/127\.0\.0\.1:(\d+)\/ +\(port 8080 was taken\)/);
  expect(Number(port)).toBeGreaterThan(usual);
});

test.each([['--port'], ['--game-port']])('refuses when %s is taken', async (option) => {
  const port = await takePort();
  const demo = run(option, String(port));
  expect(await demo.exitCode).toBe(1);
  expect(demo.output()).toContain(`Port ${port} is taken`);
  expect(demo.output()).toContain(option);
  expect(demo.output()).not.toContain(' at ');
});

test.each([
  [['--port', 'x'], '--port takes a port'],
  [['--colour'], 'Usage'],
])('explains itself: %j', async (args, words) => {
  const demo = run(...args);
  expect(await demo.exitCode).toBe(1);
  expect(demo.output()).toContain(words);
});
