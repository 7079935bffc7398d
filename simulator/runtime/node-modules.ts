// `require` of a server script: rooted at the resource, with the resource's own modules run in the script's realm.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import importedModule from 'node:module';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { nodeGlobals, type Realm } from './realm.ts';

// Test runners replace `node:module`; scripts get Node's own.
const nodeModule = (nodeGlobals.process.getBuiltinModule?.('module') ??
  importedModule) as typeof importedModule;
const requireBuiltin = nodeModule.createRequire(path.join(os.tmpdir(), 'builtin.js'));

export interface ModulePorts {
  /** Folder of the resource, or null for one without files on disk. */
  root: string | null;
  /** Whether a restricted module may be used; reports when not. */
  allows(permission: 'child_process' | 'worker_threads' | 'wasi'): boolean;
}

export interface ModuleLoader {
  require(id: string): unknown;
  builtin(name: string): unknown;
  tempPath(): string;
  /** Removes the resource's temporary folder. */
  end(): void;
}

interface LoadedModule {
  exports: unknown;
  filename: string;
  loaded: boolean;
}

/** Names of Node's built-in modules, without the internal and nested ones. */
export const builtinNames = nodeModule.builtinModules.filter(
  (name) => !name.startsWith('_') && !name.includes('/'),
);

export function createModuleLoader(realm: Realm, ports: ModulePorts): ModuleLoader {
  const root = ports.root ?? path.join(os.tmpdir(), `simulator-resource-${nodeGlobals.process.pid}`);
  const temp = path.join(root, '.tmp');
  const modules = new Map<string, LoadedModule>();
  const tempPath = () => {
    mkdirSync(temp, { recursive: true });
    return temp;
  };
  const osModule = { ...(requireBuiltin('os') as object), tmpdir: tempPath };

  function builtin(name: string): unknown {
    switch (name.replace(/^node:/, '')) {
      case 'os':
        return osModule;
      case 'child_process':
      case 'cluster':
        return guarded(name, 'child_process');
      case 'worker_threads':
        return guarded(name, 'worker_threads');
      case 'wasi':
        return guarded(name, 'wasi');
      case 'process':
        return realm.global.process;
      default:
        return requireBuiltin(name);
    }
  }

  /** The module itself loads; using it is refused, as Node's permission check does. */
  function guarded(name: string, permission: 'child_process' | 'worker_threads' | 'wasi'): unknown {
    const deny = () => {
      const error = new Error('Access to this API has been restricted');
      throw Object.assign(error, { code: 'ERR_ACCESS_DENIED' });
    };
    return new Proxy(requireBuiltin(name) as object, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return new Proxy(value, {
          apply: (fn, self, args) => (ports.allows(permission) ? Reflect.apply(fn, self, args) : deny()),
          construct: (fn, args) => (ports.allows(permission) ? Reflect.construct(fn, args) : deny()),
        });
      },
    });
  }

  function requireFrom(file: string): (id: string) => unknown {
    const resolver = nodeModule.createRequire(file);
    const require = (id: string) => {
      if (nodeModule.isBuiltin(id)) return builtin(id);
      return load(resolver.resolve(id)).exports;
    };
    return Object.assign(require, { resolve: resolver.resolve, cache: {}, main: undefined });
  }

  function load(file: string): LoadedModule {
    const known = modules.get(file);
    if (known) return known;
    const module: LoadedModule = { exports: realm.run(NEW_EXPORTS), filename: file, loaded: false };
    modules.set(file, module);
    try {
      run(module, file);
    } catch (error) {
      modules.delete(file);
      throw error;
    }
    module.loaded = true;
    return module;
  }

  function run(module: LoadedModule, file: string): void {
    if (file.endsWith('.json')) {
      module.exports = realm.run<typeof JSON>(JSON_OBJECT).parse(readFileSync(file, 'utf8'));
    } else if (/\.(mjs|node)$/.test(file)) {
      throw new Error(`the simulator cannot load ${file}: bundle it, as the product does`);
    } else {
      const parameters = ['exports', 'require', 'module', '__filename', '__dirname'].join(', ');
      const text = `(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`;
      const wrapper = realm.run<(...args: unknown[]) => void>(new vm.Script(text, { filename: file }));
      wrapper.call(module.exports, module.exports, requireFrom(file), module, file, path.dirname(file));
    }
  }

  return {
    require: requireFrom(path.join(root, 'dummy.js')),
    builtin,
    tempPath,
    end: () => {
      if (existsSync(temp)) rmSync(temp, { recursive: true, force: true });
    },
  };
}

const NEW_EXPORTS = new vm.Script('({})');
const JSON_OBJECT = new vm.Script('JSON');
