// Puts natives on the global object of a script realm and carries their calls to the emulated ones.

import type { Side } from '../host/types.ts';
import type { NativeCaller } from '../natives/native.ts';
import type { Booted } from './bootstrap/bridge.ts';
import { joaat } from './bootstrap/native-kit.ts';
import type { Bootstrap } from './bootstrap-bundle.ts';
import { type BoundNatives, type NativeCall, type NativeFactory, nativeScript } from './native-script.ts';
import type { Realm } from './realm.ts';
import { signaturesOf } from './signatures.ts';
import type { RuntimeHost } from './types.ts';

export interface NativeBinding {
  /** Binds natives by name; names that are bound already are skipped. */
  bind(names: Iterable<string>): void;
  /** Binds every native whose name occurs in a text. */
  bindMentioned(text: string): void;
  /** Gives function and object parameters what they need. */
  attach(booted: Booted): void;
  /** Calls so far, by name. */
  calls(): Record<string, number>;
  /** From now on a call throws: the real environment would be gone. */
  stop(): void;
}

export interface BindingOptions {
  host: RuntimeHost;
  caller: NativeCaller;
  realm: Realm;
  library: Bootstrap;
  /** Runs a native with the calling runtime on top of the host's stack. */
  asCaller<T>(run: () => T): T;
}

export function createNativeBinding({
  host,
  caller,
  realm,
  library,
  asCaller,
}: BindingOptions): NativeBinding {
  const signatures = signaturesOf(host.side);
  const bound = new Set<string>();
  const scanned = new Set<string>();
  const batches: { names: readonly string[]; counts: BoundNatives['counts']; calls: NativeCall[] }[] = [];

  const log = (native: string, args: unknown[], result: unknown) =>
    host.callLog?.(caller.resource, native, args, result);

  const kit = library.createNativeKit({
    functionRef: host.functionRef,
    wrongType(native, index, expected, got) {
      const parameter = signatures.get(native)?.parameters[index]?.name ?? index;
      caller.problem('type', `${native}: parameter ${parameter} has to be a ${expected}, got ${got}`);
    },
    failed(native, error) {
      const what = (error as { message?: unknown } | null | undefined)?.message ?? error;
      const message = `native ${nativeHash(native)}: ${what}`;
      host.print('citizen-scripting-core', `script error in ${message}`, caller.resource);
      return message;
    },
    toJson: (value) => JSON.stringify(value) ?? 'null',
    get log() {
      return host.callLog ? log : null;
    },
  });

  function callOf(name: string): NativeCall {
    const native = host.natives[name];
    if (native) return (...args) => asCaller(() => native(caller, ...args));
    return () => host.missingNative(name, caller.resource);
  }

  const binding: NativeBinding = {
    bind(wanted) {
      const names = [...wanted].filter((name) => !bound.has(name) && signatures.has(name));
      if (names.length === 0) return;
      const calls = names.map(callOf);
      const { functions, counts } = realm.run<NativeFactory>(nativeScript(host.side, names))(kit, calls);
      for (const name of names) {
        bound.add(name);
        realm.global[name] = functions[name];
      }
      batches.push({ names, counts, calls });
    },
    bindMentioned(text) {
      if (scanned.has(text)) return;
      scanned.add(text);
      binding.bind(mentions(host.side, text));
    },
    attach(booted) {
      kit.booted = booted;
    },
    calls() {
      const total: Record<string, number> = {};
      for (const { names, counts } of batches) {
        names.forEach((name, i) => {
          if (counts[i]) total[name] = counts[i];
        });
      }
      return total;
    },
    stop() {
      for (const { names, calls } of batches) {
        names.forEach((name, i) => {
          calls[i] = () => {
            caller.problem(
              'native',
              `${name} was called by the stopped ${caller.resource} (a leftover Node handle?)`,
            );
            throw new Error('this script environment is gone');
          };
        });
      }
    },
  };
  return binding;
}

const mentioned = new Map<string, readonly string[]>();
/** Texts whose natives are remembered: every game client runs the same bundle. */
const REMEMBERED = 100;

function mentions(side: Side, text: string): readonly string[] {
  const key = `${side}\n${text}`;
  let names = mentioned.get(key);
  if (!names) {
    names = [...new Set(signaturesOf(side).mentionedIn(text))];
    if (mentioned.size >= REMEMBERED) mentioned.clear();
    mentioned.set(key, names);
  }
  return names;
}

/** Hash a native is known by inside the host, as error messages show it (exact for the game server's own natives). */
function nativeHash(name: string): string {
  const spelled = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_');
  return (joaat(spelled) >>> 0).toString(16).padStart(16, '0');
}
