// The settings of the official resource, as they lie in its folder: config.json and one Lua file for each of its modules.

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

/** Modules that have settings of their own, by the names of their files. */
const MODULES = [
  ...['dispatchnotify', 'callcommands', 'postals', 'unitstatus', 'frameworksupport', 'locations'],
  ...['bodycam', 'caddisplay', 'calltemplates', 'civintegration', 'ersintegration', 'forcereg', 'kick'],
  ...['localcallers', 'lookups', 'recordPrinter', 'sonrad', 'vehreg', 'wraithv2'],
] as const;

/**
 * `readFile` reads in the official resource's folder. Any setting of its config.json may be overridden by a convar
 * `sonoran_<name>`; those it has set itself (its `_setter` says so) are not.
 */
export function readOfficialSettings(
  readFile: (path: string) => string | null,
  convar: (name: string) => string,
): Result<OfficialSettings, string> {
  const text = readFile(MAIN_FILE);
  if (text === null) return refuse(`there is no ${MAIN_FILE}`);
  const read = readJson(MAIN_FILE, text);
  if (!read.ok) return refuse(read.error);
  const main: unknown = read.value && getNodeValue(read.value);
  if (typeof main !== 'object' || main === null || Array.isArray(main)) {
    return refuse(`${MAIN_FILE} holds no settings`);
  }
  const modules: Record<string, OfficialModule> = {};
  for (const name of MODULES) {
    const module = readModule(name, readFile);
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

function readModule(name: string, readFile: (path: string) => string | null): OfficialModule | null {
  const delivered = readTable(readFile(`${FOLDER}/${name}_config.dist.lua`));
  const settings = readTable(readFile(`${FOLDER}/${name}_config.lua`)) ?? delivered;
  if (!settings) return null;
  return {
    isEnabled: settings.enabled !== false,
    settings,
    isChanged: (key) => JSON.stringify(settings[key]) !== JSON.stringify(delivered?.[key]),
  };
}

const readTable = (source: string | null) => (source === null ? null : readLuaConfig(source));
