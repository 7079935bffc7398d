// The `Citizen` object and the other plain globals the host itself gives a script.
import type { Bridge, Hooks } from './bridge.ts';
import type { Refs } from './refs.ts';

type AnyFunction = (...args: never[]) => unknown;

/** Markers scripts pass to `invokeNative` to ask for results; natives by hash are not emulated. */
const MARKERS = [
  'pointerValueIntInitialized',
  'pointerValueFloatInitialized',
  'pointerValueInt',
  'pointerValueFloat',
  'pointerValueVector',
  'returnResultAnyway',
  'resultAsInteger',
  'resultAsLong',
  'resultAsFloat',
  'resultAsString',
  'resultAsVector',
  'resultAsObject2',
];

/** `Citizen`, `print`, `read`, `readbuffer` and the boundary helper. */
export function citizenGlobals(bridge: Bridge, hooks: Hooks, refs: Refs): Record<string, unknown> {
  const trace = (...parts: unknown[]) => bridge.trace(parts.map(String).join(' '));
  const byHash = (hash: string) => {
    bridge.problem('native', `native ${hash} called by its hash: not emulated`);
    return null;
  };
  const replace =
    <K extends keyof Hooks>(hook: K) =>
    (fn: Hooks[K]) => {
      hooks[hook] = fn;
    };
  const citizen: Record<string, AnyFunction> = {
    trace,
    getTickCount: () => bridge.now(),
    getResourcePath: () => bridge.resourcePath(),
    // A script that sets one of these replaces what the game's own script files had set.
    setTickFunction: replace('tick'),
    setEventFunction: replace('event'),
    setCallRefFunction: replace('callRef'),
    setDuplicateRefFunction: replace('duplicateRef'),
    setDeleteRefFunction: replace('deleteRef'),
    setStackTraceFunction: () => {},
    setUnhandledPromiseRejectionFunction(fn: (event: number, promise: unknown, reason: unknown) => void) {
      hooks.rejected = (promise, reason) => fn(0, promise, reason);
    },
    canonicalizeRef: (index: number) => bridge.spellRef(index),
    makeRefFunction: (fn: AnyFunction) => refs.make(fn),
    getRefFunction: (fn: unknown) => (typeof fn === 'function' ? refs.make(fn as AnyFunction) : null),
    makeFunctionReference(ref: string | Uint8Array) {
      const invoke = bridge.openRef(typeof ref === 'string' ? ref : String.fromCharCode(...ref));
      return (args: Uint8Array) => {
        const answer = invoke(args);
        if (answer === null) throw new Error('Unknown');
        return new Uint8Array(answer);
      };
    },
    invokeNative: (hash: string) => byHash(hash),
    invokeNativeByHash: (high: number, low: number) => byHash(`0x${hex(high)}${hex(low)}`),
    snap: () => {},
    startProfiling: () => {},
    stopProfiling: () => {},
    submitBoundaryStart: () => {},
    submitBoundaryEnd: () => {},
  };
  for (const name of MARKERS) citizen[name] = () => null;
  if (bridge.server) citizen.getResourceTempPath = () => bridge.tempPath();
  return {
    Citizen: citizen,
    print: trace,
    read: (file: string) => found(bridge.readText(file)),
    readbuffer: (file: string) => new Uint8Array(found(bridge.readFile(file))).buffer,
    runWithBoundaryStart: (fn: (...args: unknown[]) => unknown, ...args: unknown[]) => fn(...args),
  };
}

function found<T>(content: T | null): T {
  // The host throws the bare text, not an Error.
  if (content === null) throw 'Error loading file';
  return content;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
