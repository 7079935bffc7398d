// Alerts through the notification resources of others, in the game: started, stopped in the middle, failing.

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type GameClient, type OtherResource, type SimServer, startServer } from '../../simulator/index.ts';

const KEY = 'TEST-API-KEY-0000';

/** A client script that keeps the calls of one export, and can be told to fail. */
const exporting = (name: string): string => `
  const calls = [];
  let failing = null;
  exports('${name}', (...args) => {
    if (failing === 'throw') throw new Error('notifier is broken');
    if (failing === 'reject') return Promise.reject(new Error('notifier is broken'));
    calls.push(args);
  });
  exports('calls', () => calls);
  exports('fail', (how) => { failing = how; });
`;
const listening = (event: string): string => `
  const calls = [];
  onNet('${event}', (...args) => calls.push(args));
  exports('calls', () => calls);
`;
const resource = (name: string, script: string): OtherResource => ({ name, scripts: { client: [script] } });

const oxLib = resource('ox_lib', exporting('notify'));
const okokNotify = resource('okokNotify', exporting('Alert'));

/** Our resource as it is built, with a config.json of its own. */
function product(config: unknown): OtherResource {
  const read = (path: string) => readFileSync(path, 'utf8');
  const locales = ['locales/en.json', 'locales/de.json'];
  return {
    name: 'sonorancad',
    metadata: { version: '0.0.0', file: locales },
    scripts: { server: [read('dist/server.js')], client: [read('dist/client.js')] },
    files: {
      'config.json': JSON.stringify(config),
      ...Object.fromEntries(locales.map((path) => [path, read(path)])),
    },
  };
}

let server: SimServer;
let officer: GameClient;
afterEach(() => server.shutdown());

async function boot(resources: readonly OtherResource[], notify: unknown = {}): Promise<void> {
  server = await startServer({
    clock: 'manual',
    resourceName: 'sonorancad',
    convars: { sonoran_apiKey: KEY },
    players: [
      { id: 1, name: 'Ada', identifiers: ['license:1a'], aces: ['sonorancad.duty'], coords: [0, 0, 70] },
    ],
    resources: [...resources, product({ notify })],
  });
  officer = server.join(1);
  await server.advance(300);
}

let calls = 0;
async function call911(description = 'A van', caller = 'Nora Fields'): Promise<void> {
  calls += 1;
  const data = { call: { callId: calls, isEmergency: true, caller, location: 'Sinner St', description } };
  const { done } = server.inject({
    method: 'POST',
    path: '/sonorancad/event',
    body: JSON.stringify({ key: KEY, type: 'EVENT_911', data }),
  });
  await done;
  await server.advance(200);
}

const callsOf = (name: string) => officer.callExport(name, 'calls') as unknown[][];
const posts = () => officer.feed.map(({ subject }) => subject);
const warnings = () =>
  officer.console
    .filter(({ resource: of, text }) => of === 'sonorancad' && text.includes('Warning'))
    .map(({ text }) => text);

describe('a 911 call', () => {
  test('is told by the game when no other resource is there', async () => {
    await boot([]);
    await call911();
    expect([posts(), warnings(), server.allProblems()]).toEqual([['Nora Fields'], [], []]);
  });

  test('is told by ox_lib when it runs', async () => {
    await boot([okokNotify, oxLib]);
    await call911('**free** [food](http://x)');
    expect(callsOf('ox_lib')).toEqual([
      [
        expect.objectContaining({
          title: expect.stringMatching(/^911 call #\d+$/),
          description: 'Nora Fields  \nSinner St  \n\\*\\*free\\*\\* \\[food\\](http\\://x)',
          type: 'warning',
        }),
      ],
    ]);
    expect([callsOf('okokNotify'), posts(), warnings(), server.allProblems()]).toEqual([[], [], [], []]);
  });

  test('goes to the next one when one stops in the middle, and back when it starts', async () => {
    await boot([oxLib, okokNotify]);
    await call911('first');
    server.stop('ox_lib');
    await server.advance(100);
    await call911('second');
    server.stop('okokNotify');
    await server.advance(100);
    await call911('third');
    server.start('ox_lib');
    await server.advance(100);
    await call911('fourth');
    expect(JSON.stringify(callsOf('ox_lib'))).toMatch(/fourth/);
    expect([officer.feed.map(({ text }) => text), warnings(), server.allProblems()]).toEqual([
      [expect.stringContaining('third')],
      [],
      [],
    ]);
  });

  test('is not lost with one that throws or has no such export; one line each', async () => {
    await boot([oxLib, resource('lation_ui', 'exports("other", () => {})'), okokNotify]);
    officer.callExport('ox_lib', 'fail', 'throw');
    await call911();
    await call911();
    expect([callsOf('okokNotify').length, posts(), warnings()]).toEqual([
      2,
      [],
      [expect.stringContaining('ox_lib'), expect.stringContaining('lation_ui')],
    ]);
  });

  test('may fail later in a notifier that is async, which is told', async () => {
    await boot([oxLib]);
    officer.callExport('ox_lib', 'fail', 'reject');
    await call911();
    await server.advance(100);
    expect([warnings(), server.allProblems()]).toEqual([[expect.stringContaining('ox_lib')], []]);
  });

  test('reaches events of frameworks and of the chat', async () => {
    await boot(
      [resource('qb-core', listening('QBCore:Notify')), resource('chat', listening('chat:addMessage'))],
      {
        order: ['chat', 'qbcore'],
      },
    );
    await call911('^1~r~<b>');
    expect(callsOf('chat')).toEqual([
      [
        expect.objectContaining({
          args: [expect.stringMatching(/^911 call/), 'Nora Fields · Sinner St · ˆ1-r-(b)'],
        }),
      ],
    ]);
    expect([callsOf('qb-core'), server.allProblems()]).toEqual([[], []]);
  });

  test('is told as the owner words it, in the language that was chosen', async () => {
    await boot([oxLib], {
      language: 'de',
      texts: { 'alert.call-opened.text': '{place}{distance? {distance}}: 100% {description}' },
    });
    await call911('{caller} $& %d');
    expect(callsOf('ox_lib')).toEqual([
      [
        expect.objectContaining({
          title: expect.stringMatching(/^Notruf #\d+$/),
          description: 'Nora Fields  \nSinner St: 100% \\{caller\\} $\\& %d',
        }),
      ],
    ]);
  });

  test('is not told when the owner does not want it', async () => {
    await boot([oxLib], { kinds: { 'call-opened': 'none' } });
    await call911();
    expect([callsOf('ox_lib'), posts(), officer.blips.length]).toEqual([[], [], 0]);
  });
});

test('the export in the documentation shows alerts on a page of its own', async () => {
  const page = readFileSync('docs/notifications.md', 'utf8');
  const [, script = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const settings = JSON.parse(/```json\n(\{ "notify": \{ "custom".*)\n/.exec(page)?.[1] ?? 'null').notify;
  const hud: OtherResource = {
    name: 'my_hud',
    metadata: { ui_page: 'index.html', file: ['index.html'] },
    files: { 'index.html': '' },
    scripts: { client: [script] },
  };
  await boot([oxLib, hud], settings);
  await call911('<b>');
  expect(officer.nuiMessages.map(({ data }) => data)).toEqual([
    { action: 'alert', title: expect.stringMatching(/^911 call/), text: 'Nora Fields\nSinner St\n<b>' },
  ]);
  expect([callsOf('ox_lib'), server.allProblems()]).toEqual([[], []]);
});

test.each(readFileSync('docs/notifications.md', 'utf8').match(/(?<=```json\n)[\s\S]*?(?=```)/g) ?? [])(
  'settings of the documentation are accepted: %s',
  async (json) => {
    await boot([], JSON.parse(json).notify);
    expect(server.console.filter(({ text }) => text.includes('config.json'))).toEqual([]);
  },
);

test('an own text that cannot work is told on the server console', async () => {
  await boot([], { texts: { 'alert.panic.text': '{caller}', 'alert.fire.text': 'x' } });
  const lines = server.console.filter(({ text }) => text.includes('notify.texts')).map(({ text }) => text);
  expect(lines).toEqual([
    expect.stringContaining('{caller} is never filled in; there is {unit}'),
    expect.stringContaining('"alert.fire.text": there is no such text'),
  ]);
});
