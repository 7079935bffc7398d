// docs/walkthroughs.md: every step is done as it stands there, in a copy of the sources; then it is tried out.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimServer, startServer } from '../simulator/index.ts';
import { FIXTURE_KEY, fixtureText } from './support/fixtures.ts';

/** What the bundles are made of, and what is generated. */
const SOURCES = [
  ...['server', 'shared', 'client', 'web', 'types', 'locales', 'scripts', 'docs', 'test/fixtures'],
  ...['build.mjs', 'package.json', 'tsconfig.base.json', 'tsconfig.json', 'fxmanifest.lua', 'config.json'],
];
const CHAPTERS = ['Add an event', 'Add a notifier', 'Add a duty source'];

/** One thing to do: a new file, or a change of one that is there. */
interface Step {
  readonly file: string;
  readonly label: string;
  readonly body: string;
}

/** The blocks of a chapter, each with the file that was named last before it. */
function stepsOf(chapter: string): Step[] {
  const steps: Step[] = [];
  let file = '';
  for (const [, words = '', label = '', body = ''] of chapter.matchAll(
    /([\s\S]*?)^```(\w*)\n([\s\S]*?)^```$/gm,
  )) {
    const named = [
      ...words.matchAll(/(?:New\s+file|In)\s+`([\w./-]+\.\w+)`|in\s+`((?:server|client|shared)\/[\w./-]+)`/g),
    ].at(-1);
    file = named?.[1] ?? named?.[2] ?? file;
    if (file !== '') steps.push({ file, label, body });
  }
  return steps;
}

/** The text before and after a change in the notation of diffs. */
function sidesOf(body: string): { before: string; after: string } {
  const lines = body.split('\n').slice(0, -1);
  const side = (other: string) =>
    lines
      .filter((line) => !line.startsWith(other))
      .map((line) => line.slice(1))
      .join('\n');
  return { before: side('+'), after: side('-') };
}

const page = readFileSync('docs/walkthroughs.md', 'utf8');
const chapters = new Map(
  page
    .split('\n## ')
    .slice(1)
    .map((chapter) => [chapter.split('\n')[0] ?? '', chapter]),
);
let copy: string;

/** Runs a script of the copy. */
function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    timeout: 240_000,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'walkthroughs-'));
  for (const entry of SOURCES) cpSync(entry, path.join(copy, entry), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
  for (const { file, label, body } of CHAPTERS.flatMap((title) => stepsOf(chapters.get(title) ?? ''))) {
    const target = path.join(copy, file);
    if (label !== 'diff') {
      if (existsSync(target)) throw new Error(`${file} is said to be new.`);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, body);
      continue;
    }
    const { before, after } = sidesOf(body);
    const parts = readFileSync(target, 'utf8').split(before);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} places like this:\n${before}`);
    writeFileSync(target, parts.join(after));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('has the chapters, each with steps', () => {
  expect([...chapters.keys()]).toEqual(CHAPTERS);
  for (const title of CHAPTERS) expect(stepsOf(chapters.get(title) ?? '').length).toBeGreaterThan(3);
});

test('what comes of the steps has no type errors, and the generated pages follow', () => {
  const check = `import('./scripts/typecheck.mjs').then(async ({ typecheck }) => process.exit((await typecheck(['server', 'client'])) ? 0 : 1))`;
  expect(run('--input-type=module', '-e', check)).toBe('');
  expect(run('scripts/gen.mjs')).toBe('');
  expect(readFileSync(path.join(copy, 'docs/events.md'), 'utf8')).toContain('## EVENT_UNIT_AOP');
  expect(readFileSync(path.join(copy, 'docs/settings.md'), 'utf8')).toContain(
    '["cad","ace","job","tag","export"]',
  );
}, 240_000);

describe('built', () => {
  let server: SimServer;
  const shown: unknown[][] = [];

  beforeAll(async () => {
    const build = `import('./build.mjs').then(({ build }) => build())`;
    expect(run('--input-type=module', '-e', build)).toBe('');
    writeFileSync(path.join(copy, 'config.json'), JSON.stringify({ notify: { order: ['my_notify'] } }));
    server = await startServer({
      resourceDir: copy,
      resourceName: 'sonorancad',
      clock: 'manual',
      convars: { sonoran_apiKey: FIXTURE_KEY },
      players: [
        { id: 1, name: '[LSPD] Iris Dale', coords: [0, 0, 0] },
        { id: 2, name: 'Tom Reed', coords: [0, 0, 0] },
      ],
      resources: [
        { name: 'my_notify', clientExports: { show: (...args: unknown[]) => void shown.push(args) } },
      ],
    });
    server.join(1);
    server.join(2);
    await server.advance(1500);
  }, 120_000);

  afterAll(() => server.shutdown());

  const send = async (body: string) => {
    const { status } = await server.inject({ method: 'POST', path: '/sonorancad/event', body }).done;
    await server.advance(300);
    return status;
  };

  test('the event changes what is known of the unit', async () => {
    expect(await send(fixtureText('02_unit_login'))).toBe(200);
    const body = readFileSync(path.join(copy, 'test/fixtures/cad/33_unit_aop.json'), 'utf8');
    expect(await send(body)).toBe(200);
    expect(server.callExport('sonorancad', 'getUnit', 12)).toMatchObject({ aop: 'Paleto Bay' });
  });

  test('the duty source puts players with a tag on duty, and explains itself', () => {
    expect(server.callExport('sonorancad', 'getOnDutyPlayers')).toEqual([1]);
    const before = server.console.length;
    server.execute('sonorancad why 2');
    const lines = server.console.slice(before).map(({ text }) => text);
    expect(lines.join('')).toContain('has no tag in front of the name');
  });

  test('the notifier shows alerts', async () => {
    shown.length = 0;
    expect(await send(fixtureText('04_911_in_game'))).toBe(200);
    expect(shown).toEqual([
      [expect.stringContaining('911'), expect.stringContaining('Two men'), 'warning', 12_000],
    ]);
  });

  test('nothing of it troubles the host', () => {
    expect(server.allProblems()).toEqual([]);
  });
});
