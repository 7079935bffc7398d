// The convention every emulated native follows, and what it may ask of the host that calls it.

/** A JavaScript function of a script runtime, held by the host as FXServer holds a function reference. */
export interface FunctionRef {
  /** `resource:instance:index`, as the real host spells it. */
  readonly id: string;
  /**
   * Calls the function through the msgpack boundary. Functions among the arguments become callbacks into the
   * host that receive decoded plain values (strings, numbers, booleans, null, arrays, objects, `Uint8Array` for
   * binary). A dead reference or a throwing function is reported by the runtime and yields `undefined`.
   */
  call(...args: unknown[]): unknown;
  /** Drops the host's hold on the function. */
  release(): void;
}

/** Something the real host would crash on, drop silently or print; tests assert that there is none. */
export interface Problem {
  kind:
    | 'fatal'
    | 'http'
    | 'native'
    | 'type'
    | 'event'
    | 'script'
    | 'blip'
    | 'text'
    | 'nui'
    | 'manifest'
    | 'kvp';
  message: string;
  resource: string | null;
}

/** Who calls a native. */
export interface NativeCaller {
  /** Name of the resource whose script makes the call. */
  readonly resource: string;
  /** Name of the resource that called into this one, or null. */
  readonly invoking: string | null;
  /** Reports a problem in the name of the calling resource. */
  problem(kind: Problem['kind'], message: string): void;
}

/**
 * One native. Its arguments are already converted as the generated bindings do it (numbers, strings or null,
 * booleans, `FunctionRef`, `Uint8Array`); its result is a plain value that the runtime converts back
 * (`true` arrives as `1`, vectors as `number[]`).
 */
// biome-ignore lint/suspicious/noExplicitAny: each native has its own parameter list, checked against the declarations at run time
export type Native = (caller: NativeCaller, ...args: any[]) => unknown;

/** Natives by the name scripts call them. */
export type NativeTable = Readonly<Record<string, Native>>;
