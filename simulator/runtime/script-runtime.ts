// One script runtime: the realm of a resource on one side, its natives, its scripts, and the host's ways into it.
import type vm from 'node:vm';
import type { NativeCaller, Problem } from '../natives/native.ts';
import type { Booted } from './bootstrap/bridge.ts';
import { bootstrapNatives } from './bootstrap/natives.ts';
import { ownStack } from './bootstrap/own-stack.ts';
import { type Bootstrap, bootstrapScript } from './bootstrap-bundle.ts';
import { createNativeBinding } from './native-binding.ts';
import { installNode, type NodeParts } from './node-globals.ts';
import { plainCopy, plainError } from './plain-copy.ts';
import { createRealm } from './realm.ts';
import { compileScript } from './scripts.ts';
import { signaturesOf } from './signatures.ts';
import { watchStrays } from './stray-errors.ts';
import type { RuntimeHost, ScriptRuntime } from './types.ts';

export type { RuntimeHost, ScriptRuntime } from './types.ts';

let instances = 1000;

export interface RuntimeOptions {
  host: RuntimeHost;
  resource: string;
  /** Folder of the resource, if it has one. */
  dir: string | null;
  /** Texts that will be loaded: natives named in them are bound. */
  texts: readonly string[];
}

/** Creates the realm, binds natives and runs the bootstrap. */
export function createScriptRuntime({ host, resource, dir, texts }: RuntimeOptions): ScriptRuntime {
  const id = ++instances;
  const server = host.side === 'server';
  const realm = createRealm(`${host.side}:${resource}`, server ? host.microtasks : 'immediate');
  const print = (text: string) => host.print(`script:${resource}`, text, resource);
  const problem = (kind: Problem['kind'], message: string) => host.problem(kind, message, resource);
  let alive = true;
  const caller: NativeCaller = {
    resource,
    get invoking() {
      return host.invoking();
    },
    problem,
  };

  let node: NodeParts | null = null;
  realm.global.global = realm.global;
  if (server) {
    node = installNode(realm, {
      root: dir,
      allows(permission) {
        const allowed = host.allows(resource, permission);
        if (!allowed) problem('script', `${permission} is not permitted for ${resource}`);
        return allowed;
      },
      fatal: (message) => problem('fatal', message),
      print(channel, text) {
        host.print(channel, text, resource);
        if (channel === 'node') problem('script', text);
      },
    });
  }

  const library = realm.run<Bootstrap>(bootstrapScript());
  const asCaller = <T>(run: () => T): T => host.asCaller(runtime, run);
  const binding = createNativeBinding({ host, caller, realm, library, asCaller });
  binding.bind(server ? signaturesOf('server').names : bootstrapNatives(false));
  for (const text of texts) binding.bindMentioned(text);

  const runtime: ScriptRuntime = {
    id,
    resource,
    get alive() {
      return alive;
    },
    load(file, filename, text) {
      binding.bindMentioned(text);
      host.enter(runtime, () => runFile(file, filename, text));
    },
    tick: (now) => guard('tick', () => booted.hooks.tick(now)),
    event: (name, payload, source) =>
      guard('event handling', () => booted.hooks.event(name, payload, source), ` (event ${name})`),
    callRef(index, args) {
      const result = guard('call ref', () => booted.hooks.callRef(index, args));
      return ArrayBuffer.isView(result) ? result : null;
    },
    duplicateRef: (index) => guard('duplicate ref', () => booted.hooks.duplicateRef(index)) ?? -1,
    releaseRef: (index) => void guard('delete ref', () => booted.hooks.deleteRef(index)),
    evaluate(code) {
      binding.bindMentioned(code);
      try {
        const script = compileScript(`@${resource}/evaluate.js`, code);
        return plainCopy(host.enter(runtime, () => realm.run(script)));
      } catch (error) {
        throw plainError(error);
      }
    },
    stats: () => ({
      ...booted.counters(),
      timers: [...booted.counters().timers],
      nativeCalls: binding.calls(),
    }),
    destroy() {
      if (!alive) return;
      node?.end();
      alive = false;
      binding.stop();
    },
  };

  function runFile(file: string, filename: string, text: string): void {
    const failed = (what: string) => {
      print(what);
      problem('script', what);
      host.print('citizen-scripting-core', `Failed to load script ${file}.`, resource);
    };
    let script: vm.Script;
    try {
      script = compileScript(filename, text);
    } catch (error) {
      failed(`Error parsing script ${filename} in resource ${resource}: ${error}`);
      return;
    }
    try {
      realm.run(script);
    } catch (error) {
      failed(`Error loading script ${file} in resource ${resource}: ${error}\nstack:\n${stackOf(error)}`);
    }
  }

  /** Enters the runtime; what its own machinery throws is printed as the host prints it. */
  function guard<T>(what: string, run: () => T, detail = ''): T | undefined {
    if (!alive) return undefined;
    try {
      const result = host.enter(runtime, run);
      if (what === 'tick') realm.settle();
      return result;
    } catch (error) {
      const message = `Error calling system ${what} function in resource ${resource}: ${error}`;
      print(`${message}\nstack:\n${stackOf(error)}`);
      problem('script', `${message}${detail}`);
      return undefined;
    }
  }

  const booted: Booted = host.enter(runtime, () =>
    library.boot({
      server,
      resource,
      simulatedTime: host.simulatedTime,
      now: host.now,
      trace: print,
      problem,
      spellRef: (index) => `${resource}:${id}:${index}`,
      openRef(ref) {
        const call = host.openRef(ref);
        return (args) => host.asCaller(runtime, () => call(args));
      },
      formatStack: (frames) => host.formatStack(booted.unpack(frames)),
      readFile: (name) => host.readFile(resource, name),
      readText(name) {
        const bytes = host.readFile(resource, name);
        return bytes === null ? null : Buffer.from(bytes).toString('utf8');
      },
      resourcePath: () => dir ?? '',
      tempPath: () => node?.loader.tempPath() ?? '',
    }),
  );
  binding.attach(booted);

  host.onRelease(
    watchStrays({
      owns: realm.owns,
      filePrefix: `@${resource}/`,
      rejected(promise, reason) {
        if (!alive) return;
        if (server) {
          const text = `(node) UnhandledPromiseRejectionWarning: ${stackOf(reason)}`;
          host.print('node', text, resource);
          problem('script', text);
        } else {
          guard('promise rejection', () => booted.hooks.rejected(promise, reason));
        }
      },
      threw(error) {
        if (!alive) return;
        // FXServer prints it by its message listener and goes on.
        const text = `Uncaught ${stackOf(error)}`;
        print(text);
        problem('script', text);
      },
    }),
  );
  return runtime;
}

/** The stack of whatever was thrown, without the simulator's part. */
function stackOf(error: unknown): string {
  const { stack } = (error ?? {}) as { stack?: unknown };
  return typeof stack === 'string' ? ownStack(stack) : String(error);
}
