// Natives of a game client that the game itself does not bring.
import type { Host } from '../host/host.ts';
import type { NativeTable } from './native.ts';
import { need, payload } from './need.ts';
import { sharedNatives } from './shared.ts';

export interface ClientParts {
  sendToServer(name: string, payload: Uint8Array): void;
}

/** To be spread before the natives of the game, which know better. */
export function clientNatives(host: Host, parts: ClientParts): NativeTable {
  const send = (_caller: unknown, name: string | null, data: string | Uint8Array | null, length: number) =>
    parts.sendToServer(need(name, 0), payload(data, length));
  return {
    ...sharedNatives(host),
    TriggerServerEventInternal: send,
    TriggerLatentServerEventInternal: send,
    NetworkGetEntityIsNetworked: () => true,
    NetworkGetNetworkIdFromEntity: (_caller, entity: number) => entity,
    NetworkGetEntityFromNetworkId: (_caller, id: number) => id,
    EnsureEntityStateBag: (_caller, entity: number) => host.bags.ensure(`localEntity:${entity}`),
  };
}
