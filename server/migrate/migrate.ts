// `sonorancad migrate`: shows what the settings of the official resource are called here, and writes them when asked to.

import { applyEdits, modify } from 'jsonc-parser';
import { toConsoleText } from '../../shared/text.ts';
import type { LoadedConfig, Use } from '../config/load.ts';
import { keyShape } from '../http/api-keys.ts';
import type { Convars, ResourceInfo, Resources } from '../ports.ts';
import {
  hasOfficialSettings,
  MAIN_FILE,
  type OfficialSettings,
  readOfficialSettings,
} from './official-settings.ts';
import { type Translated, translate } from './translate.ts';

export interface MigratePorts {
  readonly resource: Pick<ResourceInfo, 'name' | 'readFile' | 'writeFile'>;
  readonly resources: Pick<Resources, 'names' | 'readFile'>;
  readonly convars: Pick<Convars, 'get'>;
  /** Reads the text of a config.json. */
  readonly loadConfig: (text: string, use: Use) => LoadedConfig;
}

const CONFIG = 'config.json';
const BACKUP = 'config.before-migration.json';
const WRITE = 'write';
const SHOWN = 100;
const STAGING = 'https://staging-api.dev.sonorancad.com';

/** For words typed after `migrate`: the name of a resource, and `write`, in any order. Returns the lines to show. */
export function createMigrate(ports: MigratePorts): (words: readonly string[]) => string[] {
  const { resource, resources, convars, loadConfig } = ports;

  const readIn = (name: string) => (path: string) => resources.readFile(name, path);

  /** Resources that have the official resource's config.json; our own folder may hold it, too. */
  const candidates = () => resources.names().filter((name) => hasOfficialSettings(readIn(name)));

  function run(words: readonly string[]): string[] {
    const named = words.find((word) => word.toLowerCase() !== WRITE);
    const found = named === undefined ? candidates() : [named];
    const [source] = found;
    if (source === undefined) return NOT_FOUND;
    if (found.length > 1) {
      return [
        `Several resources have settings of the official resource: ${found.join(', ')}.`,
        `Name one: migrate ${source}`,
      ];
    }
    const official = readOfficialSettings(readIn(source), convars.get);
    if (!official.ok) return [`${toConsoleText(source)}: ${official.error}. Nothing was changed.`];

    const text = resource.readFile(CONFIG) ?? '{}';
    const { config, problems } = loadConfig(text, 'all-or-nothing');
    const { settings, left } = translate(official.value);
    const changes = settings.filter(({ path, value }) => !isSame(lookUp(config, path), value));
    return [
      `Settings of the official resource in ${source}:`,
      ...linesForServerCfg(official.value),
      ...changes.map(describeChange),
      ...(changes.length < settings.length
        ? [`  ${settings.length - changes.length} of its settings are set here already.`]
        : []),
      ...left.map(({ names, why }) => `  ^3not taken over^7: ${names.map(toShown).join(', ')} (${why})`),
      ...finish(words, changes, text, problems),
    ];
  }

  function linesForServerCfg({ main }: OfficialSettings): string[] {
    const lines: string[] = [];
    const add = (convar: string, value: unknown, note = '') => {
      const wanted =
        typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      if (wanted === '' || convars.get(convar).trim() === wanted) return;
      lines.push(`  ^5server.cfg^7: set ${convar} "${toShown(wanted)}"${note}`);
    };
    const key = typeof main.apiKey === 'string' ? main.apiKey.trim() : '';
    const set = convars.get('sonoran_apiKey').trim();
    const isSet = !['missing', 'placeholder'].includes(keyShape(set));
    if (key !== '' && !isSet) {
      lines.push(`  ^5server.cfg^7: set sonoran_apiKey "..."  (the value of apiKey in its config.json)`);
    } else if (key !== '' && key.toUpperCase() !== set.toUpperCase()) {
      lines.push(`  ^3sonoran_apiKey in server.cfg is another key than apiKey in its config.json.^7`);
    }
    add('sonoran_serverId', main.serverId);
    add('sonoran_communityID', main.communityID, '  (for the websocket only)');
    if (main.mode === 'development') add('sonoran_apiUrl', STAGING);
    return lines;
  }

  function finish(
    words: readonly string[],
    changes: readonly Translated[],
    text: string,
    problems: readonly string[],
  ): string[] {
    if (changes.length === 0) return [`Nothing is to be changed in ${CONFIG}.`];
    if (!words.some((word) => word.toLowerCase() === WRITE)) {
      return [`"${resource.name} migrate write" puts this into ${CONFIG} and keeps a copy of the old one.`];
    }
    if (problems.length > 0) {
      return [...problems, `Nothing was written: ${CONFIG} has to be mended first.`];
    }
    const next = changes.reduce(withSetting, text);
    const check = loadConfig(next, 'all-or-nothing');
    if (check.problems.length > 0) {
      return [...check.problems, 'Nothing was written: not all of these settings are allowed here.'];
    }
    if (!resource.writeFile(BACKUP, text) || !resource.writeFile(CONFIG, next)) {
      return [
        `The game server does not let us write ${CONFIG}. Put these lines into it by hand:`,
        ...JSON.stringify(nested(changes), null, 2).split('\n'),
      ];
    }
    return [`Written: ${CONFIG}; the old one is ${BACKUP}. Take it into use: ${resource.name} reload`];
  }

  return run;
}

const NOT_FOUND = [
  `No folder with the official resource's ${MAIN_FILE} was found.`,
  'Leave the official resource in your resources folder under another name, such as sonorancad_old, without starting it,',
  'type "refresh" and try again. docs/migrating.md shows every step.',
];

const describeChange = ({ path, value, from }: Translated) =>
  `  ^2${CONFIG}^7: ${path.join('.')}: ${shownValue(path, value)}  (${from})`;

/** An address may hold a password. */
function shownValue(path: readonly string[], value: unknown): string {
  if (path[0] !== 'pushEventForwardUrl') return toShown(JSON.stringify(value));
  const text = String(value);
  return URL.canParse(text) ? `(an address at ${new URL(text).host})` : '(an address)';
}

function toShown(text: string): string {
  const shown = toConsoleText(text);
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}...` : shown;
}

/** Comments and the order of the file stay as they are. */
const withSetting = (text: string, { path, value }: Translated) =>
  applyEdits(
    text,
    modify(text, [...path], value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } }),
  );

function nested(settings: readonly Translated[]): object {
  const text = settings.reduce(withSetting, '{}');
  return JSON.parse(text);
}

const lookUp = (root: unknown, path: readonly string[]) =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], root);

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
