// Natives of state bags.
import type { Host } from '../host/host.ts';
import type { FunctionRef, NativeTable } from './native.ts';
import { need, payload } from './need.ts';

export function stateBagNatives(host: Host): NativeTable {
  const { bags, refs } = host;
  return {
    GetStateBagValue(_caller, bag: string | null, key: string | null) {
      const value = bags.get(need(bag, 0), need(key, 1));
      return value === null ? null : refs.decode(value);
    },
    SetStateBagValue(
      caller,
      bag: string | null,
      key: string | null,
      value: string | Uint8Array | null,
      length: number,
      replicated: boolean,
    ) {
      const name = need(bag, 0);
      const field = need(key, 1);
      if (value === null) throw new Error('Argument at index 2 was null.');
      if (host.side === 'client' && replicated && host.convars.get('sv_stateBagStrictMode') === 'true') {
        caller.problem('event', `state bag ${name}: clients may not change it in strict mode`);
        return undefined;
      }
      host.setBag(name, field, payload(value, length), 0, replicated);
      return bags.has(name);
    },
    StateBagHasKey: (_caller, bag: string | null, key: string | null) =>
      bags.get(need(bag, 0), need(key, 1)) !== null,
    GetStateBagKeys: (_caller, bag: string | null) => bags.keys(need(bag, 0)),
    AddStateBagChangeHandler(
      caller,
      keyFilter: string | null,
      bagFilter: string | null,
      handler: FunctionRef | null,
    ) {
      if (handler === null) throw new Error('Argument at index 2 was null.');
      const cookie = bags.listen((bag, key, value, source, replicated) => {
        if ((keyFilter && keyFilter !== key) || (bagFilter && bagFilter !== bag)) return;
        handler.call(bag, key, refs.decode(value), source, replicated);
      });
      host.onStop(caller.resource, () => bags.unlisten(cookie));
      return cookie;
    },
    RemoveStateBagChangeHandler: (_caller, cookie: number) => bags.unlisten(cookie),
    GetPlayerFromStateBagName: (_caller, bag: string | null) =>
      Number(/^player:(\d+)$/.exec(need(bag, 0))?.[1] ?? 0),
    GetEntityFromStateBagName: (_caller, bag: string | null) =>
      Number(/^(?:entity|localEntity):(\d+)$/.exec(need(bag, 0))?.[1] ?? 0),
  };
}
