// `sonorancad reload`: reads config.json again and applies what can change while the resource runs, all of it or nothing.

import type { LoadedConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';

/** Parts of the settings that are read once, at the start. */
const AT_START = [
  'duty',
  'forward',
  'enablePushEventForwarding',
  'pushEventForwardUrl',
] as const satisfies readonly (keyof Config)[];

export interface ReloadPorts {
  /** Reads config.json. */
  readonly load: () => LoadedConfig;
  readonly current: () => Config;
  /** Takes the settings into use. */
  readonly apply: (config: Config) => void;
}

/** Returns a function that reloads, and gives the lines to show. */
export function createReload({ load, current, apply }: ReloadPorts): () => string[] {
  return () => {
    const { config, problems } = load();
    if (problems.length > 0) {
      return [...problems, 'Nothing was changed: the settings of before stay until this is mended.'];
    }
    const before = current();
    const changed = (Object.keys(config) as (keyof Config)[]).filter(
      (name) => !isSame(config[name], before[name]),
    );
    if (changed.length === 0) return ['config.json has not changed.'];
    apply(config);
    const late = changed.filter((name) => AT_START.some((part) => part === name));
    return [
      `Settings taken into use: ${changed.filter((name) => !late.includes(name)).join(', ') || 'none'}.`,
      ...(late.length > 0 ? [`Changes of ${late.join(', ')} need a restart of this resource.`] : []),
    ];
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
