// Where a game server takes events, as the settings of the community tell it.
import type { CadServer } from '../types.ts';

/** Null when address or port are missing, or the address is not this machine: a simulated CAD calls nobody else. */
export function eventUrlOf({ mapIp, listenerPort }: CadServer): string | null {
  const isLoopback = /^127(\.\d{1,3}){3}$/.test(mapIp) || mapIp === 'localhost';
  return isLoopback && /^\d+$/.test(listenerPort) ? `http://${mapIp}:${listenerPort}/sonorancad/event` : null;
}
