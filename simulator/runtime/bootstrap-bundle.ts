// Bundles and compiles the bootstrap once per process; every script realm then runs the same compiled script.
import path from 'node:path';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { simulatorDir } from '../paths.ts';
import type { Booted, Bridge, NativeHost } from './bootstrap/bridge.ts';
import type { NativeKit } from './bootstrap/native-kit.ts';

/** What the compiled script evaluates to. */
export interface Bootstrap {
  boot(bridge: Bridge): Booted;
  createNativeKit(host: NativeHost): NativeKit;
}

let compiled: vm.Script | null = null;

export function bootstrapScript(): vm.Script {
  compiled ??= new vm.Script(`(() => { ${bundle()}; return bootstrap; })()`, {
    // Frames of this file are left out of printed stacks, as those of the game's own script files are.
    filename: 'citizen:/scripting/bootstrap.js',
  });
  return compiled;
}

function bundle(): string {
  const result = buildSync({
    entryPoints: [path.join(simulatorDir, 'runtime/bootstrap/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bootstrap',
    platform: 'browser', // client realms have nothing of Node; msgpack-lite and its kin have browser builds
    mainFields: ['browser', 'main'],
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    define: {
      // Where msgpack-lite sees Node's Buffer it encodes it as binary; the game's copy does not know it.
      Buffer: 'undefined',
      // eventemitter2 looks for a timer when it loads; there is none yet.
      setTimeout: 'undefined',
    },
  });
  const text = result.outputFiles[0]?.text;
  if (text === undefined) throw new Error('the bootstrap of the script runtimes could not be bundled');
  return text;
}
