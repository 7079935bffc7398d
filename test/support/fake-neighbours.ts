// Other resources on the server, in memory: they start, stop, export functions and raise events.

import type { LocalBus, Resources } from '../../server/ports.ts';

type Run = (...args: never[]) => unknown;
export type FakeExports = Readonly<Record<string, Run>>;

export interface FakeNeighbours {
  readonly resources: Pick<Resources, 'isRunning' | 'onStart' | 'onStop' | 'call'>;
  readonly local: Pick<LocalBus, 'on'>;
  /** Exports that were called, as `resource.name`. */
  readonly calls: string[];
  /** As the host does it: not yet `started` while it is told. */
  start(resource: string, exported?: FakeExports): void;
  /** As the host does it: still `started` while it is told. */
  stop(resource: string): void;
  /** Changes nothing but the exports. */
  replace(resource: string, exported: FakeExports): void;
  emit(event: string, ...args: unknown[]): void;
  /** How many listen to an event. */
  listeners(event: string): number;
}

/** A server with these resources running. */
export function createFakeNeighbours(running: Readonly<Record<string, FakeExports>> = {}): FakeNeighbours {
  const exportsOf = new Map(Object.entries(running));
  const starts: ((name: string) => void)[] = [];
  const stops: ((name: string) => void)[] = [];
  const handlers = new Map<string, ((...args: unknown[]) => void)[]>();
  const calls: string[] = [];
  let starting: string | null = null;

  return {
    calls,
    resources: {
      isRunning: (name) => exportsOf.has(name) && starting !== name,
      onStart: (run) => void starts.push(run),
      onStop: (run) => void stops.push(run),
      call(resource, exported, ...args) {
        calls.push(`${resource}.${exported}`);
        const run = exportsOf.get(resource)?.[exported];
        if (!run) throw new Error(`No such export ${exported} in resource ${resource}`);
        return run(...(args as never[]));
      },
    },
    local: {
      on: (event, run) => void handlers.set(event, [...(handlers.get(event) ?? []), run]),
    },
    start(resource, exported = {}) {
      starting = resource;
      exportsOf.set(resource, exported);
      for (const run of starts) run(resource);
      starting = null;
    },
    stop(resource) {
      for (const run of stops) run(resource);
      exportsOf.delete(resource);
    },
    replace: (resource, exported) => void exportsOf.set(resource, exported),
    emit(event, ...args) {
      for (const run of handlers.get(event) ?? []) run(...args);
    },
    listeners: (event) => handlers.get(event)?.length ?? 0,
  };
}
