// The script runtime: events to and from the server, files, convars, stop.

import type { ResourceInfo, ServerBus } from '../ports.ts';

export function createServerBus(): ServerBus {
  return {
    on: (event, run) => onNet(event, run),
    emit: (event, ...args) => emitNet(event, ...args),
  };
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
