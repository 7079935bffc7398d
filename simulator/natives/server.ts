// Natives only servers have.
import type { Host } from '../host/host.ts';
import { entityNatives } from './entities.ts';
import type { NativeTable } from './native.ts';
import { need, payload } from './need.ts';
import { playerNatives } from './players.ts';
import type { ServerParts } from './server-parts.ts';
import { serverResourceNatives } from './server-resources.ts';
import { sharedNatives } from './shared.ts';

export function serverNatives(host: Host, parts: () => Omit<ServerParts, 'host'>): NativeTable {
  // The other parts of the server are made after the host, so they are looked up when a native is called.
  const late = (): ServerParts => ({ host, ...parts() });
  return {
    ...sharedNatives(host),
    ...playerNatives(late),
    ...entityNatives(late),
    ...serverResourceNatives(late),
    TriggerClientEventInternal(
      caller,
      name: string | null,
      target: string | null,
      data: string | Uint8Array | null,
      length: number,
    ) {
      late().net.send(need(name, 0), need(target, 1), payload(data, length), caller);
    },
    TriggerLatentClientEventInternal(
      caller,
      name: string | null,
      target: string | null,
      data: string | Uint8Array | null,
      length: number,
    ) {
      late().net.sendLatent(need(name, 0), need(target, 1), payload(data, length), caller);
    },
    SetConvar: (_caller, name: string | null, value: string | null) => {
      late().asConsole(() => host.commands.invokeWords(['set', need(name, 0), need(value, 1)]));
    },
    SetConvarReplicated: (_caller, name: string | null, value: string | null) => {
      late().asConsole(() => host.commands.invokeWords(['setr', need(name, 0), need(value, 1)]));
    },
    SetConvarServerInfo: (_caller, name: string | null, value: string | null) => {
      late().asConsole(() => host.commands.invokeWords(['sets', need(name, 0), need(value, 1)]));
    },
    SetGameType: (_caller, name: string | null) => void host.convars.set('gametype', need(name, 0)),
    SetMapName: (_caller, name: string | null) => void host.convars.set('mapname', need(name, 0)),
    EnableEnhancedHostSupport: () => undefined,
    GetHostId: () => null, // OneSync servers have no host
  };
}
