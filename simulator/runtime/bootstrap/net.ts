// Sending to the other side, and the few player helpers scripts get from the game's own script code.
import type { Natives } from './natives.ts';

type Globals = Record<string, (...args: never[]) => unknown>;

/** Functions only servers have. */
export function serverGlobals(natives: Natives, pack: (value: unknown) => Uint8Array): Globals {
  const emitNet = (name: string, target: unknown, ...args: unknown[]) => {
    const payload = pack(args);
    natives.TriggerClientEventInternal(name, target, payload, payload.length);
  };
  const list = (count: number, at: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => at(i));
  return {
    emitNet,
    TriggerClientEvent: emitNet,
    TriggerLatentClientEvent(name: string, target: unknown, bytesPerSecond: number, ...args: unknown[]) {
      const payload = pack(args);
      natives.TriggerLatentClientEventInternal(name, target, payload, payload.length, bytesPerSecond);
    },
    getPlayers: () => list(natives.GetNumPlayerIndices(), (i) => natives.GetPlayerFromIndex(i)),
    getPlayerIdentifiers: (player: unknown) =>
      list(natives.GetNumPlayerIdentifiers(player), (i) => natives.GetPlayerIdentifier(player, i)),
    getPlayerTokens: (player: unknown) =>
      list(natives.GetNumPlayerTokens(player), (i) => natives.GetPlayerToken(player, i)),
  };
}

/** Functions only clients have. */
export function clientGlobals(natives: Natives, pack: (value: unknown) => Uint8Array): Globals {
  const emitNet = (name: string, ...args: unknown[]) => {
    const payload = pack(args);
    natives.TriggerServerEventInternal(name, payload, payload.length);
  };
  return {
    emitNet,
    TriggerServerEvent: emitNet,
    TriggerLatentServerEvent(name: string, bytesPerSecond: number, ...args: unknown[]) {
      const payload = pack(args);
      natives.TriggerLatentServerEventInternal(name, payload, payload.length, bytesPerSecond);
    },
    // Gives nothing back, whatever the native said.
    SendNUIMessage: (data: unknown) => void natives.SendNuiMessage(JSON.stringify(data)),
  };
}
