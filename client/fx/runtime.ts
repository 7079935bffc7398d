// The script runtime: time, events, files, convars, the player's own store, stop.

import type { Clock, Keep, LocalBus, ResourceInfo, ServerBus, Sounds } from '../ports.ts';

/** Timers of the host are objects, and run with the frames. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

export function createServerBus(): ServerBus {
  return {
    on: (event, run) => onNet(event, run),
    emit: (event, ...args) => emitNet(event, ...args),
  };
}

export function createLocalBus(): LocalBus {
  return {
    emit: (event, ...args) => emit(event, ...args),
    publish: (name, run) => exports(name, run),
  };
}

export function createKeep(): Keep {
  return {
    read: (key) => GetResourceKvpString(key) ?? null,
    write: (key, value) => SetResourceKvp(key, value),
  };
}

export function createSounds(): Sounds {
  return { play: ({ name, set }) => PlaySoundFrontend(-1, name, set, true) };
}

export function createResourceInfo(): ResourceInfo {
  const name = GetCurrentResourceName();
  return {
    readFile: (path) => LoadResourceFile(name, path) ?? null,
    convar: (convar) => GetConvar(convar, '') ?? '',
    onStop(run) {
      on('onResourceStop', (stopping: string) => {
        if (stopping === name) run();
      });
    },
    warn: (line) => console.warn(line),
  };
}
