// What a script runtime asks of its host, and what it offers in return.
import type { MicrotaskMode, RuntimeStats, Side } from '../host/types.ts';
import type { FunctionRef, NativeTable, Problem } from '../natives/native.ts';
import type { RefCall } from './bootstrap/bridge.ts';

/** What a runtime asks of the host it lives in. */
export interface RuntimeHost {
  readonly side: Side;
  readonly simulatedTime: boolean;
  readonly microtasks: MicrotaskMode;
  readonly natives: NativeTable;
  now(): number;
  /** Runs script code with this runtime on top of the host's stack of runtimes. */
  enter<T>(runtime: ScriptRuntime, run: () => T): T;
  /** Enters the runtime unless it is on top already: promise continuations run without having been entered. */
  asCaller<T>(runtime: ScriptRuntime, run: () => T): T;
  /** The resource below this one on that stack. */
  invoking(): string | null;
  print(channel: string, text: string, resource: string | null): void;
  problem(kind: Problem['kind'], message: string, resource: string | null): void;
  openRef(ref: string): RefCall;
  functionRef(ref: string): FunctionRef;
  formatStack(frames: unknown): string | null;
  /** A file of the resource itself or, as `@other/file`, of another one. */
  readFile(resource: string, name: string): Uint8Array | null;
  missingNative(name: string, resource: string): void;
  /** Told of native calls while the call log is on. */
  readonly callLog: ((resource: string, native: string, args: unknown[], result: unknown) => void) | null;
  allows(resource: string, permission: string): boolean;
  /** Registers what has to happen when the whole host is gone for good. */
  onRelease(end: () => void): void;
}

export interface ScriptRuntime {
  readonly id: number;
  readonly resource: string;
  readonly alive: boolean;
  /** Runs a script file; syntax and top-level errors are printed and leave the runtime as it is. */
  load(file: string, filename: string, text: string): void;
  tick(now: number): void;
  event(name: string, payload: Uint8Array, source: string): void;
  /** Null when the call broke down in the runtime's own machinery. */
  callRef(index: number, args: Uint8Array): Uint8Array | null;
  duplicateRef(index: number): number;
  releaseRef(index: number): void;
  /** Runs code in the realm; results are copied out, errors are thrown as plain ones. */
  evaluate(code: string): unknown;
  stats(): RuntimeStats;
  destroy(): void;
}
