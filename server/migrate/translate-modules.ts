// What the settings of the official resource's modules are called here.

import { UNIT_ACTIONS } from '../../shared/requests.ts';
import type { LuaTable, LuaValue } from './lua-table.ts';
import type { OfficialModule } from './official-settings.ts';
import type { Translated, Untranslated } from './translate.ts';

const NOTIFIERS: Readonly<Record<string, string>> = {
  ox_lib: 'ox_lib',
  lation_ui: 'lation_ui',
  pnotify: 'pNotify',
  chat: 'chat',
};
const DUTY: Readonly<Record<string, string>> = {
  incad: 'cad',
  permissions: 'ace',
  esxjob: 'job',
  custom: 'export',
};

/** A notifier, from wherever it was chosen. */
export function* notifierOrder(notifier: unknown, from: string): Generator<Translated> {
  const name = typeof notifier === 'string' ? NOTIFIERS[notifier.toLowerCase()] : undefined;
  if (name !== undefined) yield { path: ['notify', 'order'], value: [name, 'auto'], from };
}

export function* fromDispatchNotify(lua: LuaTable): Generator<Translated> {
  const from = (name: string) => `${name} in dispatchnotify`;
  const at = (name: string, path: string[], value: unknown): Translated => ({
    path,
    value,
    from: from(name),
  });
  // Of early versions, which were delivered with "chat": that is nobody's choice.
  if (lua.unitNotifyMethod === 'pnotify') yield* notifierOrder('pnotify', from('unitNotifyMethod'));
  yield* notifierOrder(lua.notificationOverride, from('notificationOverride'));
  if (lua.enableUnitNotify === false) {
    yield at('enableUnitNotify', ['notify', 'kinds', 'call-opened'], 'none');
  } else if (lua.unitNotifyMethod === 'none') {
    yield at('unitNotifyMethod', ['notify', 'kinds', 'call-opened'], 'none');
  }
  if (lua.sendNotesToUnits === false) yield at('sendNotesToUnits', ['notify', 'kinds', 'note'], 'none');
  if (typeof lua.dispatchDisablesUnitNotify === 'boolean') {
    yield at(
      'dispatchDisablesUnitNotify',
      ['audience', 'silenceWhileDispatcherOnline'],
      lua.dispatchDisablesUnitNotify,
    );
  }
  if (typeof lua.emergencyCallType === 'string' && lua.emergencyCallType !== '911') {
    yield at('emergencyCallType', ['notify', 'texts', 'number.emergency'], lua.emergencyCallType);
  }
  if (lua.callerNotifyMethod === 'none') {
    yield at('callerNotifyMethod', ['emergency', 'tellCaller'], false);
  } else if (typeof lua.enableCallerNotify === 'boolean') {
    yield at('enableCallerNotify', ['emergency', 'tellCaller'], lua.enableCallerNotify);
  }
  if (typeof lua.commandName === 'string') {
    yield at('commandName', ['commands', 'aliases'], [lua.commandName]);
  }
  const source = typeof lua.unitDutyMethod === 'string' ? DUTY[lua.unitDutyMethod] : undefined;
  if (source !== undefined) yield at('unitDutyMethod', ['duty', 'sources'], [source]);
  if (source === 'job' && isTable(lua.esxJobsAllowed)) {
    const jobs = Object.entries(lua.esxJobsAllowed).filter(([, isAllowed]) => isAllowed === true);
    yield at(
      'esxJobsAllowed',
      ['duty', 'jobs'],
      jobs.map(([name]) => ({ name })),
    );
  }
  if (lua.waypointType === 'none') yield at('waypointType', ['routes', 'toOwnCalls'], false);
  if (lua.onSceneHandler === false) yield at('onSceneHandler', ['routes', 'onSceneStatus'], null);
  else if (typeof lua.onSceneIndex === 'number') {
    yield at('onSceneIndex', ['routes', 'onSceneStatus'], lua.onSceneIndex);
  }
}

const MESSAGES = [
  ...['notifyMessage', 'incomingCallMessage', 'incomingCallMessageNoResponse', 'noteMessage'],
  ...['unitStatusAttachedMessage', 'unitStatusDetachedMessage'],
];

/** What units may do, without what is turned off in a module. */
export function* allowedActions(modules: Readonly<Record<string, OfficialModule>>): Generator<Translated> {
  const off = Object.entries(ACTION_SWITCHES).filter(([, [module, name]]) => {
    const found = modules[module];
    return found?.isEnabled && found.settings[name] === false;
  });
  if (off.length === 0) return;
  const refused = new Set(off.map(([action]) => action));
  yield {
    path: ['actions', 'allowed'],
    value: UNIT_ACTIONS.filter((action) => !refused.has(action)),
    from: off.map(([, [module, name]]) => `${name} in ${module}`).join(', '),
  };
}

const ACTION_SWITCHES = {
  respond: ['dispatchnotify', 'enableUnitResponse'],
  note: ['dispatchnotify', 'enableAddNote'],
  panic: ['callcommands', 'enablePanic'],
} as const;

const COMMANDS = [
  ...[
    'respondCommandName',
    'respondSubcommandName',
    'addNoteCommand',
    'addNoteSubcommand',
    'addPlateCommand',
  ],
  ...['addPlateSubcommand', 'gpsToggleSubcommand', 'unitNotifyToggleCommand', 'unitNotifyToggleSubcommand'],
];

export function leftOfDispatchNotify({ settings, isChanged }: OfficialModule): Untranslated[] {
  const present = (names: readonly string[]) => names.filter((name) => name in settings && isChanged(name));
  const left = [
    { names: present(COMMANDS), why: 'what is typed here shows /cad help' },
    {
      names: present(['civilCallType', 'dotCallType']),
      why: 'what civil calls are called is call.kind.civil under notify.texts',
    },
    { names: present(MESSAGES), why: 'texts are written anew under notify.texts, see docs/notifications.md' },
    {
      names: present(['dispatchDisablesSelfResponse']),
      why: 'a dispatcher who is online does not keep units from responding; actions.allowed does, always',
    },
    {
      names: present(['callTitle']),
      why: 'a call made from a 911 call keeps the title that the CAD gives it',
    },
    {
      names: present(['waypointType', 'waypointFallbackEnabled']).filter(
        () => settings.waypointType !== 'none',
      ),
      why: 'routes lead to the exact place where it is known, and to the postal where it is not',
    },
  ];
  if (settings.unitDutyMethod === 'custom') {
    left.push({
      names: ['unitDutyCustom'],
      why: 'a function of your own is registered by another resource: "Put a job on duty" in docs/integration.md',
    });
  }
  return left;
}

export function* fromCallCommands({ isEnabled, settings }: OfficialModule): Generator<Translated> {
  if (!isEnabled) {
    yield { path: ['emergency', 'isEnabled'], value: false, from: 'callcommands, which is off' };
    return;
  }
  if (!isTable(settings.callTypes)) return;
  const lines = Object.values(settings.callTypes)
    .filter(isTable)
    .filter(({ command }) => typeof command === 'string')
    .map(({ command, isEmergency, descriptionPrefix: prefix }) => ({
      command,
      isEmergency: isEmergency === true,
      prefix: typeof prefix === 'string' && prefix !== '' ? `${prefix} ` : '',
    }));
  yield { path: ['emergency', 'lines'], value: lines, from: 'callTypes in callcommands' };
}

export function leftOfCallCommands({ isEnabled, settings, isChanged }: OfficialModule): Untranslated[] {
  const names = ['addPanicCall', 'usePositionForMetadata', 'useCallLocation'];
  return [
    {
      names: names.filter((name) => isEnabled && name in settings && isChanged(name)),
      why: 'a panic makes no 911 call here; calls for help always carry the place of the caller',
    },
  ];
}

export function* fromPostals({ mode, nearestPostalResourceName: name }: LuaTable): Generator<Translated> {
  if (mode !== 'resource' || typeof name !== 'string' || name === '' || name === 'nearest-postal') return;
  yield {
    path: ['places', 'postalResource'],
    value: name,
    from: 'nearestPostalResourceName in postals',
  };
}

export function* fromUnitStatus({ statusCodes }: LuaTable): Generator<Translated> {
  if (!isTable(statusCodes)) return;
  const labels: string[] = [];
  for (const [label, index] of Object.entries(statusCodes)) {
    if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < 100)
      labels[index] = label;
  }
  yield {
    path: ['statusLabels'],
    value: Array.from(labels, (label) => label ?? ''),
    from: 'statusCodes in unitstatus',
  };
}

const isTable = (value: LuaValue | undefined): value is LuaTable =>
  typeof value === 'object' && value !== null;
