// Net events to game clients, and events and exports shared with other resources.

import type { ClientBus, LocalBus, Share } from '../ports.ts';
import { createPacker, type Packer } from './pack.ts';

/** For events of either bus. */
export const createShare = (): Share => createPacker().share;

export function createClientBus(): ClientBus {
  const { pack } = createPacker();
  return {
    pack,
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
  /** Not in use. Handlers run before `emit` returns and may emit something themselves, so one is not enough. */
  const packers: Packer[] = [];
  return {
    emit(event, ...args) {
      const packer = packers.pop() ?? createPacker();
      try {
        const { bytes, size } = packer.pack(args);
        TriggerEventInternal(event, asPayload(bytes), size);
      } finally {
        packers.push(packer);
      }
    },
    on: (event, run) => on(event, run),
    publish: (name, run) => exports(name, run),
  };
}
