// Gives a server realm the globals of Node 22, as an FXServer script environment has them.
import vm from 'node:vm';
import { builtinNames, createModuleLoader, type ModuleLoader, type ModulePorts } from './node-modules.ts';
import { createScriptProcess, type ProcessPorts } from './node-process.ts';
import { nodeGlobals, type Realm } from './realm.ts';

/** Not taken over: made for each script, or replaced by the bootstrap. */
const OWN = new Set(['globalThis', 'global', 'process', 'console', 'gc', 'require', 'module', 'exports']);
/** Built-ins whose instances come from Node's own realm as well: errors of `fetch`, buffers of `fs`, ... */
const BRIDGED = [
  ...['Object', 'Function', 'Array', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'RegExp'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Uint8Array', 'Uint8ClampedArray', 'Int8Array'],
  ...['Uint16Array', 'Int16Array', 'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array'],
  ...['BigInt64Array', 'BigUint64Array'],
];
const BRIDGE = new vm.Script(
  `(names, outer) => {
    const isInstance = Function.prototype[Symbol.hasInstance];
    for (const name of names) {
      const inner = globalThis[name];
      Object.defineProperty(inner, Symbol.hasInstance, {
        configurable: true,
        value(object) {
          return isInstance.call(this, object) || (this === inner && isInstance.call(outer[name], object));
        },
      });
    }
  }`,
  { filename: 'citizen:/scripting/bridge.js' },
);

export interface NodeParts {
  readonly loader: ModuleLoader;
  end(): void;
}

export function installNode(realm: Realm, ports: ModulePorts & ProcessPorts): NodeParts {
  const { global } = realm;
  realm.run<(names: string[], outer: object) => void>(BRIDGE)(BRIDGED, nodeGlobals);
  for (const name of Object.getOwnPropertyNames(nodeGlobals)) {
    if (!(name in global) && !OWN.has(name)) defineLazily(global, name, () => nodeGlobals[name], true);
  }
  const loader = createModuleLoader(realm, ports);
  for (const name of builtinNames) {
    if (name !== 'process' && name !== 'console')
      defineLazily(global, name, () => loader.builtin(name), false);
  }
  const script = createScriptProcess(ports);
  global.process = script.process;
  global.require = loader.require;
  return {
    loader,
    end() {
      script.end();
      loader.end();
    },
  };
}

/** Some of Node's globals load a lot when first read, so each is read when a script asks for it. */
function defineLazily(target: object, name: string, read: () => unknown, enumerable: boolean): void {
  const settle = (value: unknown) =>
    Object.defineProperty(target, name, { value, writable: true, enumerable, configurable: true });
  Object.defineProperty(target, name, {
    enumerable,
    configurable: true,
    get() {
      const value = read();
      settle(value);
      return value;
    },
    set: settle,
  });
}
