// The other resources on this server: whether they run, their exports, manifests and files.

import type { Resources } from '../ports.ts';

export function createResources(): Resources {
  return {
    names: () =>
      Array.from({ length: GetNumResources() }, (_, index) => GetResourceByFindIndex(index)).filter(
        (name) => typeof name === 'string',
      ),
    isRunning: (name) => GetResourceState(name) === 'started',
    onStart: (run) => on('onResourceStart', (name: string) => run(name)),
    onStop: (run) => on('onResourceStop', (name: string) => run(name)),
    call(resource, exported, ...args) {
      const run = exports[resource]?.[exported];
      if (!run) throw new Error(`${resource} has no export ${exported}`);
      return run(...args);
    },
    metadata: (resource, key) => GetResourceMetadata(resource, key, 0) ?? null,
    readFile: (resource, path) => LoadResourceFile(resource, path) ?? null,
    caller: () => GetInvokingResource() ?? null,
  };
}
