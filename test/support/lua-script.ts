// Runs Lua server scripts beside the simulator, which runs JavaScript only: a real Lua, and a resource in the simulator
// that lends it the host's functions.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction, constants } from 'node:vm';
import type { LuaEngine, LuaFactory } from 'wasmoon';
import type { OtherResource, SimServer } from '../../simulator/index.ts';

const HOST = 'lua_host';

/** What a Lua script sees of the host; the rest of it is Lua's own. */
const PRELUDE = `
  function AddEventHandler(name, handler) host('on', name, handler) end
  function TriggerEvent(name, ...) host('emit', name, ...) end
  function TriggerClientEvent(name, target, ...) host('emitNet', name, target, ...) end
  function RegisterCommand(name, handler, isRestricted) host('command', name, handler, isRestricted) end
  function GetResourceState(name) return host('state', name) end
  exports = setmetatable({}, {
    __call = function(_, name, run) host('export', name, run) end,
    __index = function(_, resource)
      return setmetatable({}, {
        __index = function(_, name)
          return function(_, ...) return host('call', resource, name, ...) end
        end,
      })
    end,
  })
`;

/** The script that lends the functions; those of Lua stand in arguments as \`{ luaFunction: id }\`. */
const BRIDGE = `
  const open = (value) =>
    value && value.luaFunction !== undefined
      ? (...args) => exports.${HOST}.run(value.luaFunction, args)
      : value;
  const host = {
    on: (name, handler) => on(name, handler),
    emit: (name, ...args) => emit(name, ...args),
    emitNet: (name, target, ...args) => emitNet(name, target, ...args),
    command: (name, handler, isRestricted) => RegisterCommand(name, handler, isRestricted),
    state: (name) => GetResourceState(name),
    export: (name, run) => exports(name, run),
    call: (resource, name, ...args) => exports[resource][name](...args),
  };
  exports('lua', (name, args) => host[name](...args.map(open)));
`;

/** Loaded past jest, whose modules cannot import others at run time as this one does. */
function loadWasmoon(): { readonly LuaFactory: new () => LuaFactory } {
  const filename = require.resolve('wasmoon');
  const loaded = { exports: {} as ReturnType<typeof loadWasmoon> };
  const run = compileFunction(
    readFileSync(filename, 'utf8'),
    ['exports', 'module', 'require', '__filename', '__dirname'],
    { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  );
  run(loaded.exports, loaded, createRequire(filename), filename, path.dirname(filename));
  return loaded.exports;
}

type LuaFunction = (...args: unknown[]) => unknown;

export interface LuaScript {
  /** To be started with the server, in this order. */
  readonly resources: readonly OtherResource[];
  /** Lines that the script printed. */
  readonly printed: readonly string[];
  /** Loads the script. */
  run(server: SimServer): void;
  close(): void;
}

/** A resource of that name with one Lua server script. */
export async function createLuaScript(name: string, source: string): Promise<LuaScript> {
  const lua: LuaEngine = await new (loadWasmoon().LuaFactory)().createEngine({ enableProxy: false });
  const functions: LuaFunction[] = [];
  const printed: string[] = [];

  const lend = (value: unknown) =>
    typeof value === 'function' ? { luaFunction: functions.push(value as LuaFunction) - 1 } : value;

  return {
    printed,
    resources: [
      {
        name: HOST,
        exports: {
          run: (id: number, args: unknown[]) => functions[id]?.(...args.map(withoutNil)) ?? null,
        },
      },
      { name, scripts: { server: [BRIDGE] } },
    ],
    run(server) {
      lua.global.set('print', (...words: unknown[]) => void printed.push(words.join('\t')));
      lua.global.set('host', (called: string, ...args: unknown[]) =>
        withoutNil(server.callExport(name, 'lua', called, args.map(lend))),
      );
      lua.doStringSync(PRELUDE);
      lua.doStringSync(source);
    },
    close: () => lua.global.close(),
  };
}

/** Null is nil in Lua: what is null in an object is not there. */
function withoutNil(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNil);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as object)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNil(member)]),
  );
}
