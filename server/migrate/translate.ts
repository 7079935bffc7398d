// What the settings of the official resource are called here, and which of them have no counterpart.

import type { OfficialSettings } from './official-settings.ts';
import {
  allowedActions,
  fromCallCommands,
  fromDispatchNotify,
  fromPostals,
  fromUnitStatus,
  leftOfCallCommands,
  leftOfDispatchNotify,
  notifierOrder,
} from './translate-modules.ts';

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

/** Names of config.json that nothing here corresponds to. */
const LEFT_OF_MAIN: readonly Untranslated[] = [
  {
    names: ['postTime', 'noUnitTimer'],
    why: 'the pace of the live map is "seconds" under unitLocations, and the API allows no less than 7',
  },
  {
    names: [
      ...['linkCommand', 'linkPollIntervalMs', 'linkPopupTitleText', 'linkButtonText', 'requireLink'],
      ...['autoOpenLinkPopup', 'freezeUntilLinked', 'allowPopupCloseWhenUnlinked'],
    ],
    why: 'players link their accounts in the CAD; there is no command for it here',
  },
  {
    names: ['primaryIdentifier', 'forceSetApiId'],
    why: 'not needed: all identifiers of a player are compared',
  },
  { names: ['debugMode'], why: 'not needed: sonorancad status, doctor and why tell what is going on' },
  {
    names: ['updateBranch', 'allowAutoUpdate', 'autoUpdateUrl', 'allowUpdateWithPlayers'],
    why: 'this resource does not update itself',
  },
  {
    names: [
      ...['bodycamEnabled', 'bodycamBeepFrequency', 'bodycamScreenshotFrequency', 'bodycamPlayBeeps'],
      ...['bodycamOverlayEnabled', 'bodycamOverlayLocation', 'bodycamCommandToggle'],
      'bodycamCommandChangeFrequncy',
    ],
    why: 'there are no bodycams here',
  },
  { names: ['apiUrl', 'serverType'], why: 'settings of long ago, which later versions do not have either' },
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
  ...['aicrimereport', 'civreg', 'fivepd', 'trafficstop', 'ts3integration', 'esxsupport'],
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
  if (callcommands) {
    settings.push(...fromCallCommands(callcommands));
    left.push(...leftOfCallCommands(callcommands));
  }
  settings.push(...allowedActions(modules));
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
  yield* notifierOrder(main.notificationSystem, from('notificationSystem'));
  if (Array.isArray(main.statusLabels)) {
    yield { path: ['statusLabels'], value: main.statusLabels, from: from('statusLabels') };
  }
  if (main.enablePushEventForwarding === true) {
    for (const name of ['enablePushEventForwarding', 'pushEventForwardUrl']) {
      yield { path: [name], value: main[name], from: from(name) };
    }
  }
}

/** A module's own choice comes after the general one, and counts. */
function lastOfEach(settings: readonly Translated[]): Translated[] {
  return [...new Map(settings.map((one) => [one.path.join('\n'), one])).values()];
}
