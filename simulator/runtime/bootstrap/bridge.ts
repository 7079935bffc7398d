// The two contracts across the realm border: what the host lends the bootstrap, and what the bootstrap hands back.
import type { Problem } from '../../natives/native.ts';

/** Calls a function of another runtime with packed arguments; null when the function is gone. */
export type RefCall = (args: Uint8Array) => Uint8Array | null;

/** Functions and values of the host, which live in another realm: nothing but primitives and byte arrays pass. */
export interface Bridge {
  readonly server: boolean;
  readonly resource: string;
  /** Whether `Date` has to follow the simulated clock. */
  readonly simulatedTime: boolean;
  /** Milliseconds since the Unix epoch, as `Citizen.getTickCount()` gives them. */
  now(): number;
  /** Prints one console entry of this resource. */
  trace(text: string): void;
  /** Reports what the real host would print as an error or choke on. */
  problem(kind: Problem['kind'], message: string): void;
  /** Spells the reference of one of this runtime's functions (`resource:instance:index`). */
  spellRef(index: number): string;
  /** Takes hold of a function by its reference. The hold ends when the returned function is collected. */
  openRef(ref: string): RefCall;
  /** Colours and joins stack frames; null while the errors of an outer call are being printed. */
  formatStack(frames: Uint8Array): string | null;
  /** A file of the resource (`@other/file` for another one), or null. */
  readFile(name: string): Uint8Array | null;
  readText(name: string): string | null;
  resourcePath(): string;
  tempPath(): string;
}

/** What the host calls in the script's realm. None of these catches what it cannot handle: the host prints that. */
export interface Hooks {
  tick(now: number): void;
  event(name: string, payload: Uint8Array, source: string): void;
  callRef(index: number, args: Uint8Array): Uint8Array;
  /** Returns the index, or -1 for an unknown function. */
  duplicateRef(index: number): number;
  deleteRef(index: number): void;
  /** A promise was rejected and nobody listens (clients only; servers leave that to Node). */
  rejected(promise: unknown, reason: unknown): void;
}

/** What `stats()` reads. */
export interface RuntimeCounters {
  readonly tickers: number;
  readonly timers: number[];
  readonly frames: number;
  readonly functionRefs: number;
}

/** What `boot` returns to the host. */
export interface Booted {
  readonly hooks: Hooks;
  counters(): RuntimeCounters;
  pack(value: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
  /** Reference of a function of the script. */
  makeRef(fn: unknown): string;
}

/** What the native functions need of the host. */
export interface NativeHost {
  /** Wraps a function reference for the emulated native that receives it. */
  functionRef(ref: string): unknown;
  wrongType(native: string, index: number, expected: string, got: string): void;
  /** Text of the error a native throws in the script; the host prints it as well. */
  failed(native: string, error: unknown): string;
  toJson(value: unknown): string;
  /** Told of every call while the call log is on. */
  readonly log: ((native: string, args: unknown[], result: unknown) => void) | null;
}
