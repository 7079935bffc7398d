// What the settings of the official resource are called here, and which of them have no counterpart.

import type { LuaTable, LuaValue } from './lua-table.ts';
import type { OfficialModule, OfficialSettings } from './official-settings.ts';

/** A setting of our config.json. */
export interface Translated {
  readonly path: readonly string[];
  readonly value: unknown;
  /** Where it comes from, for the owner. */
  readonly from: string;
}

/** What does not come along, and why or what to do instead. */
export interface Untranslated {
  readonly names: readonly string[];
  readonly why: string;
}

export interface Translation {
  readonly settings: readonly Translated[];
  readonly left: readonly Untranslated[];
}

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

/** Names of config.json that nothing here corresponds to. */
const LEFT_OF_MAIN: readonly Untranslated[] = [
  {
    names: ['postTime', 'noUnitTimer'],
    why: 'the pace of the live map is "seconds" under unitLocations, and the API allows no less than 7',
  },
  {
    names: ['linkCommand', 'linkPollIntervalMs', 'linkPopupTitleText', 'linkButtonText'],
    why: 'players link their accounts in the CAD; there is no command for it here',
  },
  { names: ['primaryIdentifier'], why: 'not needed: all identifiers of a player are compared' },
  { names: ['debugMode'], why: 'not needed: sonorancad status, doctor and why tell what is going on' },
  {
    names: ['updateBranch', 'allowAutoUpdate', 'autoUpdateUrl', 'allowUpdateWithPlayers'],
    why: 'this resource does not update itself',
  },
  { names: ['disableOverride'], why: "the server's address is typed into the CAD once; nothing changes it" },
];
/** Read elsewhere: lines for server.cfg, or translated below. */
const KNOWN_OF_MAIN: ReadonlySet<string> = new Set([
  ...['communityID', 'apiKey', 'mode', 'serverId', 'apiSendEnabled', 'notificationSystem', 'statusLabels'],
  ...['enablePushEventForwarding', 'pushEventForwardUrl'],
  ...LEFT_OF_MAIN.flatMap(({ names }) => names),
]);

/** Modules without a counterpart, apart from those that are not needed. */
const NOT_HERE: ReadonlySet<string> = new Set([
  ...['bodycam', 'caddisplay', 'calltemplates', 'civintegration', 'ersintegration', 'forcereg', 'kick'],
  ...['localcallers', 'lookups', 'recordPrinter', 'sonrad', 'vehreg', 'wraithv2', 'frameworksupport'],
]);

/** Translates everything; nothing is compared with what is set here already. */
export function translate({ main, modules }: OfficialSettings): Translation {
  const settings: Translated[] = [...fromMain(main)];
  const left: Untranslated[] = LEFT_OF_MAIN.map(({ names, why }) => ({
    names: names.filter((name) => name in main),
    why,
  }));
  const unknown = Object.keys(main).filter((name) => !KNOWN_OF_MAIN.has(name));
  left.push({ names: unknown, why: 'not known as settings of the official resource' });

  const { dispatchnotify, callcommands, locations, postals, unitstatus } = modules;
  if (locations) {
    const from = locations.isEnabled ? 'locations, which is on' : 'locations, which is off';
    settings.push({ path: ['unitLocations', 'isEnabled'], value: locations.isEnabled, from });
  }
  if (dispatchnotify?.isEnabled) {
    settings.push(...fromDispatchNotify(dispatchnotify.settings));
    left.push(...leftOfDispatchNotify(dispatchnotify));
  } else if (dispatchnotify) {
    left.push({
      names: ['dispatchnotify'],
      why: 'it was off; here alerts are on, see docs/notifications.md',
    });
  }
  if (callcommands) settings.push(...fromCallCommands(callcommands));
  if (postals?.isEnabled) {
    settings.push(...fromPostals(postals.settings));
    const { mode } = postals.settings;
    if (mode === 'event' || mode === 'file') {
      const why = `mode "${mode}": postals are read from a postal resource that runs, see SC-POSTAL in docs/troubleshooting.md`;
      left.push({ names: ['postals'], why });
    }
  }
  if (unitstatus && !('statusLabels' in main)) settings.push(...fromUnitStatus(unitstatus.settings));

  const lost = Object.keys(modules).filter((name) => NOT_HERE.has(name) && modules[name]?.isEnabled);
  left.push({
    names: lost,
    why: 'modules that have no counterpart here; to keep them, run both resources: docs/migrating.md',
  });
  return { settings: lastOfEach(settings), left: left.filter(({ names }) => names.length > 0) };
}

function* fromMain(main: OfficialSettings['main']): Generator<Translated> {
  const from = (name: string) => `${name} in config.json`;
  if (main.apiSendEnabled === false) {
    yield { path: ['rest', 'enabled'], value: false, from: from('apiSendEnabled') };
  }
  yield* order(main.notificationSystem, from('notificationSystem'));
  if (Array.isArray(main.statusLabels)) {
    yield { path: ['statusLabels'], value: main.statusLabels, from: from('statusLabels') };
  }
  if (main.enablePushEventForwarding === true) {
    for (const name of ['enablePushEventForwarding', 'pushEventForwardUrl']) {
      yield { path: [name], value: main[name], from: from(name) };
    }
  }
}

function* order(notifier: unknown, from: string): Generator<Translated> {
  const name = typeof notifier === 'string' ? NOTIFIERS[notifier.toLowerCase()] : undefined;
  if (name !== undefined) yield { path: ['notify', 'order'], value: [name, 'auto'], from };
}

function* fromDispatchNotify(lua: LuaTable): Generator<Translated> {
  const from = (name: string) => `${name} in dispatchnotify`;
  const at = (name: string, path: string[], value: unknown): Translated => ({
    path,
    value,
    from: from(name),
  });
  yield* order(lua.notificationOverride, from('notificationOverride'));
  if (lua.enableUnitNotify === false) {
    yield at('enableUnitNotify', ['notify', 'kinds', 'call-opened'], 'none');
  }
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
  if (typeof lua.enableCallerNotify === 'boolean') {
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

function leftOfDispatchNotify({ settings, isChanged }: OfficialModule): Untranslated[] {
  const present = (names: readonly string[]) => names.filter((name) => name in settings && isChanged(name));
  const left = [
    { names: present(MESSAGES), why: 'texts are written anew under notify.texts, see docs/notifications.md' },
    {
      names: present(['enableUnitResponse', 'dispatchDisablesSelfResponse']),
      why: 'responding cannot be turned off; "respond": "" under keys leaves the key unbound',
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

function* fromCallCommands({ isEnabled, settings }: OfficialModule): Generator<Translated> {
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

function* fromPostals({ mode, nearestPostalResourceName: name }: LuaTable): Generator<Translated> {
  if (mode !== 'resource' || typeof name !== 'string' || name === '' || name === 'nearest-postal') return;
  yield {
    path: ['places', 'postalResource'],
    value: name,
    from: 'nearestPostalResourceName in postals',
  };
}

function* fromUnitStatus({ statusCodes }: LuaTable): Generator<Translated> {
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

/** A module's own choice comes after the general one, and counts. */
function lastOfEach(settings: readonly Translated[]): Translated[] {
  return [...new Map(settings.map((one) => [one.path.join('\n'), one])).values()];
}
