// One side of the game: everything a resource manager owns, tied together. A server is one, a game client another.
import type { Problem } from '../natives/native.ts';
import { createScriptRuntime } from '../runtime/script-runtime.ts';
import { createAces } from './aces.ts';
import { createCommands } from './commands.ts';
import { createConvars } from './convars.ts';
import { createEvents } from './events.ts';
import { readResourceFile } from './files.ts';
import type { Host, HostOptions } from './host-types.ts';
import { createKvp } from './kvp.ts';
import { createLog } from './log.ts';
import { createRefs } from './refs.ts';
import { exportsOf, type Resource, scriptsOf } from './resource.ts';
import { createResources, type Resources } from './resources.ts';
import { createStack } from './stack.ts';
import { createStateBags } from './state-bags.ts';
import type { ConsoleLine, NativeCallRecord } from './types.ts';

export type { Host, HostOptions } from './host-types.ts';

/** Entries kept of each log. */
const CONSOLE_LINES = 20_000;
const PROBLEMS = 10_000;
const CALLS = 200_000;

export function createHost(options: HostOptions): Host {
  const { side, clock } = options;
  const console = createLog<ConsoleLine>(CONSOLE_LINES);
  const problems = createLog<Problem>(PROBLEMS);
  const calls = createLog<NativeCallRecord>(CALLS);
  const stack = createStack(side);
  const permissions = new Set<string>();
  const missingNatives = new Set<string>();
  const releases: (() => void)[] = [];

  const print = (channel: string, text: string, resource: string | null = null) =>
    console.add({ channel, resource, text, at: clock.now() });
  const problem = (kind: Problem['kind'], message: string, resource: string | null) =>
    problems.add({ kind, message, resource });

  const events = createEvents({
    deliver: (resource, name, payload, source) =>
      resources.find(resource)?.runtime?.event(name, payload, source),
  });
  const refs = createRefs({
    runtimeOf(resource, instance) {
      const runtime = resources.find(resource)?.runtime;
      return runtime?.id === instance ? runtime : null;
    },
    dead: (ref) => problem('script', `call of the function ${ref}, whose runtime is gone`, null),
  });
  const aces = createAces();
  const convars = createConvars({ print: (text) => print('cmd', text) });
  const commands = createCommands({
    aces,
    print: (text) => print('cmd', text),
    fallback: (name, call) => options.unknownCommand?.(name, call) ?? false,
  });

  const resources: Resources = createResources({
    side,
    facts: options.facts ?? null,
    print: (channel, text) => print(channel, text),
    problem: (message, resource) => problem('manifest', message, resource),
    trigger: (name, resource) => host.trigger(name, [resource]),
    queue: (name, resource) => host.queueEvent(name, [resource], ''),
    runScripts,
    endScripts(resource) {
      resource.runtime?.destroy();
      resource.runtime = null;
    },
    ...(options.onStarted ? { started: options.onStarted } : {}),
    ...(options.onStopping ? { stopping: options.onStopping } : {}),
    ...(options.onStopped ? { stopped: options.onStopped } : {}),
  });

  function runScripts(resource: Resource): void {
    publishExports(resource);
    const { scripts, foreign } = scriptsOf(resource, side, readFrom);
    for (const file of foreign)
      print('simulator', `${resource.name}: ${file} is no JavaScript and does not run here`);
    if (scripts.length === 0) return;
    print('citizen-scripting-core', `Creating script environments for ${resource.name}`);
    const texts = scripts.flatMap(({ text }) => text ?? []);
    const runtime = createScriptRuntime({ host, resource: resource.name, dir: resource.dir, texts });
    resource.runtime = runtime;
    for (const { file, filename, text } of scripts) {
      if (text !== null) runtime.load(file, filename, text);
      else {
        print('citizen-scripting-core', `Failed to load script ${file}.`);
        problem('script', `Failed to load script ${file}: no such file`, resource.name);
      }
    }
  }

  /** Exports that the test answers in the resource's name. */
  function publishExports(resource: Resource): void {
    let alive = true;
    resource.cleanups.push(() => {
      alive = false;
    });
    for (const [name, fn] of Object.entries(exportsOf(resource, side))) {
      const exported = refs.exported(fn, () => alive);
      const give = (payload: Uint8Array) => {
        const [receive] = refs.decode(payload) as [(fn: unknown) => void];
        receive(exported);
      };
      resource.cleanups.push(events.handle(`__cfx_export_${resource.name}_${name}`, give));
    }
  }

  function readFrom(name: string, file: string): Uint8Array | null {
    const resource = resources.get(name);
    return resource ? readResourceFile(resource, file) : null;
  }

  const host: Host = {
    side,
    clock,
    simulatedTime: clock.simulated,
    microtasks: options.microtasks,
    startedAt: clock.now(),
    natives: {},
    console,
    problems,
    calls,
    events,
    refs,
    convars,
    aces,
    commands,
    kvp: createKvp(options.kvp),
    bags: createStateBags(),
    resources,
    recordCalls: false,
    now: () => clock.now(),
    print,
    problem,
    enter: stack.enter,
    asCaller: stack.asCaller,
    invoking: stack.invoking,
    running: stack.running,
    formatStack: stack.format,
    openRef: refs.open,
    functionRef: refs.functionRef,
    readFile(resource, name) {
      const [, other, file] = /^@([^/]+)\/(.*)$/.exec(name) ?? [];
      return other !== undefined && file !== undefined ? readFrom(other, file) : readFrom(resource, name);
    },
    missingNative(name, resource) {
      if (missingNatives.has(name)) return;
      missingNatives.add(name);
      problem('native', `${name} is not emulated: it answers nothing`, resource);
    },
    get callLog() {
      return host.recordCalls ? recordCall : null;
    },
    allows: (resource, permission) => permissions.has(`${resource} ${permission}`),
    permit: (resource, permission) => void permissions.add(`${resource} ${permission}`),
    setBag(bag, key, value, source, replicated) {
      if (host.bags.set(bag, key, value, source, replicated)) options.replicate?.(bag, key, value);
    },
    onRelease: (end) => void releases.push(end),
    onStop: (resource, undo) => void resources.find(resource)?.cleanups.push(undo),
    trigger(name, args, source = '', sender = 'host') {
      const { bytes, end } = refs.message(args, sender);
      try {
        return events.trigger(name, bytes, source);
      } finally {
        end();
      }
    },
    queueEvent(name, args, source, only) {
      const { bytes, end } = refs.message(args, 'host');
      events.queue(name, bytes, source, only, end);
    },
    callExport(resource, name, args) {
      let found: ((...args: readonly unknown[]) => unknown) | null = null;
      const receive = (fn: (...args: readonly unknown[]) => unknown) => {
        found = fn;
      };
      host.trigger(`__cfx_export_${resource}_${name}`, [receive], '', 'script');
      if (!found) throw new Error(`No such export ${name} in resource ${resource}`);
      return (found as (...args: readonly unknown[]) => unknown)(...args);
    },
    runtime(resource) {
      const runtime = resources.get(resource)?.runtime;
      if (!runtime) throw new Error(`${resource} has no scripts running on the ${side}`);
      return runtime;
    },
    stats: (resource) => host.runtime(resource).stats(),
    tick() {
      events.runQueue();
      const now = clock.now();
      for (const resource of resources.list()) if (resource.state === 'started') resource.runtime?.tick(now);
    },
    shutdown() {
      for (const resource of resources.started().reverse()) resources.stop(resource.name);
    },
    release() {
      for (const end of releases.splice(0)) end();
    },
  };
  const recordCall = (resource: string, native: string, args: unknown[], result: unknown) =>
    calls.add({ resource, native, args, result });
  // Natives close over the host, so they come last.
  Object.assign(host, { natives: options.natives(host) });
  return host;
}
