// The calls this player may see, as the server last told.

import type { CallView } from '../shared/call.ts';

export interface Calls {
  get(key: string): CallView | undefined;
  all(): IterableIterator<CallView>;
  put(call: CallView): void;
  remove(key: string): void;
  clear(): void;
}

/** No calls. */
export function createCalls(): Calls {
  const calls = new Map<string, CallView>();
  return {
    get: (key) => calls.get(key),
    all: () => calls.values(),
    put: (call) => void calls.set(call.key, call),
    remove: (key) => void calls.delete(key),
    clear: () => calls.clear(),
  };
}
