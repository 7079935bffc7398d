// Fresh script realms: a `vm` context with nothing but the ECMAScript built-ins, or with Node's globals on servers.
import vm from 'node:vm';
import type { MicrotaskMode } from '../host/types.ts';

/** The globals of the realm Node itself runs in; test runners run this file in another one. */
export const nodeGlobals = vm.runInThisContext('globalThis') as typeof globalThis & Record<string, unknown>;

export interface Realm {
  readonly context: vm.Context;
  /** The realm's global object. */
  readonly global: Record<string, unknown>;
  run<T>(script: vm.Script): T;
  /** Whether an object was made in this realm. */
  owns(value: unknown): boolean;
  /** Runs the promise continuations that wait for the next tick; nothing in `immediate` mode. */
  settle(): void;
}

const NOTHING = new vm.Script('undefined', { filename: 'citizen:/scripting/settle.js' });
const GLOBAL = new vm.Script('globalThis', { filename: 'citizen:/scripting/global.js' });
const PROTOTYPES = new vm.Script(
  '[Object.prototype, Promise.prototype, Error.prototype, Function.prototype]',
  {
    filename: 'citizen:/scripting/prototypes.js',
  },
);

export function createRealm(name: string, microtasks: MicrotaskMode): Realm {
  const context = vm.createContext(
    {},
    {
      name,
      codeGeneration: { strings: true, wasm: true },
      ...(microtasks === 'tick' ? { microtaskMode: 'afterEvaluate' as const } : {}),
    },
  );
  const [object, promise, error, fn] = PROTOTYPES.runInContext(context) as object[];
  const prototypes = [promise, error, fn, object] as object[];
  return {
    context,
    global: GLOBAL.runInContext(context) as Record<string, unknown>,
    // Undecorated errors: Node would put the source line into their stacks.
    run: <T>(script: vm.Script) => script.runInContext(context, { displayErrors: false }) as T,
    owns(value) {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
      return prototypes.some((prototype) => Object.prototype.isPrototypeOf.call(prototype, value));
    },
    settle: microtasks === 'tick' ? () => void NOTHING.runInContext(context) : () => {},
  };
}
