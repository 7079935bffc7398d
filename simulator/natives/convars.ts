// Natives that read console variables and listen to their changes.
import { listenerPattern, toFloat, toInteger } from '../host/convars.ts';
import type { Host } from '../host/host.ts';
import type { FunctionRef, NativeCaller, NativeTable } from './native.ts';
import { need } from './need.ts';

export function convarNatives(host: Host): NativeTable {
  const { convars } = host;

  /** The converted value, or the default for what is unset, unreadable, or forbidden to the resource. */
  function read<T>(
    caller: NativeCaller,
    name: string | null,
    fallback: T,
    convert: (value: string) => T | undefined,
  ): T {
    const variable = need(name, 0);
    const value = convars.get(variable);
    if (value === undefined || !convars.canRead(caller.resource, variable)) return fallback;
    return convert(value) ?? fallback;
  }

  return {
    GetConvar: (caller, name: string | null, fallback: string | null) =>
      read(caller, name, fallback, (value) => value),
    GetConvarInt: (caller, name: string | null, fallback: number) =>
      read(caller, name, fallback | 0, toInteger),
    GetConvarFloat: (caller, name: string | null, fallback: number) =>
      read(caller, name, Math.fround(fallback), toFloat),
    GetConvarBool(caller, name: string | null, fallback: boolean) {
      return read(caller, name, fallback, (value) => {
        const number = toInteger(value);
        return number === undefined ? undefined : number !== 0;
      });
    },
    AddConvarChangeListener(caller, filter: string | null, handler: FunctionRef | null) {
      if (handler === null) throw new Error('Argument at index 1 was null.');
      const cookie = convars.listen(listenerPattern(filter), (name) => {
        // Judged by who is running at that moment: a change from the console never reaches a restricted listener.
        if (convars.canRead(host.running(), name)) handler.call(name, '');
      });
      host.onStop(caller.resource, () => convars.unlisten(cookie));
      return cookie;
    },
    RemoveConvarChangeListener: (_caller, cookie: number) => convars.unlisten(cookie),
  };
}
