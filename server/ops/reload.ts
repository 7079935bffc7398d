// `sonorancad reload`: reads config.json again and applies what can change while the resource runs, all of it or nothing.

import type { LoadedSettings } from '../config/load-settings.ts';
import type { Config } from '../config/schema.ts';
import type { Cancel, Clock } from '../ports.ts';

export interface ReloadPorts {
  /** Reads all settings. */
  readonly load: () => LoadedSettings;
  readonly current: () => Config;
  /** Takes the settings into use. */
  readonly apply: (config: Config) => void;
}

const KEPT = 'Nothing was changed: the settings of before stay until this is mended.';

/** Returns a function that reloads, and gives the lines to show. */
export function createReload({ load, current, apply }: ReloadPorts): () => string[] {
  return () => {
    const { config, problems, warnings } = load();
    if (problems.length > 0) return [...warnings, ...problems, KEPT];
    const before = current();
    const changed = (Object.keys(config) as (keyof Config)[]).filter(
      (name) => !isSame(config[name], before[name]),
    );
    if (changed.length === 0) return [...warnings, 'config.json says what it said before.'];
    apply(config);
    const isFrameworkOther = config.duty.framework !== before.duty.framework;
    return [
      ...warnings,
      `Settings taken into use: ${changed.join(', ')}.`,
      ...(isFrameworkOther ? ['Another duty.framework needs a restart of this resource.'] : []),
    ];
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export interface WatchPorts {
  readonly clock: Clock;
  /** Content of config.json, or null. */
  readonly read: () => string | null;
  /** How often to look, in ms; null while nobody wants it. */
  readonly everyMs: () => number | null;
  /** The file is another one. */
  readonly onChange: () => void;
}

/** How often it is asked whether anybody wants the file to be watched. */
const IDLE_MS = 10_000;

/** Looks at times whether config.json has changed. A file that is still being written is taken when it is whole. */
export function watchConfig({ clock, read, everyMs, onChange }: WatchPorts): Cancel {
  let used = read();
  let before = used;
  let cancel: Cancel = () => undefined;
  function look(): void {
    if (everyMs() !== null) {
      const text = read();
      const isStill = text === before;
      before = text;
      if (isStill && text !== used) {
        used = text;
        onChange();
      }
    }
    wait();
  }
  function wait(): void {
    cancel = clock.after(everyMs() ?? IDLE_MS, look);
  }
  wait();
  return () => cancel();
}
