// The endpoints of the CAD's REST API v2 that are used, with their documented limits (requests per API key and minute).

import type { RestRequest } from './attempt.ts';
import type { Lane } from './request-queue.ts';

export interface Endpoint {
  readonly method: RestRequest['method'];
  readonly perMinute: number;
  /** Whether somebody waits for the outcome. */
  readonly lane: Lane;
}

export const ENDPOINTS = {
  getUnits: { method: 'GET', perMinute: 3, lane: 'background' },
  getCalls: { method: 'GET', perMinute: 5, lane: 'background' },
  createDispatchCall: { method: 'POST', perMinute: 20, lane: 'player' },
  updateCall: { method: 'PATCH', perMinute: 10, lane: 'player' },
  setPostal: { method: 'PATCH', perMinute: 20, lane: 'player' },
  setPrimary: { method: 'PATCH', perMinute: 10, lane: 'player' },
  closeCalls: { method: 'POST', perMinute: 20, lane: 'player' },
  attachUnits: { method: 'POST', perMinute: 10, lane: 'player' },
  detachUnits: { method: 'DELETE', perMinute: 10, lane: 'player' },
  addNote: { method: 'POST', perMinute: 60, lane: 'player' },
  createEmergencyCall: { method: 'POST', perMinute: 10, lane: 'player' },
  deleteEmergencyCall: { method: 'DELETE', perMinute: 10, lane: 'player' },
  setStatus: { method: 'PATCH', perMinute: 30, lane: 'player' },
  setPanic: { method: 'PATCH', perMinute: 20, lane: 'player' },
  updateUnitLocations: { method: 'PATCH', perMinute: 12, lane: 'background' },
  checkLink: { method: 'POST', perMinute: 30, lane: 'player' },
  getVersion: { method: 'GET', perMinute: 10, lane: 'background' },
  getServers: { method: 'GET', perMinute: 10, lane: 'background' },
  heartbeat: { method: 'POST', perMinute: 10, lane: 'background' },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointName = keyof typeof ENDPOINTS;
