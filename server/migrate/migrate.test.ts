import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../test/support/load-config.ts';
import { lua, main, SECRET, setUp } from '../../test/support/migrate-rig.ts';
import { createMigrate } from './migrate.ts';
import { MAIN_FILE } from './official-settings.ts';

describe('lines for server.cfg', () => {
  test('are named, and the key is not shown', () => {
    const { run } = setUp(main({ apiKey: SECRET, serverId: 2, communityID: 'abc', mode: 'development' }));
    const lines = run().join('\n');
    expect(lines).toContain('set sonoran_apiKey "..."');
    expect(lines).toContain('set sonoran_serverId "2"');
    expect(lines).toContain('set sonoran_communityID "abc"');
    expect(lines).toContain('set sonoran_apiUrl "https://staging');
    expect(lines).not.toContain(SECRET);
  });

  test('are left out where they are set', () => {
    const convars = { sonoran_apiKey: SECRET, sonoran_serverId: '2' };
    expect(
      setUp(main({ apiKey: SECRET, serverId: 2 }), { convars })
        .run()
        .join('\n'),
    ).not.toContain('server.cfg');
  });

  test('another key than the one that is set is told', () => {
    const lines = setUp(main({ apiKey: SECRET }), { convars: { sonoran_apiKey: 'other-key-000' } }).run();
    expect(lines.join('\n')).toContain('sonoran_apiKey in server.cfg is another key');
    expect(lines.join('\n')).not.toContain('other-key-000');
  });

  test('a convar of the owner counts before the file, one that the official resource has set does not', () => {
    const files = main({ notificationSystem: 'chat' });
    const ofOwner = setUp(files, { convars: { sonoran_notificationSystem: 'ox_lib' } });
    expect(ofOwner.run().join('\n')).toContain('["ox_lib","auto"]');
    const ofItself = setUp(files, {
      convars: { sonoran_notificationSystem: 'ox_lib', sonoran_notificationSystem_setter: 'framework' },
    });
    expect(ofItself.run().join('\n')).toContain('["chat","auto"]');
  });
});

test('what has no counterpart is told with the reason, once the owner uses it', () => {
  const { run } = setUp({
    ...main({ linkCommand: 'link', requireLink: true, bodycamEnabled: true, strange: 1 }),
    ...lua('bodycam', 'enabled = true'),
    ...lua('wraithv2', 'enabled = false'),
    'configuration/dispatchnotify_config.dist.lua':
      'local config = {\nnoteMessage = "a", notifyMessage = "b"\n}',
    ...lua('dispatchnotify', 'noteMessage = "mine", notifyMessage = "b", unitDutyMethod = "custom"'),
  });
  const left = run().filter((line) => line.includes('not taken over'));
  expect(left).toEqual([
    expect.stringContaining('linkCommand, requireLink ('),
    expect.stringContaining('bodycamEnabled (there are no bodycams'),
    expect.stringContaining('strange ('),
    expect.stringContaining('noteMessage ('),
    expect.stringContaining('unitDutyCustom ('),
    expect.stringContaining('bodycam ('),
  ]);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a module that is off',
    { ...main({}), ...lua('dispatchnotify', 'enabled = false') },
    /dispatchnotify \(it was off/,
  ],
  ['postals out of a file', { ...main({}), ...lua('postals', 'mode = "file"') }, /postals \(mode "file"/],
  [
    'words of commands',
    { ...main({}), ...lua('dispatchnotify', 'respondCommandName = "rcall", civilCallType = "101"') },
    /respondCommandName \(.*\n.*civilCallType \(/,
  ],
  [
    'how panics are handled',
    { ...main({}), ...lua('callcommands', 'addPanicCall = true, useCallLocation = true') },
    /addPanicCall, useCallLocation \(/,
  ],
  ['modules of other versions', { ...main({}), ...lua('civreg', 'enabled = true') }, /civreg \(modules/],
  [
    'ways to respond',
    {
      ...main({}),
      ...lua(
        'dispatchnotify',
        'dispatchDisablesSelfResponse = true, waypointType = "postal", callTitle = "X"',
      ),
    },
    /dispatchDisablesSelfResponse \(.*\n.*callTitle \(.*\n.*waypointType \(/,
  ],
])('%s: told, not taken over', (_, files, expected) => {
  expect(setUp(files).run().join('\n')).toMatch(expected);
});

describe('settings of version 2, whose modules are plugins', () => {
  const old = JSON.stringify({ communityID: 'abc', primaryIdentifier: 'steam', forceSetApiId: false });
  const plugin = 'local config = { enabled = true, unitDutyMethod = "permissions" }';

  test.each([
    'plugins/dispatchnotify/dispatchnotify/config_dispatchnotify.lua',
    'plugins/dispatchnotify/config_dispatchnotify.lua',
  ])('are found in %s', (path) => {
    const { run, written } = setUp({ 'config.json': old, [path]: plugin });
    const lines = run('write').join('\n');
    expect(lines).toContain('set sonoran_communityID "abc"');
    expect(lines).not.toContain('not known as settings');
    expect(loadConfig(written['config.json'] ?? '').config.duty.sources).toEqual(['ace']);
  });

  test('are not what other resources have in a config.json', () => {
    const { run } = setUp({ 'config.json': '{ "communityID": "abc" }' });
    expect(run()[0]).toContain('No folder');
    expect(run('sonorancad_old')[0]).toContain('there is no configuration/config.json');
  });
});

describe('writing', () => {
  test('keeps comments and everything else, and a copy', () => {
    const own = '{\n  // mine\n  "log": { "events": false }\n}\n';
    const { run, written } = setUp(main({ notificationSystem: 'chat' }), { own });
    expect(run('write').at(-1)).toContain(
      'Written: config.json; the old one is config.before-migration.json.',
    );
    expect(written['config.before-migration.json']).toBe(own);
    expect(written['config.json']).toContain('// mine');
    expect(loadConfig(written['config.json'] ?? '').config.log.events).toBe(false);
  });

  test('into the file as it is delivered leaves the rest alone', () => {
    const own = readFileSync('config.json', 'utf8');
    const { run, written } = setUp(main({ notificationSystem: 'chat' }), { own });
    run('write');
    const before = loadConfig(own).config;
    expect(loadConfig(written['config.json'] ?? '').config).toEqual({
      ...before,
      notify: { ...before.notify, order: ['chat', 'auto'] },
    });
  });

  test('says what to put in by hand where the host does not allow it', () => {
    const lines = setUp(main({ notificationSystem: 'chat' }), { mayWrite: false }).run('write');
    const at = lines.findIndex((line) => line.includes('by hand'));
    expect(JSON.parse(lines.slice(at + 1).join('\n'))).toEqual({ notify: { order: ['chat', 'auto'] } });
  });

  test.each([
    ['our file is broken', main({ notificationSystem: 'chat' }), '{"log":', /has to be mended first/],
    [
      'a value is not allowed here',
      main({ statusLabels: [1] }),
      '{}',
      /not all of these settings are allowed/,
    ],
    ['nothing is different', main({ notificationSystem: 'auto' }), '{}', /Nothing is to be changed/],
  ])('does nothing when %s', (_, files, own, expected) => {
    const { run, written } = setUp(files, { own });
    expect(run('write').at(-1)).toMatch(expected);
    expect(written).toEqual({});
  });
});

describe('what cannot be read', () => {
  test.each([
    ['no official resource', {}, [], /was found/],
    ['a broken config.json', { [MAIN_FILE]: '{,' }, [], /sonorancad_old: .* line 1, column 2/],
    ['a config.json of something else', { [MAIN_FILE]: '[]' }, [], /holds no settings/],
    ['a resource without one', main({}), ['chat'], /chat: there is no configuration\/config.json/],
  ])('%s', (_, files, words, expected) => {
    expect(setUp(files as Record<string, string>).run(...words)[0]).toMatch(expected);
  });

  test('several of them ask for a name', () => {
    const files: Record<string, string> = main({ notificationSystem: 'chat' });
    const migrate = createMigrate({
      resource: { name: 'sonorancad', readFile: () => null, writeFile: () => false },
      resources: { names: () => ['a', 'b'], readFile: (_, path) => files[path] ?? null },
      convars: { get: () => '' },
      loadConfig,
    });
    expect(migrate([])[1]).toBe('Name one: migrate a');
    expect(migrate(['b'])[0]).toBe('Settings of the official resource in b:');
  });

  test('an address that may hold a password is not shown', () => {
    const { run } = setUp(
      main({ enablePushEventForwarding: true, pushEventForwardUrl: `https://x.example/${SECRET}` }),
    );
    expect(run().join('\n')).toContain('(an address at x.example)');
    expect(run().join('\n')).not.toContain(SECRET);
  });
});
