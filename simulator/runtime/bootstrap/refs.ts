// Functions that other runtimes and the host may call: numbered on this side, opened by reference on the other.
import type { Bridge, RefCall } from './bridge.ts';
import { createScriptCodec, type ScriptCodec } from './codec.ts';

// biome-ignore lint/suspicious/noExplicitAny: functions of scripts take and return anything
type ScriptFunction = (...args: any[]) => unknown;

/** Key under which an async function's answer travels; both ends of the wire know it. */
const ASYNC = '__cfx_async_retval';
type Settle = (values: unknown[] | null, error: string | null) => void;

export interface Refs extends ScriptCodec {
  make(fn: ScriptFunction): string;
  call(index: number, args: Uint8Array): Uint8Array;
  duplicate(index: number): number;
  release(index: number): void;
  count(): number;
}

export interface RefReports {
  /** Prints an error thrown by a function that was called through its reference. */
  failed(error: unknown): void;
  unknownRef(index: number): void;
  /** Names the resource that is calling right now, for the message of a dead reference. */
  invokingResource(): string | null;
}

export function createRefs(bridge: Bridge, reports: RefReports): Refs {
  const functions = new Map<number, { callback: ScriptFunction; holds: number }>();
  let next = 0;

  const make = (fn: ScriptFunction) => {
    const index = next++;
    functions.set(index, { callback: fn, holds: 0 });
    return bridge.spellRef(index);
  };

  const codec = createScriptCodec({
    toRef: make as (fn: (...args: never[]) => unknown) => string,
    fromRef: (ref) => open(String.fromCharCode(...ref)),
  });

  /** The callable end of somebody else's function. */
  function open(ref: string): ScriptFunction {
    const invoke = bridge.openRef(ref);
    const invoker = reports.invokingResource();
    return (...args) => {
      const results = resultsOf(invoke, args);
      if (results === null) {
        const owner = invoker ? ` The function belonged to ${invoker}; is it still started?` : '';
        throw new Error(`Error in nested ref call for ${bridge.resource}.${owner}`);
      }
      return results.length > 1 ? results : awaited(results[0]);
    };
  }

  function resultsOf(invoke: RefCall, args: unknown[]): unknown[] | null {
    try {
      const answer = invoke(codec.pack(args));
      return answer === null ? null : (codec.unpack(new Uint8Array(answer)) as unknown[] | null);
    } catch {
      return null;
    }
  }

  return {
    ...codec,
    make,
    call(index, args) {
      const held = functions.get(index);
      if (!held) {
        reports.unknownRef(index);
        return codec.pack([]);
      }
      try {
        const result = held.callback(...(codec.unpack(args) as unknown[]));
        return codec.pack([result instanceof Promise ? { [ASYNC]: settler(result) } : result]);
      } catch (error) {
        reports.failed(error);
        return codec.pack(null);
      }
    },
    duplicate(index) {
      const held = functions.get(index);
      if (!held) return -1;
      held.holds++;
      return index;
    },
    release(index) {
      const held = functions.get(index);
      if (held && --held.holds <= 0) functions.delete(index);
    },
    count: () => functions.size,
  };
}

/** Turns the answer of an async function into a promise; everything else passes. */
function awaited(value: unknown): unknown {
  const subscribe = (value as Record<string, ((settle: Settle) => void) | undefined> | null | undefined)?.[
    ASYNC
  ];
  if (!subscribe) return value;
  return new Promise((resolve, reject) => {
    subscribe((values, error) => {
      if (error !== null && error !== undefined) reject(error);
      else resolve(values?.[0]);
    });
  });
}

/** The far end of `awaited`: tells a subscriber how the promise ended. Of an error only the message travels. */
function settler(promise: Promise<unknown>): (settle: Settle | null) => void {
  return (settle) => {
    promise
      .then((value) => {
        settle?.([value], null);
      })
      .catch((error: unknown) => {
        const message = (error as { message?: unknown } | null | undefined)?.message || error;
        settle?.(null, message ? String(message) : '');
      });
  };
}
