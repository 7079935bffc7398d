// The map: the island, everyone's position, and the blips of the player whose map is chosen.

import L from 'leaflet';
import type { PlayerView } from '../views.ts';
import { EVERYONE } from './choice.ts';
import { byId, setText } from './dom.ts';
import { drawIsland, ISLAND_BOUNDS } from './map-ground.ts';
import { createMapMarkers } from './map-markers.ts';
import { createMapRoutes } from './map-routes.ts';

export interface GameMap {
  /** `chosen` is a player's id, `EVERYONE`, or null while the map is not looked at. */
  show(players: readonly PlayerView[], chosen: number | null): void;
}

/** Binds the map; `onGo` is told where a player shall go, in GTA world metres. */
export function createMap(onGo: (player: number, x: number, y: number) => void): GameMap {
  const view = byId('map-view', HTMLElement);
  const container = byId('map', HTMLElement);
  const note = byId('map-note', HTMLElement);
  const tip = byId('map-tip', HTMLElement);
  const fit = byId('map-fit', HTMLButtonElement);
  let only: PlayerView | null = null;

  const map = L.map(container, {
    crs: L.CRS.Simple,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 160,
    minZoom: -6,
    maxZoom: -2,
    maxBounds: L.latLngBounds(ISLAND_BOUNDS).pad(0.4),
  });
  L.control.zoom({ position: 'bottomright' }).addTo(map);
  const fitIsland = () => map.fitBounds(ISLAND_BOUNDS, { animate: false, padding: [8, 8] });
  fitIsland();
  drawIsland(map);
  const routes = createMapRoutes(map);
  const markers = createMapMarkers(map);

  // The island stays in view when the window changes, until someone moves the map.
  let isMoved = false;
  map.on('dragstart zoomstart', () => {
    isMoved = true;
  });
  function refit(): void {
    fitIsland();
    isMoved = false;
  }
  fit.addEventListener('click', refit);
  new ResizeObserver(() => {
    // It is not looked at.
    if (container.clientWidth === 0) return;
    map.invalidateSize({ animate: false });
    if (!isMoved) refit();
    markers.layOut();
  }).observe(container);
  map.on('click', ({ latlng }) => only && onGo(only.id, latlng.lng, latlng.lat));

  return {
    show(players, chosen) {
      view.hidden = chosen === null;
      if (chosen === null) return;
      const shown = players.filter(({ id }) => chosen === EVERYONE || chosen === id);
      only = chosen === EVERYONE ? null : (shown[0] ?? null);
      note.hidden = only === null || only.blips.length > 0 || only.isOnDuty !== false;
      tip.hidden = only === null;
      if (only) {
        setText(note, `No blips. That is right: ${only.firstName} is not on duty.`);
        setText(tip, `Click the map: ${only.firstName} drives there.`);
      }
      const whose = new Set(shown.map(({ id }) => id));
      routes.show(players, whose);
      markers.show(players, whose);
    },
  };
}
