// Natives of the resource key-value store.
import type { Host } from '../host/host.ts';
import type { NativeCaller, NativeTable } from './native.ts';
import { need } from './need.ts';

export function kvpNatives(host: Host): NativeTable {
  const { kvp } = host;
  const setString = (sync: boolean) => (caller: NativeCaller, key: string | null, value: string | null) =>
    kvp.set(caller.resource, need(key, 0), { type: 'string', value: need(value, 1) }, sync);
  const setInt = (sync: boolean) => (caller: NativeCaller, key: string | null, value: number) =>
    kvp.set(caller.resource, need(key, 0), { type: 'int', value: value | 0 }, sync);
  const setFloat = (sync: boolean) => (caller: NativeCaller, key: string | null, value: number) =>
    kvp.set(caller.resource, need(key, 0), { type: 'float', value: Math.fround(value) }, sync);
  const remove = (sync: boolean) => (caller: NativeCaller, key: string | null) =>
    kvp.delete(caller.resource, need(key, 0), sync);

  return {
    SetResourceKvp: setString(true),
    SetResourceKvpNoSync: setString(false),
    SetResourceKvpInt: setInt(true),
    SetResourceKvpIntNoSync: setInt(false),
    SetResourceKvpFloat: setFloat(true),
    SetResourceKvpFloatNoSync: setFloat(false),
    DeleteResourceKvp: remove(true),
    DeleteResourceKvpNoSync: remove(false),
    FlushResourceKvp: () => kvp.flush(),
    GetResourceKvpString: (caller, key: string | null) => kvp.getString(caller.resource, need(key, 0)),
    GetResourceKvpInt: (caller, key: string | null) => kvp.getInt(caller.resource, need(key, 0)),
    GetResourceKvpFloat: (caller, key: string | null) => kvp.getFloat(caller.resource, need(key, 0)),
    StartFindKvp(caller, prefix: string | null) {
      const handle = kvp.find(caller.resource, need(prefix, 0));
      if (handle < 0) caller.problem('kvp', 'StartFindKvp: all 64 handles of the server are open');
      return handle;
    },
    FindKvp(caller, handle: number) {
      try {
        return kvp.next(handle);
      } catch (error) {
        caller.problem('fatal', `${(error as Error).message}: the server dereferences null and dies`);
        throw error;
      }
    },
    EndFindKvp: (_caller, handle: number) => kvp.end(handle),
  };
}
