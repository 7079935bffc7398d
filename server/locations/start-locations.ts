// Puts the units' places together: whom they are of, and which way they go to the CAD.

import { ok, refuse } from '../../shared/result.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { ClientBus, Clock, Console, Players } from '../ports.ts';
import type { RestCode } from '../rest/failure.ts';
import type { RestClient } from '../rest/rest-client.ts';
import type { Websocket } from '../websocket/start-websocket.ts';
import type { LocationsConfig } from './locations-config.ts';
import { createStreets } from './streets.ts';
import { createUnitLocations, type LocationChannel, type Sighting } from './unit-locations.ts';

export interface Locations {
  settingsChanged(): void;
  /** The player has left. */
  forget(player: number): void;
  stop(): void;
}

/** Documented for the hub: 25 units a call, and no more than one call in 200 ms. */
const HUB_ITEMS = 25;
const HUB_PAUSE_MS = 250;
/** Nothing is documented for the REST API; its answers take long enough to be a pause. */
const REST_ITEMS = 100;
/** Failures that an owner has to do something about. */
const TOLD: ReadonlySet<RestCode> = new Set(['forbidden', 'plan', 'not-found', 'refused']);

export function startLocations(ports: {
  readonly settings: () => LocationsConfig;
  readonly clock: Clock;
  readonly console: Console;
  readonly bus: Pick<ClientBus, 'on'>;
  readonly players: Pick<Players, 'position' | 'heading'>;
  readonly onDuty: () => ReadonlySet<number>;
  /** The unit of a player, or null. */
  readonly unitOf: (player: number) => CadUnit | null;
  readonly rest: Pick<RestClient, 'updateUnitLocations' | 'status'>;
  readonly websocket: Pick<Websocket, 'status' | 'invoke'>;
}): Locations {
  const { settings, console, bus, onDuty, rest, websocket } = ports;
  const streets = createStreets(bus, (player) => settings().isEnabled && onDuty().has(player));

  const overHub: LocationChannel = {
    maxItems: HUB_ITEMS,
    pauseMs: HUB_PAUSE_MS,
    async send(sightings) {
      const answer = await websocket.invoke('unitLocation', [sightings.map(toHubItem)]);
      // That the connection has ended is told by the websocket itself.
      if (!answer.ok) return refuse(websocket.status().connectedSince === null ? '' : answer.error);
      const { success, error } = (answer.value ?? {}) as { success?: unknown; error?: unknown };
      if (success !== false) return ok(null);
      return refuse(`Sonoran CAD refused them: ${typeof error === 'string' ? error : 'no reason given'}`);
    },
  };
  const overRest: LocationChannel = {
    maxItems: REST_ITEMS,
    pauseMs: 0,
    async send(sightings) {
      const answer = await rest.updateUnitLocations(sightings.map(toRestItem));
      return answer.ok ? ok(null) : refuse(TOLD.has(answer.code) ? answer.reason : '');
    },
  };

  const locations = createUnitLocations({
    ...ports,
    streetOf: streets.of,
    channel() {
      if (websocket.status().connectedSince !== null) return overHub;
      return rest.status().missing === null ? overRest : null;
    },
    warn: console.warn,
  });
  locations.settingsChanged();
  return { settingsChanged: locations.settingsChanged, forget: streets.forget, stop: locations.stop };
}

const toHubItem = ({ ident, location, coordinates }: Sighting) => ({
  identId: ident,
  location,
  coordinates,
});

/** The REST API knows units by their account. */
const toRestItem = ({ communityUserId, location, coordinates }: Sighting) => ({
  communityUserId,
  location,
  coordinates,
});
