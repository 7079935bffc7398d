// Function references: finds the runtime a reference belongs to, and lends host functions to scripts.
import type { FunctionRef } from '../natives/native.ts';
import type { RefCall } from '../runtime/bootstrap/bridge.ts';
import type { ScriptRuntime } from '../runtime/types.ts';
import { type AnyFunction, createHostCodec, type HostCodec } from './codec.ts';

/** Owner part of the references of host functions. */
const HOST = '_cfx_internal';
/** Key under which an async function's answer travels. */
const ASYNC = '__cfx_async_retval';

export interface RefPorts {
  runtimeOf(resource: string, instance: number): ScriptRuntime | null;
  /** A function was called whose runtime is gone. */
  dead(ref: string): void;
}

/**
 * Whose functions a message carries. `host`: callbacks of the emulated host, which take functions as `FunctionRef` and
 * answer nothing. `script`: functions of a test that plays a script, which take and give anything.
 */
export type Sender = 'host' | 'script';

export interface Message {
  readonly bytes: Uint8Array;
  /** Ends the time in which receivers can open the functions of the message. */
  end(): void;
}

export interface Refs {
  /** Unpacks data; functions in it stay callable for as long as somebody holds them. */
  decode(bytes: Uint8Array): unknown;
  message(args: readonly unknown[], sender: Sender): Message;
  open(ref: string): RefCall;
  functionRef(ref: string): FunctionRef;
  /** A function that answers scripts for as long as `isAlive` holds, as one exported by another resource does. */
  exported(fn: AnyFunction, isAlive: () => boolean): AnyFunction;
}

/** A function of the host as scripts reach it. */
interface HostFunction {
  readonly fn: AnyFunction;
  readonly sender: Sender;
  /** How long it can be opened: while its message is under way, once, or for good. */
  readonly life: 'message' | 'once' | 'lasting';
}

export function createRefs(ports: RefPorts): Refs {
  const hostFunctions = new Map<string, HostFunction>();
  const exportedFunctions = new WeakMap<AnyFunction, string>();
  /** The message that is being packed. */
  let packing: { sender: Sender; life: 'message' | 'once'; refs: string[] } | null = null;
  let next = 1;
  // Scripts drop functions of others when their garbage is collected, as they do in the game.
  const collected = new FinalizationRegistry(release);

  function add(entry: HostFunction): string {
    const ref = `${HOST}:0:${next++}`;
    hostFunctions.set(ref, entry);
    packing?.refs.push(ref);
    return ref;
  }

  function toRef(fn: AnyFunction): string {
    const { sender = 'host', life = 'once' } = packing ?? {};
    return exportedFunctions.get(fn) ?? add({ fn, sender, life });
  }

  /** Functions as tests call them. */
  const callables = createHostCodec({
    toRef,
    fromRef(ref) {
      duplicate(ref);
      const fn: AnyFunction = (...args) => call(ref, args);
      collected.register(fn, ref);
      return fn;
    },
  });
  /** Functions as emulated parts of the host take them: they say when they are done with one. */
  const handles = createHostCodec({
    toRef,
    fromRef(ref) {
      duplicate(ref);
      return functionRef(ref);
    },
  });
  /** Answers nobody reads functions from: a function in them stays held by its owner, for ever. */
  const dropping = createHostCodec({ toRef, fromRef: () => null });

  function target(ref: string): { runtime: ScriptRuntime; index: number } | null {
    const [resource = '', instance, index] = ref.split(':');
    const runtime = ports.runtimeOf(resource, Number(instance));
    return runtime ? { runtime, index: Number(index) } : null;
  }

  function duplicate(ref: string): void {
    const found = target(ref);
    found?.runtime.duplicateRef(found.index);
  }

  function release(ref: string): void {
    const found = target(ref);
    found?.runtime.releaseRef(found.index);
  }

  function pack(values: readonly unknown[], sender: Sender, life: 'message' | 'once'): Message {
    const outer = packing;
    const refs: string[] = [];
    packing = { sender, life, refs };
    try {
      const bytes = callables.encode(values);
      return { bytes, end: () => refs.forEach((ref) => void hostFunctions.delete(ref)) };
    } finally {
      packing = outer;
    }
  }

  function callHost({ fn, sender }: HostFunction, args: Uint8Array): Uint8Array {
    if (sender === 'host') {
      fn(...(handles.decode(args) as unknown[]));
      return handles.encode([]);
    }
    const result = fn(...(callables.decode(args) as unknown[]));
    return pack([result instanceof Promise ? { [ASYNC]: answerOf(result) } : result], 'script', 'once').bytes;
  }

  function open(ref: string): RefCall {
    const host = hostFunctions.get(ref);
    if (host) {
      if (host.life === 'once') hostFunctions.delete(ref);
      return (args) => callHost(host, args);
    }
    duplicate(ref);
    const invoke: RefCall = (args) => {
      const found = target(ref);
      return found ? found.runtime.callRef(found.index, args) : null;
    };
    if (!ref.startsWith(`${HOST}:`)) collected.register(invoke, ref);
    return invoke;
  }

  /** The decoded answer of a script's function; null when there is none, which has been reported. */
  function ask(ref: string, args: readonly unknown[], sender: Sender, decoder: HostCodec): unknown[] | null {
    const found = target(ref);
    if (!found) {
      ports.dead(ref);
      return null;
    }
    const { bytes, end } = pack(args, sender, 'message');
    try {
      const answer = found.runtime.callRef(found.index, bytes);
      return answer === null || answer.length === 0 ? null : (decoder.decode(answer) as unknown[] | null);
    } finally {
      end();
    }
  }

  function call(ref: string, args: readonly unknown[]): unknown {
    const values = ask(ref, args, 'script', callables);
    if (values === null) throw new Error(`the call of ${ref} failed: see the console`);
    return settled(values[0]);
  }

  function functionRef(ref: string): FunctionRef {
    return {
      id: ref,
      call(...args) {
        const value = ask(ref, args, 'host', dropping)?.[0];
        return isAsyncAnswer(value) ? undefined : value;
      },
      release: () => release(ref),
    };
  }

  return {
    decode: callables.decode,
    message: (args, sender) => pack(args, sender, 'message'),
    open,
    functionRef,
    exported(fn, isAlive) {
      const guarded: AnyFunction = (...args) => {
        if (!isAlive()) throw new Error('the resource is stopped');
        return fn(...args);
      };
      exportedFunctions.set(guarded, add({ fn: guarded, sender: 'script', life: 'lasting' }));
      return guarded;
    },
  };
}

/** An async function's answer as a promise; other answers as they are. */
function settled(value: unknown): unknown {
  if (!isAsyncAnswer(value)) return value;
  return new Promise((resolve, reject) => {
    value[ASYNC]((values: unknown[] | null, error: unknown) => {
      if (error !== null && error !== undefined) reject(new Error(String(error)));
      else resolve(values?.[0]);
    });
  });
}

function isAsyncAnswer(value: unknown): value is Record<typeof ASYNC, AnyFunction> {
  return typeof value === 'object' && value !== null && ASYNC in value;
}

function answerOf(promise: Promise<unknown>): AnyFunction {
  return (settle: AnyFunction) => {
    promise.then(
      (value) => settle([value], null),
      (error: unknown) => settle(null, String((error as { message?: unknown } | null)?.message ?? error)),
    );
  };
}
