// Events of one side: who handles which, raising them at once or on the next tick, cancelling.

/** Receives every event of the side, before its handlers. */
export type EventObserver = (name: string, payload: Uint8Array, source: string) => void;
/** Handles an event in the host, in the name of a resource. */
export type HostHandler = (payload: Uint8Array, source: string) => void;

export interface EventPorts {
  /** Hands an event to the script runtime of a resource, if it has one. */
  deliver(resource: string, name: string, payload: Uint8Array, source: string): void;
}

export interface Events {
  subscribe(resource: string, name: string): void;
  handle(name: string, handler: HostHandler): () => void;
  observe(observer: EventObserver): () => void;
  /** Raises an event now; false when a handler cancelled it. */
  trigger(name: string, payload: Uint8Array, source?: string): boolean;
  /** Raises an event on the next tick, for one resource only if `only` is given. */
  queue(name: string, payload: Uint8Array, source: string, only?: string, done?: () => void): void;
  /** Raises what was queued, and what gets queued meanwhile. */
  runQueue(): void;
  cancel(): void;
  wasCanceled(): boolean;
}

/** Events of NUI callbacks reach one resource from the host and nobody else. */
const NUI_PREFIX = '__cfx_nui:';

export function createEvents({ deliver }: EventPorts): Events {
  const handlers = new Map<string, Set<string>>();
  const hostHandlers = new Map<string, Set<HostHandler>>();
  const observers = new Set<EventObserver>();
  const running: { canceled: boolean }[] = [];
  let queued: {
    name: string;
    payload: Uint8Array;
    source: string;
    only?: string | undefined;
    done?: (() => void) | undefined;
  }[] = [];
  let lastCanceled = false;

  function dispatch(name: string, payload: Uint8Array, source: string, only?: string): boolean {
    const state = { canceled: false };
    running.push(state);
    try {
      for (const observer of observers) observer(name, payload, source);
      for (const handler of hostHandlers.get(name) ?? []) handler(payload, source);
      for (const resource of resourcesFor(name, only)) deliver(resource, name, payload, source);
    } finally {
      running.pop();
    }
    lastCanceled = state.canceled;
    return !state.canceled;
  }

  function resourcesFor(name: string, only: string | undefined): Iterable<string> {
    if (only !== undefined) return isSubscribed(only, name) ? [only] : [];
    if (name.startsWith(NUI_PREFIX)) return [];
    const all = handlers.get('*');
    const named = handlers.get(name);
    // `*` handlers come first; a resource with both gets the event twice, as in the game.
    return all ? [...all, ...(named ?? [])] : (named ?? []);
  }

  const isSubscribed = (resource: string, name: string) =>
    handlers.get(name)?.has(resource) || handlers.get('*')?.has(resource) || false;

  return {
    subscribe(resource, name) {
      const resources = handlers.get(name);
      if (resources) resources.add(resource);
      else handlers.set(name, new Set([resource]));
    },
    handle(name, handler) {
      const list = hostHandlers.get(name) ?? new Set();
      list.add(handler);
      hostHandlers.set(name, list);
      return () => void list.delete(handler);
    },
    observe(observer) {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    trigger: (name, payload, source = '') => dispatch(name, payload, source),
    queue(name, payload, source, only, done) {
      queued.push({ name, payload, source, only, done });
    },
    runQueue() {
      while (queued.length > 0) {
        const due = queued;
        queued = [];
        for (const { name, payload, source, only, done } of due) {
          dispatch(name, payload, source, only);
          done?.();
        }
      }
    },
    cancel() {
      const current = running.at(-1);
      if (current) current.canceled = true;
    },
    wasCanceled: () => lastCanceled,
  };
}
