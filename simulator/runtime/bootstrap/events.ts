// Event handlers of a script: local and net events, raw listeners, `source`.
import EventEmitter2 from 'eventemitter2';

type Listener = (...args: unknown[]) => unknown;

export interface EventPorts {
  server: boolean;
  pack(value: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
  /** Asks the host to hand this event to the runtime (`RegisterResourceAsEventHandler`). */
  subscribe(name: string): void;
  /** Raises an event on this side (`TriggerEventInternal`). */
  trigger(name: string, payload: Uint8Array): void;
  setSource(source: number | string | null): void;
  consoleError(...args: unknown[]): void;
  /** Reports a net event that was refused. */
  refused(message: string): void;
  /** Reports an error that a promise of a handler or a raw listener ended in. */
  unhandled(message: string): void;
  failed(where: string, error: unknown): void;
}

export interface Events {
  on(name: string, listener: Listener, netSafe?: boolean): void;
  emit(name: string, ...args: unknown[]): void;
  dispatch(name: string, payload: Uint8Array, source: string): void;
  readonly globals: Record<string, (...args: never[]) => unknown>;
}

export function createEvents(ports: EventPorts): Events {
  const handlers = createEmitter();
  const rawHandlers = createEmitter();
  const netSafe = new Set<string>();

  const on = (name: string, listener: Listener, safe = false) => {
    if (safe) netSafe.add(name);
    ports.subscribe(name);
    handlers.on(name, listener);
  };
  const off = (name: string, listener: Listener) => handlers.off(name, listener);
  const emit = (name: string, ...args: unknown[]) => ports.trigger(name, ports.pack(args));
  const onNet = (name: string, listener: Listener) => on(name, listener, true);
  const registerNet = (name: string) => void netSafe.add(name);
  const onRaw = (name: string, listener: Listener) => rawHandlers.on(name, listener);

  function dispatch(name: string, payload: Uint8Array, source: string): void {
    ports.setSource(sourceOf(source, ports.server));
    if (source.startsWith('net') && handlers.listeners(name).length > 0 && !netSafe.has(name)) {
      const message = `Event ${name} was not safe for net`;
      ports.consoleError(message);
      ports.refused(message);
    } else {
      runRaw(name, payload, source);
      run(name, payload);
    }
    ports.setSource(null);
  }

  function runRaw(name: string, payload: Uint8Array, source: string): void {
    try {
      rawHandlers.emit(name, payload, source);
    } catch (error) {
      ports.consoleError('Unhandled error during running raw event listeners', error);
      if (name !== 'error') ports.unhandled(`raw listener of ${name}: ${error}`);
    }
  }

  function run(name: string, payload: Uint8Array): void {
    // The emitter's own list: a listener removed while it is walked makes the walk skip the next one.
    const listeners = handlers.listeners(name) as Listener[];
    if (listeners.length === 0) return;
    const args = ports.unpack(payload) || [];
    if (!Array.isArray(args)) return;
    for (const listener of listeners) {
      try {
        const result = listener.apply(null, args);
        if (result instanceof Promise) void watch(result);
      } catch (error) {
        ports.failed(`event \`${name}'`, error);
      }
    }
  }

  async function watch(result: Promise<unknown>): Promise<void> {
    try {
      await result;
    } catch (error) {
      ports.consoleError('Unhandled promise failure:', error);
      ports.unhandled(`Unhandled promise failure: ${error}`);
    }
  }

  return {
    on,
    emit,
    dispatch,
    globals: {
      on,
      addEventListener: on,
      AddEventHandler: on,
      onNet,
      addNetEventListener: onNet,
      RegisterNetEvent: registerNet,
      RegisterServerEvent: registerNet,
      removeEventListener: off,
      RemoveEventHandler: off,
      addRawEventListener: onRaw,
      addRawEventHandler: onRaw,
      emit,
      TriggerEvent: emit,
      setMaxEventListeners: (count: number) => handlers.setMaxListeners(count),
      setMaxRawEventListeners: (count: number) => rawHandlers.setMaxListeners(count),
    },
  };
}

/** What scripts read from `source`: the number behind `net:` (on servers `internal-net:` too), or the text as it is. */
function sourceOf(source: string, server: boolean): number | string {
  if (source.startsWith('net')) return Number.parseInt(source.slice('net:'.length), 10);
  if (server && source.startsWith('internal-net'))
    return Number.parseInt(source.slice('internal-net:'.length), 10);
  return source;
}

/** EventEmitter2 as it was in the version the game carries: a list of listeners is always the live one. */
function createEmitter(): EventEmitter2 {
  const emitter = new EventEmitter2();
  const held = emitter as unknown as { _events: Record<string, Listener | Listener[] | undefined> };
  emitter.listeners = (name: unknown) => {
    held._events ??= {};
    const key = name as string;
    const current = held._events[key];
    const list = Array.isArray(current) ? current : current ? [current] : [];
    held._events[key] = list;
    return list as ReturnType<EventEmitter2['listeners']>;
  };
  return emitter;
}
