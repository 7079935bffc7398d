// How often a key may call each endpoint: fixed windows of one minute, as API gateways count.

/** Requests per minute and key. */
export const perMinute = {
  getUnits: 3,
  setUnitStatus: 30,
  setUnitPanic: 20,
  kickUnit: 20,
  updateUnitLocations: 12,
  getCalls: 5,
  createEmergencyCall: 10,
  deleteEmergencyCall: 10,
  createDispatchCall: 20,
  updateDispatchCall: 10,
  closeDispatchCalls: 20,
  attachUnits: 10,
  detachUnits: 10,
  addDispatchNote: 60,
  setDispatchPostal: 20,
  setDispatchPrimary: 10,
  getCurrentCall: 10,
  checkCommunityLink: 30,
  createCommunityLink: 30,
  getServers: 10,
  setServers: 10,
  heartbeat: 10,
  getVersion: 10,
} as const;

export type EndpointName = keyof typeof perMinute;

const WINDOW_MS = 60_000;

export interface Limits {
  /** Counts a request; gives the seconds to wait when it is one too many, else null. */
  count(key: string, endpoint: EndpointName): number | null;
}

/** `now` is in ms; windows begin with its full minutes. */
export function createLimits(now: () => number): Limits {
  let window = -1;
  let counts = new Map<string, number>();
  return {
    count(key, endpoint) {
      const current = Math.floor(now() / WINDOW_MS);
      if (current !== window) counts = new Map();
      window = current;
      const id = `${endpoint} ${key}`;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      if (count <= perMinute[endpoint]) return null;
      return Math.ceil(((current + 1) * WINDOW_MS - now()) / 1000);
    },
  };
}
