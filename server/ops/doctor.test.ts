import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { noWebsocket } from '../../test/support/websocket-status.ts';
import { type DoctorFacts, diagnose } from './doctor.ts';
import { describeFindings, FINDING_CODES } from './findings.ts';
import type { Status } from './status.ts';

const NOW = Date.UTC(2026, 0, 1);
const source = { lastFrom: '203.0.113.5', lastByType: { EVENT_911: NOW - 1000 } };
const silence = {
  ...{ accepted: 0, byType: {}, lastAt: null, lastType: null, lastFrom: null, lastByType: {} },
};
const rest = (change: object) => status({ rest: { ...good().status.rest, ...change } });

/** A server on which everything is as it should be. */
const good = (): DoctorFacts => ({
  status: {
    ...{ resource: 'sonorancad', version: '1.0.0', startedAt: NOW - 3_600_000, isConfigured: true },
    url: 'http://<ip>:30120/sonorancad/event',
    calls: { open: 1 },
    units: { online: 1, isDispatcherOnline: false },
    players: { online: 2, onDuty: 1 },
    framework: 'ESX',
    postals: { resource: 'nearest-postal', codes: 900 },
    events: { accepted: 5, byType: { EVENT_911: 5 }, lastAt: NOW - 1000, lastType: 'EVENT_911', ...source },
    refused: {},
    websocket: noWebsocket,
    forwarding: { targets: [], looped: 0 },
    rest: {
      ...{ missing: null, answered: 4, failed: 1, waiting: 0, isDown: false, lastTrouble: null },
      ...{ clockAheadMs: 0, limitedAt: null },
      ...{ lastAt: null, mended: 0 },
    },
  },
  now: NOW,
  keyShape: 'fine',
  isKeyLeaked: false,
  officialFolder: null,
  missingFiles: [],
  isConfigThere: true,
  configProblems: [],
  limiterRate: '50',
  limiterBurst: '200',
  oneSync: 'on',
  hostVersion: 'FXServer-master SERVER v1.0.0.25770 linux',
  screensMissing: [],
  notifiers: [{ name: 'auto', lacks: null }],
  framework: 'auto',
  dutySources: ['cad', 'ace'],
});

const status = (change: Partial<Status>): Partial<DoctorFacts> => ({
  status: { ...good().status, ...change },
});
const target = (change: object) => ({
  ...{
    host: 'bot.example',
    sent: 3,
    queued: 0,
    failed: 0,
    dropped: 0,
    isDown: false,
    lastError: null,
    lastStatus: null,
  },
  ...change,
});

describe('the doctor', () => {
  test('finds nothing where everything is as it should be', () => {
    expect(diagnose(good()).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  test.each<[string, Partial<DoctorFacts>, string]>([
    ['no key', { keyShape: 'missing' }, 'fail SC-KEY'],
    ['a placeholder in place of a key', { keyShape: 'placeholder' }, 'fail SC-KEY'],
    ['an odd key', { keyShape: 'odd' }, 'warn SC-KEY'],
    ['a key that nobody uses', status({ refused: { key: 3 }, events: silence }), 'fail SC-KEY'],
    ['a key that players can read', { isKeyLeaked: true }, 'fail SC-LEAK'],
    ['another folder', status({ resource: 'sonorancad-main' }), 'fail SC-FOLDER'],
    ['silence since the start', status({ events: silence }), 'warn SC-EVENTS'],
    [
      'silence for long',
      status({ events: { ...silence, accepted: 1, lastAt: NOW - 7_200_000, lastType: 'EVENT_911' } }),
      'warn SC-EVENTS',
    ],
    ['strangers', status({ refused: { key: 2, 'not-found': 1 } }), 'warn SC-REFUSED'],
    ['a defect of ours', status({ refused: { defect: 1 } }), 'fail SC-REFUSED'],
    ['the limit of the host', { limiterRate: '' }, 'warn SC-LIMIT'],
    ['mistakes in the settings', { configProblems: ['config.json: "x": y'] }, 'warn SC-CONFIG'],
    ['files that were not copied', { missingFiles: ['dist/web/index.html'] }, 'fail SC-FILES'],
    ['settings that cannot be read', { isConfigThere: false }, 'warn SC-CONFIG'],
    ['nobody on duty', status({ players: { online: 3, onDuty: 0 } }), 'warn SC-DUTY'],
    ['a player without a screen', { screensMissing: ['Iris (1)'] }, 'warn SC-SCREEN'],
    [
      'a notifier whose resource does not run',
      { notifiers: [{ name: 'ox_lib', lacks: 'ox_lib' }] },
      'warn SC-NOTIFIER',
    ],
    ['the official resource in another folder', { officialFolder: 'sonorancad_old' }, 'warn SC-OFFICIAL'],
    [
      'a framework that was named and does not run',
      { ...status({ framework: null }), framework: 'esx', dutySources: ['job'] },
      'warn SC-FRAMEWORK',
    ],
    ["a clock that is not the CAD's", rest({ clockAheadMs: -180_000 }), 'warn SC-CLOCK'],
    ['an API that is asked too often', rest({ limitedAt: NOW - 60_000 }), 'warn SC-API'],
    ['no postals', status({ postals: null }), 'warn SC-POSTAL'],
    [
      'a websocket that is not connected',
      status({ websocket: { ...noWebsocket, transport: 'both', lastError: 'connection refused' } }),
      'fail SC-SOCKET',
    ],
    ['no OneSync', { oneSync: 'off' }, 'warn SC-ONESYNC'],
    ['an old artifact', { hostVersion: 'FXServer-master v1.0.0.12000 win32' }, 'fail SC-ARTIFACT'],
    ['a clock that stands', { now: 1000 }, 'fail SC-CLOCK'],
    [
      'an API that does not answer',
      status({
        rest: { ...good().status.rest, isDown: true, lastTrouble: 'Sonoran CAD cannot be reached.' },
      }),
      'fail SC-API',
    ],
    [
      'a web server that is down',
      status({ forwarding: { targets: [target({ isDown: true, lastError: 'timeout' })], looped: 0 } }),
      'warn SC-FORWARD',
    ],
  ])('finds %s', (_, change, expected) => {
    const findings = diagnose({ ...good(), ...change }).filter(({ level }) => level !== 'ok');
    expect(findings.map(({ level, code }) => `${level} ${code}`)).toContain(expected);
    expect(
      findings.every(({ what, todo }) => what.endsWith('.') || what.includes('config.json') || todo !== ''),
    ).toBe(true);
    expect(findings.every(({ todo }) => todo !== '')).toBe(true);
  });

  test('is content with another folder where the official resource forwards to it', () => {
    const facts = { ...good(), ...status({ resource: 'cad_listener' }), officialFolder: 'sonorancad' };
    expect(diagnose(facts).filter(({ level }) => level === 'fail')).toEqual([]);
  });

  test('is content with any folder and no port where events come over the websocket alone', () => {
    const websocket = { ...noWebsocket, transport: 'websocket' as const, connectedSince: NOW };
    const findings = diagnose({ ...good(), ...status({ resource: 'cad_listener', websocket }) });
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain('SC-PORT');
  });

  test.each([
    ['since the start', null],
    ['for long', NOW - 7_200_000],
  ])('looks for the cause of silence %s at the websocket where events come over that', (_, lastAt) => {
    const websocket = { ...noWebsocket, transport: 'websocket' as const, connectedSince: NOW };
    const events = { ...silence, accepted: lastAt === null ? 0 : 1, lastAt, lastType: 'EVENT_911' };
    const findings = diagnose({ ...good(), ...status({ websocket, events }) });
    expect(findings.find(({ code }) => code === 'SC-EVENTS')?.todo).toContain('see SC-SOCKET');
  });

  test.each<[string, Partial<DoctorFacts>, string, string]>([
    [
      'config.json is taken into use',
      { configProblems: ['config.json: x'] },
      'SC-CONFIG',
      'cad_listener reload',
    ],
    [
      'server.cfg is read by the server',
      { configProblems: ['server.cfg: x'] },
      'SC-CONFIG',
      'restart the server',
    ],
    ['a file is read', { missingFiles: ['dist/client.js'] }, 'SC-FILES', 'ensure cad_listener'],
    ['duty is explained', {}, 'SC-DUTY', 'cad_listener why'],
    ['events are forwarded', { officialFolder: 'sonorancad' }, 'SC-EVENTS', 'docs/migrating.md'],
    ['events are posted', {}, 'SC-EVENTS', 'See SC-FOLDER'],
  ])('says how %s in a folder of another name', (_, change, code, todo) => {
    const facts = status({ resource: 'cad_listener', events: silence, players: { online: 3, onDuty: 0 } });
    const found = diagnose({ ...good(), ...facts, ...change }).find((finding) => finding.code === code);
    expect(found?.todo).toContain(todo);
  });

  test('says once where events may go that do not come', () => {
    const findings = diagnose({ ...good(), ...status({ events: silence }) });
    const said = findings.filter(({ what, todo }) => `${what} ${todo}`.includes('session'));
    expect(said.map(({ code }) => code)).toEqual(['SC-SOCKET']);
    const beside = diagnose({ ...good(), ...status({ events: silence }), officialFolder: 'sonorancad_old' });
    expect(
      beside.filter(({ what }) => what.includes('websocket')).map(({ level, code }) => [level, code]),
    ).toEqual([
      ['warn', 'SC-OFFICIAL'],
      ['ok', 'SC-SOCKET'],
    ]);
  });

  test('says nothing of an artifact that it cannot read', () => {
    const finding = diagnose({ ...good(), hostVersion: 'unknown' }).find(
      ({ code }) => code === 'SC-ARTIFACT',
    );
    expect(finding?.level).toBe('ok');
  });

  test('tells when the latest types came, and from where', () => {
    const byType = { EVENT_911: 5, EVENT_UNIT_STATUS: 7 };
    const lastByType = { EVENT_911: NOW - 120_000, EVENT_UNIT_STATUS: NOW - 1000 };
    const events = { ...good().status.events, byType, lastByType };
    const finding = diagnose({ ...good(), ...status({ events }) }).find(({ code }) => code === 'SC-EVENTS');
    expect(finding?.what).toContain('from 203.0.113.5.');
    expect(finding?.what).toContain('7 EVENT_UNIT_STATUS (1 s ago), 5 EVENT_911 (2 min ago)');
  });

  test.each([
    ['a clock that is a little off', rest({ clockAheadMs: 20_000 })],
    ['a limit that was met long ago', rest({ limitedAt: NOW - 3_600_000 })],
    ['a named framework nobody is asked by', { ...status({ framework: null }), framework: 'esx' }],
  ])('says nothing of %s', (_, change) => {
    expect(diagnose({ ...good(), ...change }).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  test('ends with what matters most', () => {
    const lines = describeFindings(diagnose({ ...good(), keyShape: 'missing', oneSync: 'off' }));
    expect(lines.at(-1)).toContain('2 things to look at');
    expect(lines.at(-2)).toContain('set sonoran_apiKey');
    expect(describeFindings(diagnose(good())).at(-1)).toContain('Everything is as it should be.');
  });
});

test('every code has its chapter in docs/troubleshooting.md, and no chapter is about another one', () => {
  const page = readFileSync('docs/troubleshooting.md', 'utf8');
  const chapters = [...page.matchAll(/^## (SC-[A-Z]+)$/gm)].map(([, code]) => code);
  expect(chapters.sort()).toEqual(Object.keys(FINDING_CODES).sort());
});
