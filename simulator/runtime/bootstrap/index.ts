// Runs once in every fresh script realm: gives it the globals FiveM's own script files give it, and the host its hooks.
import EventEmitter2 from 'eventemitter2';
import msgpack from 'msgpack-lite';
import type { Booted, Bridge, Hooks } from './bridge.ts';
import { citizenGlobals } from './citizen.ts';
import { simulateDate } from './clock.ts';
import { createConsole } from './console.ts';
import { createErrorPrinter } from './errors.ts';
import { createEvents } from './events.ts';
import { createExports } from './exports.ts';
import type { Natives } from './natives.ts';
import { clientGlobals, serverGlobals } from './net.ts';
import { createRefs } from './refs.ts';
import { createRejections } from './rejections.ts';
import { createStateBags } from './state-bags.ts';
import { createTimers } from './timers.ts';

export { createNativeKit } from './native-kit.ts';

const world = globalThis as unknown as Record<string, unknown>;
const natives = globalThis as unknown as Natives;

/** Installs the globals; the natives of `bootstrapNatives` have to be on the global object already. */
export function boot(bridge: Bridge): Booted {
  if (bridge.simulatedTime) simulateDate(() => bridge.now());
  const console = createConsole({ trace: bridge.trace, now: bridge.now });
  const log = console.log as (text: string) => void;
  const consoleError = console.error as (...args: unknown[]) => void;

  const refs = createRefs(bridge, {
    failed: (error) => printer.print('call ref', error),
    unknownRef(index) {
      consoleError('Invalid ref call attempt:', index);
      bridge.problem('script', `call of function ${index}, which ${bridge.resource} does not hold any more`);
    },
    invokingResource: () => natives.GetInvokingResource(),
  });
  const printer = createErrorPrinter(bridge, log, refs.pack);
  const timers = createTimers({ now: bridge.now, failed: printer.print });
  const events = createEvents({
    server: bridge.server,
    pack: refs.pack,
    unpack: refs.unpack,
    subscribe: (name) => natives.RegisterResourceAsEventHandler(name),
    trigger: (name, payload) => natives.TriggerEventInternal(name, payload, payload.length),
    setSource(source) {
      world.source = source;
    },
    consoleError,
    refused: (message) => bridge.problem('event', message),
    unhandled: (message) => bridge.problem('script', message),
    failed: printer.print,
  });
  const rejections = createRejections({
    soon: timers.globals.setImmediate as (fn: () => void) => void,
    print: printer.print,
  });

  const hooks: Hooks = {
    tick: timers.tick,
    // Payloads come from other realms; a copy makes everything decoded from them belong to this one.
    event: (name, payload, source) => events.dispatch(name, new Uint8Array(payload), source),
    callRef: (index, args) => refs.call(index, new Uint8Array(args)),
    duplicateRef: refs.duplicate,
    deleteRef: refs.release,
    rejected: rejections.add,
  };

  Object.assign(world, events.globals, citizenGlobals(bridge, hooks, refs), {
    console,
    printError: printer.print,
    msgpack,
    msgpack_pack: refs.pack,
    msgpack_unpack: refs.unpack,
    EventEmitter2,
    source: undefined,
  });
  Object.assign(world, (bridge.server ? serverGlobals : clientGlobals)(natives, refs.pack));
  for (const [name, value] of Object.entries(timers.globals)) {
    Object.defineProperty(world, name, { value, writable: false, enumerable: true, configurable: false });
  }
  world.exports = createExports({
    server: bridge.server,
    resource: bridge.resource,
    on: (name, listener) => events.on(name, listener as (...args: unknown[]) => unknown),
    emit: events.emit,
    global: (name) => world[name],
    metadata(key) {
      const count = natives.GetNumResourceMetadata(bridge.resource, key) || 0;
      return Array.from(
        { length: count },
        (_, i) => natives.GetResourceMetadata(bridge.resource, key, i) ?? '',
      );
    },
  });
  Object.assign(world, createStateBags(stateBagPorts(bridge.server, refs.pack)));

  return {
    hooks,
    counters: () => ({ ...timers.counters(), functionRefs: refs.count() }),
    pack: refs.pack,
    unpack: (bytes) => refs.unpack(new Uint8Array(bytes)),
    makeRef: (fn) => refs.make(fn as (...args: unknown[]) => unknown),
  };
}

function stateBagPorts(server: boolean, pack: (value: unknown) => Uint8Array) {
  return {
    server,
    get: (bag: string, key: string) => natives.GetStateBagValue(bag, key),
    set(bag: string, key: string, value: unknown, replicated: boolean) {
      const payload = pack(value);
      natives.SetStateBagValue(bag, key, payload, payload.length, replicated);
    },
    entityBag(entity: number) {
      const networked = server || natives.NetworkGetEntityIsNetworked(entity);
      if (server || !networked) natives.EnsureEntityStateBag(entity);
      return networked ? `entity:${natives.NetworkGetNetworkIdFromEntity(entity)}` : `localEntity:${entity}`;
    },
    ownServerId: () => natives.GetPlayerServerId(natives.PlayerId()),
  };
}
