// What the README tells people to type works.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../simulator/index.ts';
import { fixtureText, storyNames } from './support/fixtures.ts';
import { request } from './support/http.ts';

const readme = readFileSync('README.md', 'utf8');
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

/** Contents of the fenced blocks with that label. */
const blocks = (label: string) =>
  [...readme.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)]
    .filter((block) => block[1] === label)
    .map((block) => block[2] ?? '');

/** The local events that it and the page it points developers to name. */
const pages = readme + readFileSync('docs/integration.md', 'utf8');
const events = [...new Set([...pages.matchAll(/`(sonorancad:\w+)/g)].map((match) => match[1] ?? ''))];

let server: SimServer;

beforeAll(async () => {
  // The lines for server.cfg, with the key that the curl lines use.
  const cfg = blocks('')
    .filter((block) => /^ *(set|add_ace) /m.test(block))
    .join('\n')
    .replace('paste the key here', 'TEST-API-KEY-0000');
  server = await startServer({
    resourceDir: process.cwd(),
    clock: 'manual',
    cfg,
    players: [{ id: 1, name: 'Officer', groups: ['group.police'], coords: [0, 0, 0] }],
    resources: [
      {
        name: 'listener',
        scripts: {
          server: [
            `const heard = new Set();
             for (const name of ${JSON.stringify(events)}) on(name, () => heard.add(name));
             exports('heard', () => [...heard]);`,
          ],
        },
      },
    ],
  });
  server.join(1);
  await server.advance(1500);
});

afterAll(() => server.shutdown());

test('the server.cfg lines start the resource and put the police on duty', () => {
  expect(server.state('sonorancad')).toBe('started');
  expect(server.callExport('sonorancad', 'getOnDutyPlayers')).toEqual([1]);
  expect(server.problems).toEqual([]);
});

test('the curl lines place a call and take it away', async () => {
  const seen: number[] = [];
  for (const line of blocks('sh')) {
    const [, method, path, header, body] =
      /^curl -X (\w+) http:\/\/127\.0\.0\.1:30120(\S+) -H "([^"]+)" -d '([^']+)'$/m.exec(line) ?? [];
    const [name = '', value = ''] = (header ?? '').split(': ');
    const answer = await request(server.port, method ?? '', path ?? '', body, { [name]: value });
    expect(answer).toMatchObject({ status: 200, body: 'ok' });
    await server.advance(200);
    seen.push(server.client(1)?.blips.length ?? -1);
  }
  expect(seen).toEqual([1, 0]);
});

test('the lines for PowerShell send what the curl lines do', () => {
  const sent = (lines: readonly string[], pattern: RegExp) =>
    lines.map((line) => pattern.exec(line)?.slice(1) ?? [line]);
  const curl = sent(blocks('sh'), /^curl -X POST (\S+) -H "Content-Type: (\S+)" -d '([^']+)'$/m);
  const powershell = sent(
    blocks('powershell').flatMap((block) => block.trim().split('\n')),
    /^Invoke-RestMethod -Method Post -Uri (\S+) -ContentType (\S+) -Body '([^']+)'$/,
  );
  expect(powershell).toEqual(curl);
  expect(curl).toHaveLength(2);
});

test('the browser check answers as quoted', async () => {
  const quoted = /"(sonorancad [\d.]+ is listening) \.\.\."/.exec(readme)?.[1];
  const answer = await request(server.port, 'GET', '/sonorancad/');
  expect(quoted).toBeDefined();
  expect(answer.body.startsWith(quoted ?? '-')).toBe(true);
});

test('the exports it names exist', () => {
  const names = [...readme.matchAll(/`(\w+)\((?:\w+(?:, \w+)*)?\)`/g)].map((match) => match[1] ?? '');
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(() => server.callExport('sonorancad', name, 1)).not.toThrow();
});

test('the events that are named are raised in the course of a shift', async () => {
  expect(events.length).toBeGreaterThan(10);
  for (const name of storyNames) {
    await request(server.port, 'POST', '/sonorancad/event', fixtureText(name));
  }
  server.removeAce('group.police', 'sonorancad.duty');
  await server.advance(2500);
  expect(new Set(server.callExport('listener', 'heard') as string[])).toEqual(new Set(events));
});

test.each([...readme.matchAll(/`?npm (?:run )?(\w+)/g)].map((match) => [match[1] ?? '']))(
  'npm script %s exists',
  (name) => expect(scripts).toContain(name),
);
