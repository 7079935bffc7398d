// The map: the island, everyone's position, and the blips of the player whose map is chosen.

import L from 'leaflet';
import type { PlayerView } from '../views.ts';
import { byId, count, el, setText } from './dom.ts';
import { drawIsland, ISLAND_BOUNDS } from './map-ground.ts';
import { createMapMarkers } from './map-markers.ts';
import { createMapRoutes } from './map-routes.ts';

export interface GameMap {
  show(players: readonly PlayerView[]): void;
}

/** Chosen instead of a player's id. */
const EVERYONE = 0;

/** Binds the map panel of the page. */
export function createMap(): GameMap {
  const container = byId('map', HTMLElement);
  const choice = byId('map-choice', HTMLElement);
  const total = byId('map-count', HTMLElement);
  const note = byId('map-note', HTMLElement);
  let players: readonly PlayerView[] = [];
  let chosen: number | null = null;

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
  byId('map-fit', HTMLButtonElement).addEventListener('click', refit);
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    if (!isMoved) refit();
    markers.layOut();
  }).observe(container);

  function choose(id: number): void {
    chosen = id;
    render();
  }

  function drawChoices(): void {
    const options = [
      ...players.map(({ id, firstName }) => ({ id, text: firstName })),
      { id: EVERYONE, text: 'All' },
    ];
    if (choice.childElementCount === options.length) return;
    choice.replaceChildren(
      ...options.map(({ id, text }, index) => {
        const input = el('input', { type: 'radio', name: 'map', value: String(id), checked: id === chosen });
        input.addEventListener('change', () => choose(id));
        return el('label', { class: id === EVERYONE ? '' : `tint-${index}` }, input, el('span', {}, text));
      }),
    );
  }

  function render(): void {
    const shown = players.filter(({ id }) => chosen === EVERYONE || chosen === id);
    const blips = shown.reduce((sum, { blips }) => sum + blips.length, 0);
    setText(total, count(blips, 'blip'));
    const [only] = shown;
    note.hidden = blips > 0 || shown.length !== 1 || only?.isOnDuty !== false;
    if (only) setText(note, `No blips. That is right: ${only.firstName} is not on duty.`);
    const whose = new Set(shown.map(({ id }) => id));
    routes.show(players, whose);
    markers.show(players, whose);
  }

  return {
    show(now) {
      players = now;
      chosen ??= now[0]?.id ?? EVERYONE;
      drawChoices();
      render();
    },
  };
}
