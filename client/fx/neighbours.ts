// The other resources on this client: whether they run, and their exports.

import type { Neighbours } from '../ports.ts';

export function createNeighbours(): Neighbours {
  return {
    isRunning: (resource) => GetResourceState(resource) === 'started',
    call(resource, exported, ...args) {
      const run = exports[resource]?.[exported];
      if (!run) throw new Error(`${resource} has no export ${exported}`);
      const answer: unknown = run(...args);
      if (answer instanceof Promise)
        answer.catch((error) => console.warn(`${resource}.${exported}: ${error}`));
    },
  };
}
