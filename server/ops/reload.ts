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

const KEPT =
  'Nothing was changed: until this is mended the settings of before count, not what the lines above name in their place.';

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

export interface ConfigWatch {
  /** It may be looked at more or less often now. */
  settingsChanged(): void;
  stop(): void;
}

/** Looks at times whether config.json has changed. A file that is still being written is taken when it is whole. */
export function watchConfig({ clock, read, everyMs, onChange }: WatchPorts): ConfigWatch {
  let pause: number | null = null;
  let timer: Cancel | null = null;
  let used: string | null = null;
  let before: string | null = null;

  function look(): void {
    // First of all: what follows from a change may be another pause.
    wait();
    const text = read();
    const isStill = text === before;
    before = text;
    if (!isStill || text === used) return;
    used = text;
    onChange();
  }

  function wait(): void {
    timer = pause === null ? null : clock.after(pause, look);
  }

  function settingsChanged(): void {
    const next = everyMs();
    if (next === pause) return;
    timer?.();
    if (pause === null) {
      used = read();
      before = used;
    }
    pause = next;
    wait();
  }

  settingsChanged();
  return { settingsChanged, stop: () => timer?.() };
}
