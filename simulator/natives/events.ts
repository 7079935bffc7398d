// Natives behind `on`, `emit` and `CancelEvent`, and those that handle function references by name.
import type { Host } from '../host/host.ts';
import type { NativeTable } from './native.ts';
import { need, payload } from './need.ts';

export function eventNatives(host: Host): NativeTable {
  return {
    RegisterResourceAsEventHandler: (caller, name: string | null) =>
      host.events.subscribe(caller.resource, need(name, 0)),
    TriggerEventInternal: (
      _caller,
      name: string | null,
      data: string | Uint8Array | null,
      length: number,
    ) => {
      need(name, 0);
      if (data === null) throw new Error('Argument at index 1 was null.');
      return host.events.trigger(need(name, 0), payload(data, length));
    },
    CancelEvent: () => host.events.cancel(),
    WasEventCanceled: () => host.events.wasCanceled(),
    DuplicateFunctionReference: (_caller, ref: string | null) => {
      host.openRef(need(ref, 0));
      return ref;
    },
    DeleteFunctionReference: (_caller, ref: string | null) => host.functionRef(need(ref, 0)).release(),
  };
}
