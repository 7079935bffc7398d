// Writes and compiles the native functions of a script realm: one function per native, converters inlined.
import vm from 'node:vm';
import type { Side } from '../host/types.ts';
import type { NativeKit } from './bootstrap/native-kit.ts';
import { type Signature, signaturesOf } from './signatures.ts';

/** Calls the emulated native with converted arguments. */
export type NativeCall = (...args: unknown[]) => unknown;

/** Functions by native name, and how often each was called (same order as the names). */
export interface BoundNatives {
  readonly functions: Record<string, (...args: unknown[]) => unknown>;
  readonly counts: Uint32Array;
}

/** Runs in the realm; `calls` has the host's function for each name, in order. */
export type NativeFactory = (kit: NativeKit, calls: readonly NativeCall[]) => BoundNatives;

const scripts = new Map<string, vm.Script>();

/** The compiled functions of these natives; evaluates to a `NativeFactory`. Compiled once per process and set. */
export function nativeScript(side: Side, names: readonly string[]): vm.Script {
  const key = `${side} ${names.join(' ')}`;
  let script = scripts.get(key);
  if (!script) {
    const signatures = signaturesOf(side);
    const parts = names.map((name, i) => {
      const signature = signatures.get(name);
      if (!signature) throw new Error(`${name} is no native of the ${side}`);
      return functionText(signature, i);
    });
    const text = `(kit, calls) => { 'use strict';
const { S, N, B, H, F, O, rv, rn, rs, rp, rt, ro, host } = kit;
const counts = new Uint32Array(${names.length});
return { counts, functions: {
${parts.join(',\n')} } }; }`;
    script = new vm.Script(text, { filename: `citizen:/scripting/natives_${side}.js` });
    scripts.set(key, script);
  }
  return script;
}

function functionText({ name, parameters, result }: Signature, index: number): string {
  const inputs = parameters.map((_, i) => `a${i}`).join(', ');
  const conversions = parameters.map(({ kind, optional }, i) => {
    if (kind === 'O') return `const p${i} = O(a${i}), l${i} = p${i}.length;`;
    return `const p${i} = ${kind}(a${i}, '${name}', ${i}${optional ? ', true' : ''});`;
  });
  const outputs = parameters
    .flatMap(({ kind }, i) => (kind === 'O' ? [`p${i}`, `l${i}`] : [`p${i}`]))
    .join(', ');
  const converted = result.kind === 'rt' ? `rt(r, '${result.elements}')` : `${result.kind}(r)`;
  // Arguments are converted outside the `try`: what goes wrong there is an error of this realm already.
  return `${name}: function ${name}(${inputs}) {
  counts[${index}]++; ${conversions.join(' ')} let r;
  try { r = calls[${index}](${outputs}); } catch (e) { throw kit.error('${name}', e); }
  const v = ${converted}; if (host.log !== null) host.log('${name}', [${outputs}], v); return v; }`;
}
