// The `process` of a server script: Node's own, minus what would end or bend the game server.
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { nodeGlobals } from './realm.ts';

/** Node's version inside FXServer (vendor/libnode). */
const NODE_VERSION = '22.22.0';
const SERVER_BINARY = '/opt/cfx-server/FXServer';
/** Calls that end the whole game server, or change it for every resource. */
const FATAL = ['exit', 'reallyExit', 'abort', 'kill', 'chdir', 'dlopen'] as const;
/** Events a runtime of its own gets when its resource stops. */
const OWN_EVENTS = new Set(['exit', 'beforeExit']);
const SUBSCRIBING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

export interface ProcessPorts {
  fatal(message: string): void;
  /** `process.emitWarning`, `stdout` and `stderr`: text that does not go through the script console. */
  print(channel: 'node' | 'stdout' | 'stderr', text: string): void;
}

export interface ScriptProcess {
  readonly process: NodeJS.Process;
  /** Emits what Node emits when an environment ends, then takes every listener back. */
  end(): void;
}

export function createScriptProcess(ports: ProcessPorts): ScriptProcess {
  const real = nodeGlobals.process;
  const own = new EventEmitter();
  const added: [event: string, listener: (...args: unknown[]) => void][] = [];
  const stream = (channel: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write(chunk: unknown, _encoding, done) {
        ports.print(channel, String(chunk));
        done();
      },
    });
  const overrides: Record<string, unknown> = {
    argv: [SERVER_BINARY],
    argv0: SERVER_BINARY,
    execPath: SERVER_BINARY,
    execArgv: ['--start-node', '--fork-node22'],
    version: `v${NODE_VERSION}`,
    versions: { ...real.versions, node: NODE_VERSION },
    stdin: Readable.from([]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    emitWarning(warning: string | Error, options?: string | { type?: string }) {
      const type = typeof options === 'string' ? options : options?.type;
      const name = typeof warning === 'string' ? (type ?? 'Warning') : warning.name;
      ports.print(
        'node',
        `(node:${real.pid}) ${name}: ${typeof warning === 'string' ? warning : warning.message}`,
      );
    },
  };
  for (const name of FATAL) {
    overrides[name] = (...args: unknown[]) => {
      const call = `process.${name}(${args.map(String).join(', ')})`;
      ports.fatal(`${call}: ends or changes the whole game server`);
      throw new Error(`${call} is not possible in FXServer`);
    };
  }
  const subscribe = (method: string, proxy: object) => (event: string, listener: () => void) => {
    const target = (OWN_EVENTS.has(event) ? own : real) as unknown as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    target[method]?.(event, listener);
    if (!OWN_EVENTS.has(event)) added.push([event, listener]);
    return proxy;
  };

  const proxy: NodeJS.Process = new Proxy(real, {
    get(target, key) {
      if (typeof key === 'string') {
        if (Object.hasOwn(overrides, key)) return overrides[key];
        if (SUBSCRIBING.has(key)) return subscribe(key, proxy);
      }
      return Reflect.get(target, key, target);
    },
    set(_target, key, value) {
      overrides[key as string] = value;
      return true;
    },
  });

  return {
    process: proxy,
    end() {
      own.emit('beforeExit', 0);
      own.emit('exit', 0);
      own.removeAllListeners();
      for (const [event, listener] of added) real.removeListener(event, listener);
    },
  };
}
