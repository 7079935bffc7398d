// The settings of the official resource, as they lie in its folder: config.json and one Lua file for each of its modules.
// Read in versions 2.9.34 to 4.0.104.

import { getNodeValue } from 'jsonc-parser';
import { ok, type Result, refuse } from '../../shared/result.ts';
import { readJson } from '../config/read-json.ts';
import { type LuaTable, readLuaConfig } from './lua-table.ts';

/** What was found. */
export interface OfficialSettings {
  /** Content of configuration/config.json, with what server.cfg overrides. */
  readonly main: Readonly<Record<string, unknown>>;
  /** By module: what its file says, and only where that differs from how it is delivered. */
  readonly modules: Readonly<Record<string, OfficialModule>>;
}

export interface OfficialModule {
  readonly isEnabled: boolean;
  readonly settings: LuaTable;
  /** Whether a setting was changed by the owner; without the delivered file, everything counts as changed. */
  readonly isChanged: (name: string) => boolean;
}

const FOLDER = 'configuration';
export const MAIN_FILE = `${FOLDER}/config.json`;

/** Where files lie. Of several places of a file the first counts. */
interface Layout {
  readonly main: string;
  readonly module: (name: string) => readonly string[];
  readonly delivered: (name: string) => readonly string[];
}

const NOW: Layout = {
  main: MAIN_FILE,
  module: (name) => [`${FOLDER}/${name}_config.lua`],
  delivered: (name) => [`${FOLDER}/${name}_config.dist.lua`],
};
/** Up to version 2 modules were plugins, in folders of their own, and came one by one. */
const PLUGINS: Layout = {
  main: 'config.json',
  module: (name) => inPlugin(name, `config_${name}.lua`),
  delivered: (name) => inPlugin(name, `CHANGEMEconfig_${name}.lua`),
};
const inPlugin = (name: string, file: string) => [
  `plugins/${name}/${name}/${file}`,
  `plugins/${name}/${file}`,
];

type ReadFile = (path: string) => string | null;

/** How the files lie in a folder, or null when it is not that of the official resource. Many have a config.json. */
function findLayout(readFile: ReadFile): Layout | null {
  if (readFile(NOW.main) !== null) return NOW;
  const text = readFile(PLUGINS.main) ?? '';
  return ['"communityID"', '"primaryIdentifier"'].every((name) => text.includes(name)) ? PLUGINS : null;
}

/** Whether it is a folder of the official resource. */
export const hasOfficialSettings = (readFile: ReadFile) => findLayout(readFile) !== null;

/** Modules that have settings of their own, by the names of their files. */
const MODULES = [
  ...['dispatchnotify', 'callcommands', 'postals', 'unitstatus', 'frameworksupport', 'locations'],
  ...['bodycam', 'caddisplay', 'calltemplates', 'civintegration', 'ersintegration', 'forcereg', 'kick'],
  ...['localcallers', 'lookups', 'recordPrinter', 'sonrad', 'vehreg', 'wraithv2', 'aicrimereport'],
  ...['civreg', 'fivepd', 'trafficstop', 'ts3integration', 'esxsupport'],
] as const;

/**
 * `readFile` reads in the official resource's folder. Any setting of its config.json may be overridden by a convar
 * `sonoran_<name>`; those it has set itself (its `_setter` says so) are not.
 */
export function readOfficialSettings(
  readFile: ReadFile,
  convar: (name: string) => string,
): Result<OfficialSettings, string> {
  const layout = findLayout(readFile);
  if (!layout) return refuse(`there is no ${MAIN_FILE}`);
  const read = readJson(layout.main, readFile(layout.main) ?? '');
  if (!read.ok) return refuse(read.error);
  const main: unknown = read.value && getNodeValue(read.value);
  if (typeof main !== 'object' || main === null || Array.isArray(main)) {
    return refuse(`${layout.main} holds no settings`);
  }
  const modules: Record<string, OfficialModule> = {};
  for (const name of MODULES) {
    const module = readModule(name, layout, readFile);
    if (module) modules[name] = module;
  }
  return ok({ main: withConvars({ ...main }, convar), modules });
}

function withConvars(
  main: Readonly<Record<string, unknown>>,
  convar: (name: string) => string,
): Readonly<Record<string, unknown>> {
  const isOwners = (name: string) => convar(`sonoran_${name}_setter`) !== 'framework';
  return Object.fromEntries(
    Object.entries(main).map(([name, value]) => {
      const text = convar(`sonoran_${name}`);
      if (text === '' || typeof value === 'object' || name === 'apiKey' || !isOwners(name)) {
        return [name, value];
      }
      return [name, text === 'true' ? true : text === 'false' ? false : text];
    }),
  );
}

function readModule(name: string, layout: Layout, readFile: ReadFile): OfficialModule | null {
  const readFirst = (paths: readonly string[]) =>
    paths.reduce<LuaTable | null>((found, path) => found ?? readTable(readFile(path)), null);
  const delivered = readFirst(layout.delivered(name));
  const settings = readFirst(layout.module(name)) ?? delivered;
  if (!settings) return null;
  return {
    isEnabled: settings.enabled !== false,
    settings,
    isChanged: (key) => JSON.stringify(settings[key]) !== JSON.stringify(delivered?.[key]),
  };
}

const readTable = (source: string | null) => (source === null ? null : readLuaConfig(source));
