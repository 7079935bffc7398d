// Asks the resource through its exports, as other resources do.

import type { SimServer } from '../index.ts';

export interface ResourceExports {
  readonly isRunning: () => boolean;
  /** What the export answers; null while the resource does not run or when it failed (the console says why). */
  ask(name: string, ...args: unknown[]): unknown;
  /** The same for exports that answer with a list: empty when there is none. */
  list<T>(name: string, ...args: unknown[]): readonly T[];
}

export function createResourceExports(server: SimServer, resource: string): ResourceExports {
  const isRunning = () => server.state(resource) === 'started';

  function ask(name: string, ...args: unknown[]): unknown {
    if (!isRunning()) return null;
    try {
      return server.callExport(resource, name, ...args);
    } catch {
      return null;
    }
  }

  return {
    isRunning,
    ask,
    list<T>(name: string, ...args: unknown[]) {
      const answer = ask(name, ...args);
      return Array.isArray(answer) ? (answer as T[]) : [];
    },
  };
}
