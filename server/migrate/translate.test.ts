import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../test/support/load-config.ts';
import { lua, main, setUp } from '../../test/support/migrate-rig.ts';

describe('a setting of the official resource becomes', () => {
  test.each<[string, Record<string, string>, string, unknown]>([
    ['its notifier', main({ notificationSystem: 'pnotify' }), 'notify.order', ['pNotify', 'auto']],
    ['its statuses', main({ statusLabels: ['OUT', 'IN'] }), 'statusLabels', ['OUT', 'IN']],
    ['the live map', { ...main({}), ...lua('locations', 'enabled = true') }, 'unitLocations.isEnabled', true],
    ['its API being off', main({ apiSendEnabled: false }), 'rest.enabled', false],
    [
      'forwarding',
      main({ enablePushEventForwarding: true, pushEventForwardUrl: 'https://bot.example/x' }),
      'enablePushEventForwarding',
      true,
    ],
    [
      'duty by CAD',
      { ...main({}), ...lua('dispatchnotify', 'unitDutyMethod = "incad"') },
      'duty.sources',
      ['cad'],
    ],
    [
      'duty by permission',
      { ...main({}), ...lua('dispatchnotify', 'unitDutyMethod = "permissions"') },
      'duty.sources',
      ['ace'],
    ],
    [
      'its jobs',
      {
        ...main({}),
        ...lua(
          'dispatchnotify',
          'unitDutyMethod = "esxjob", esxJobsAllowed = { ["police"] = true, ["taxi"] = false }',
        ),
      },
      'duty.jobs',
      [{ name: 'police' }],
    ],
    [
      'silence while dispatched',
      { ...main({}), ...lua('dispatchnotify', 'dispatchDisablesUnitNotify = true') },
      'audience.silenceWhileDispatcherOnline',
      true,
    ],
    [
      'alerts that are off',
      { ...main({}), ...lua('dispatchnotify', 'enableUnitNotify = false') },
      'notify.kinds.call-opened',
      'none',
    ],
    [
      'alerts by pNotify, as version 3.0 has it',
      { ...main({}), ...lua('dispatchnotify', 'unitNotifyMethod = "pnotify"') },
      'notify.order',
      ['pNotify', 'auto'],
    ],
    [
      'alerts that are off, as version 3.0 has it',
      { ...main({}), ...lua('dispatchnotify', 'unitNotifyMethod = "none"') },
      'notify.kinds.call-opened',
      'none',
    ],
    [
      'callers who are told nothing, as version 3.0 has it',
      { ...main({}), ...lua('dispatchnotify', 'enableCallerNotify = true, callerNotifyMethod = "none"') },
      'emergency.tellCaller',
      false,
    ],
    [
      'notes that are not shown',
      { ...main({}), ...lua('dispatchnotify', 'sendNotesToUnits = false') },
      'notify.kinds.note',
      'none',
    ],
    [
      'what units may not do',
      {
        ...main({}),
        ...lua('dispatchnotify', 'enableUnitResponse = false, enableAddNote = true'),
        ...lua('callcommands', 'enablePanic = false'),
      },
      'actions.allowed',
      ['detach', 'note', 'status', 'primary', 'postal'],
    ],
    [
      'another emergency number',
      { ...main({}), ...lua('dispatchnotify', 'emergencyCallType = "112"') },
      'notify.texts.number.emergency',
      '112',
    ],
    [
      'no routes',
      { ...main({}), ...lua('dispatchnotify', 'waypointType = "none"') },
      'routes.toOwnCalls',
      false,
    ],
    [
      'routes that stay',
      { ...main({}), ...lua('dispatchnotify', 'onSceneHandler = false, onSceneIndex = 4') },
      'routes.onSceneStatus',
      null,
    ],
    [
      'its command',
      { ...main({}), ...lua('dispatchnotify', 'commandName = "disp"') },
      'commands.aliases',
      ['disp'],
    ],
    [
      'a notifier of its own for alerts, before the general one',
      {
        ...main({ notificationSystem: 'chat' }),
        ...lua('dispatchnotify', 'notificationOverride = "ox_lib"'),
      },
      'notify.order',
      ['ox_lib', 'auto'],
    ],
    [
      'its lines for calls',
      {
        ...main({}),
        ...lua(
          'callcommands',
          'callTypes = { { command = "112", isEmergency = true, descriptionPrefix = "(112)" } }',
        ),
      },
      'emergency.lines',
      [{ command: '112', isEmergency: true, prefix: '(112) ' }],
    ],
    [
      'no calls by command',
      { ...main({}), ...lua('callcommands', 'enabled = false') },
      'emergency.isEnabled',
      false,
    ],
    [
      'another postal resource',
      { ...main({}), ...lua('postals', 'mode = "resource", nearestPostalResourceName = "my-postals"') },
      'places.postalResource',
      'my-postals',
    ],
    [
      'statuses of the module',
      { ...main({}), ...lua('unitstatus', 'statusCodes = { ["OUT"] = 0, ["IN"] = 2 }') },
      'statusLabels',
      ['OUT', '', 'IN'],
    ],
  ])('%s', (_, files, path, value) => {
    const { run, written } = setUp(files);
    const lines = run();
    expect(lines).toContainEqual(expect.stringContaining(`config.json: ${path}: `));
    expect(written).toEqual({});
    run('write');
    const { config, problems } = loadConfig(written['config.json'] ?? '');
    expect(problems).toEqual([]);
    const names =
      path === 'notify.texts.number.emergency' ? ['notify', 'texts', 'number.emergency'] : path.split('.');
    expect(names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], config)).toEqual(value);
  });
});
