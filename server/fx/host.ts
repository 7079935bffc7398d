// The real host: every port, implemented with natives. See the other files of this folder.

import type { Host } from '../ports.ts';
import { createClientBus, createLocalBus, createShare } from './buses.ts';
import { createClock } from './clock.ts';
import { createCommands, createConsole, createConvars, createResourceInfo } from './console.ts';
import { createHttp } from './http.ts';
import { createPlayers } from './players.ts';
import { createResources } from './resources.ts';
import { createStorage } from './storage.ts';

/** Natives are called when a port is used, except for the resource's own name and version. */
export function createHost(): Host {
  return {
    clock: createClock(),
    console: createConsole(),
    http: createHttp(),
    players: createPlayers(),
    clients: createClientBus(),
    share: createShare(),
    storage: createStorage(),
    convars: createConvars(),
    local: createLocalBus(),
    commands: createCommands(),
    resource: createResourceInfo(),
    resources: createResources(),
  };
}
