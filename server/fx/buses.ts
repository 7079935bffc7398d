// Net events to game clients, and events and exports shared with other resources.

import type { ClientBus, LocalBus } from '../ports.ts';

/** The runtime's own packer (`main.js` publishes it); packing once serves every recipient. */
declare function msgpack_pack(value: unknown): Uint8Array;

export function createClientBus(): ClientBus {
  return {
    pack(args) {
      const bytes = msgpack_pack(args);
      return { bytes, size: bytes.length };
    },
    send(event, player, { bytes, size }) {
      // The declarations call the payload a string; the host takes the packed bytes.
      TriggerClientEventInternal(event, String(player), bytes as unknown as string, size);
    },
    on(event, run) {
      onNet(event, (...args: unknown[]) => {
        const player = Number(source);
        if (player > 0) run(player, ...args);
      });
    },
  };
}

/** Plain local handlers: clients cannot reach them. */
export function createLocalBus(): LocalBus {
  return {
    emit: (event, ...args) => emit(event, ...args),
    on: (event, run) => on(event, run),
    publish: (name, run) => exports(name, run),
  };
}
