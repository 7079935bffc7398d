// types/index.d.ts says what the resource does: its shapes are ours, its names are those that exist and are documented.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalEvents } from '../server/api/events.ts';
import { createToUnit } from '../server/api/units.ts';
import { createStore } from '../server/cad/store.ts';
import { createDecode } from '../server/push/decode.ts';
import { pushDefinitions } from '../server/push/registry.ts';
import { type SimServer, startServer } from '../simulator/index.ts';
import { fixture, fixtureNames } from './support/fixtures.ts';
import { createOfficialRig } from './support/official-rig.ts';

const declarations = readFileSync('types/index.d.ts', 'utf8');
const page = readFileSync('docs/integration.md', 'utf8');

const own = (file: string) => path.resolve(file).replaceAll('\\', '/');

/** A file that compiles when the declarations are equal to our own types. */
const PROBE = `
  import type * as call from '${own('shared/call.ts')}';
  import type * as unit from '${own('shared/unit.ts')}';
  import type * as changes from '${own('server/cad/changes.ts')}';
  import type { Status } from '${own('server/ops/status.ts')}';
  import type * as declared from './index.ts';

  type Equal<A, B> =
    (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : { left: A; right: B };
  export const equal: readonly true[] = [
    true satisfies Equal<declared.Call, call.Call>,
    true satisfies Equal<declared.Note, call.Note>,
    true satisfies Equal<declared.Position, call.Position>,
    true satisfies Equal<declared.Unit, unit.Unit>,
    true satisfies Equal<declared.Tone, changes.Tone>,
    true satisfies Equal<declared.StationAlert, changes.StationAlert>,
    true satisfies Equal<declared.Page, changes.Page>,
  ];
  /** What is declared of the status is there; more may be. */
  export const toDeclared = (status: Status): declared.Status => status;
`;

/** Changes to the declarations that have to be noticed: what is replaced by what. */
const mistakes: readonly (readonly [name: string, from: string, to: string])[] = [
  ['a field less', '  readonly postal: string;\n', ''],
  ['a field more', '  readonly postal: string;\n', '  readonly postal: string;\n  readonly zip: string;\n'],
  ['another type', 'readonly unitNum: string', 'readonly unitNum: string | null'],
  ['a field that may be missing', 'readonly aop: string', 'readonly aop?: string'],
  ['a status that is not there', 'readonly startedAt: number', 'readonly startedOn: number'],
  ['a type that does not exist', 'getCalls(): Call[]', 'getCalls(): Calls[]'],
];

/** Compiles the probe beside each of the texts, in one go; the errors by the place of the text. */
function compile(texts: readonly string[]): string[] {
  const cache = path.resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'types-'));
  try {
    texts.forEach((text, index) => {
      mkdirSync(path.join(folder, `of-${index}`));
      // As a module of its own: what is wrong inside a declaration file is passed over.
      writeFileSync(path.join(folder, `of-${index}`, 'index.ts'), text);
      writeFileSync(path.join(folder, `of-${index}`, 'probe.ts'), PROBE);
    });
    const config = {
      extends: path.resolve('tsconfig.base.json'),
      compilerOptions: { types: ['node'] },
      include: ['**/*.ts'],
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    const args = [tsc, '--pretty', 'false', '-p', folder];
    const lines = spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.split('\n');
    return texts.map((_, index) => lines.filter((line) => line.includes(`of-${index}`)).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the shapes', () => {
  const errors = compile([declarations, ...mistakes.map(([, from, to]) => declarations.replace(from, to))]);

  test('are ours', () => expect(errors[0]).toBe(''));

  test.each(mistakes.map(([name, from], index) => ({ name, from, said: errors[index + 1] })))(
    '$name would be noticed',
    ({ from, said }) => {
      expect(declarations).toContain(from);
      expect(said).toMatch(/error TS/);
    },
  );
});

/** The first cells of the tables in a chapter of the page, as far as they are names in code. */
function namesIn(from: string, to: string): string[] {
  const chapter = page.slice(page.indexOf(`\n${from}\n`), page.indexOf(`\n${to}\n`));
  const cells = [...chapter.matchAll(/^\| (`.*?) \|/gm)].map((match) => match[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([\w:]+)/g)].map((match) => match[1] ?? ''));
}

const declaredIn = (start: string, end: string, name: RegExp) =>
  [...declarations.slice(declarations.indexOf(start), declarations.indexOf(end)).matchAll(name)].map(
    (match) => match[1] ?? '',
  );

describe('the names', () => {
  let server: SimServer;
  beforeAll(async () => {
    server = await startServer({ resourceDir: process.cwd(), clock: 'manual' });
  });
  afterAll(() => server.shutdown());

  const declaredExports = declaredIn('ServerExports =', 'ServerEvents {', /^ {2}(\w+)\(/gm);
  const declaredEvents = declaredIn('ServerEvents {', 'ServerEventHandler', /^ {2}'([\w:]+)'/gm);

  test('of the exports are published', () => {
    expect(declaredExports.length).toBeGreaterThan(10);
    for (const name of declaredExports) expect(() => server.callExport('sonorancad', name)).not.toThrow();
    expect(() => server.callExport('sonorancad', 'noSuchExport')).toThrow();
  });

  test('of the exports are documented', () => {
    expect(namesIn('## Exports', '## Events').sort()).toEqual(declaredExports.sort());
  });

  test('of the events are those that are raised', () => {
    const raised = new Set<string>();
    const store = createStore(
      () => 1000,
      () => ({
        ...{ maxOpenCalls: 100, maxUnits: 100, emergencyExpiresMs: 1e9, dispatchExpiresMs: 1e9 },
        ...{ rememberClosedMs: 1e9, parkedMs: 1e9 },
      }),
    );
    const events = createLocalEvents({
      local: { emit: (name) => void raised.add(name), on: () => undefined, publish: () => undefined },
      toUnit: createToUnit({ playerOf: () => null, playerAtLogout: () => null, labelOf: () => '' }),
      unit: store.units.get,
      locate: (call) => call,
    });
    const decode = createDecode(pushDefinitions);
    for (const name of fixtureNames.filter((one) => one !== '99_malformed')) {
      const { type = '', data, ...body } = fixture(name);
      const decoded = decode({ type: type.toUpperCase(), data, body });
      if (!decoded.ok) continue;
      events.push(type, data);
      for (const event of decoded.value.events) events.changes(event.apply(store));
    }
    events.dutyChanged(1, true);
    expect([...raised].sort()).toEqual(declaredEvents.sort());
  });

  test('of the events are documented', () => {
    expect(namesIn('## Events', '## Calls and units').sort()).toEqual(declaredEvents.sort());
  });
});

describe('the official names in the page', () => {
  test('of events are those that are raised', () => {
    const rig = createOfficialRig();
    rig.players.set(12, 1);
    for (const name of fixtureNames.filter((one) => /^\d\d_/.test(one) && Number(one.slice(0, 2)) < 96)) {
      rig.pushFixture(name);
    }
    const raised = new Set(
      rig.raised.map(([name]) => (name.startsWith('core:') ? `SonoranCAD::${name}` : `:${name}`)),
    );
    expect([...new Set(namesIn('## Written for the official resource', '### Exports'))].sort()).toEqual(
      [...raised].sort(),
    );
  });

  test('of exports are those that are published', () => {
    const names = namesIn('### Exports', '## Beside the official resource');
    expect(names.filter((name) => name !== '').sort()).toEqual(createOfficialRig().exportNames().sort());
  });
});
