// Everything the simulated CAD knows of a community with one game server.
import { toIso } from '../time.ts';
import type { CadServer } from '../types.ts';
import { type Calls, createCalls } from './calls.ts';
import { createLinks, type Links } from './links.ts';
import { createUnits, type Units } from './units.ts';

export interface CadState {
  readonly units: Units;
  readonly calls: Calls;
  readonly links: Links;
  /** The game servers in the settings of the community. */
  servers: readonly CadServer[];
}

export function createState(now: () => number, servers: readonly CadServer[]): CadState {
  return {
    units: createUnits(),
    calls: createCalls(() => toIso(now())),
    links: createLinks(now),
    servers,
  };
}

/** A server of which nothing was set but its number and name. */
export function blankServer(id: number): CadServer {
  return {
    id,
    name: `Server ${id}`,
    description: '',
    signal: '',
    mapUrl: '',
    mapIp: '',
    listenerPort: '',
    differingOutbound: false,
    outboundIp: '',
    enableMap: false,
    mapType: 'NORMAL',
    isStatic: false,
    liveMapFormat: 0,
  };
}
