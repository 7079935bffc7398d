// Net events to game clients, and events and exports shared with other resources.

import type { ClientBus, LocalBus } from '../ports.ts';
import { joinPacked, pack, packShared } from './pack.ts';

export function createClientBus(): ClientBus {
  return {
    pack(args) {
      const bytes = packShared(args);
      return { bytes, size: bytes.length };
    },
    send(event, player, { bytes, size }) {
      TriggerClientEventInternal(event, String(player), asPayload(bytes), size);
    },
    on(event, run) {
      onNet(event, (...args: unknown[]) => {
        const player = Number(source);
        if (player > 0) run(player, ...args);
      });
    },
  };
}

/** The declarations call a payload a string; the host takes the packed bytes. */
const asPayload = (bytes: unknown) => bytes as string;

/** Plain local handlers: clients cannot reach them. */
export function createLocalBus(): LocalBus {
  const trigger = (event: string, bytes: Uint8Array) =>
    TriggerEventInternal(event, asPayload(bytes), bytes.length);
  return {
    emit: (event, ...args) => trigger(event, pack(args)),
    pack,
    emitPacked: (event, ...args) => trigger(event, joinPacked(args)),
    on: (event, run) => on(event, run),
    publish: (name, run) => exports(name, run),
  };
}
