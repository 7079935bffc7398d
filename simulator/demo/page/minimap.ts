// The minimap at the corner of a screen: the surroundings of the player, north up.

import L from 'leaflet';
import type { BlipView, PlayerView } from '../views.ts';
import { blipColour, drawBlip, drawPlayer } from './blip-look.ts';
import { el } from './dom.ts';
import { drawIsland } from './map-ground.ts';
import { createMapRoutes } from './map-routes.ts';

export interface Minimap {
  show(player: PlayerView): void;
}

/** What fits across, in metres. */
const ACROSS = 900;
const STILL = {
  ...{ attributionControl: false, zoomControl: false, zoomAnimation: false, fadeAnimation: false },
  ...{ dragging: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false },
};

/** `onGo` is told which point was clicked, in GTA world metres. */
export function createMinimap(container: HTMLElement, onGo: (x: number, y: number) => void): Minimap {
  const ground = el('div', { class: 'minimap-ground' });
  const arrow = el('span', { class: 'minimap-arrow' }, drawPlayer());
  container.append(ground, arrow);
  const map = L.map(ground, {
    ...STILL,
    crs: L.CRS.Simple,
    zoomSnap: 0,
    minZoom: -10,
    zoom: 0,
    center: [0, 0],
  });
  drawIsland(map);
  const routes = createMapRoutes(map);
  const blips = new Map<number, { readonly marker: L.Marker; readonly look: string }>();
  let shown: PlayerView | null = null;

  map.on('click', ({ latlng }) => onGo(latlng.lng, latlng.lat));
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    centre();
  }).observe(ground);

  function centre(): void {
    const { clientWidth } = ground;
    if (!shown || clientWidth === 0) return;
    map.setView([shown.y, shown.x], Math.log2(clientWidth / ACROSS), { animate: false });
  }

  function put({ handle, x, y, sprite, colour, scale, isFlashing }: BlipView): void {
    const look = `${sprite} ${colour} ${scale} ${isFlashing}`;
    const there = blips.get(handle);
    if (there?.look === look) {
      there.marker.setLatLng([y, x]);
      return;
    }
    there?.marker.remove();
    const symbol = el('span', { class: 'symbol' }, drawBlip(sprite, blipColour(colour)));
    symbol.style.width = `${scale * 1.15}em`;
    symbol.style.setProperty('--blip', blipColour(colour));
    const html = el('div', { class: `minimap-blip${isFlashing ? ' flashing' : ''}` }, symbol);
    const icon = L.divIcon({ html, className: '', iconSize: [0, 0] });
    const marker = L.marker([y, x], { icon, interactive: false, keyboard: false }).addTo(map);
    blips.set(handle, { marker, look });
  }

  return {
    show(player) {
      shown = player;
      centre();
      arrow.style.rotate = `${-player.heading}deg`;
      const points = player.blips.filter(({ radius }) => radius === null);
      const present = new Set(points.map(({ handle }) => handle));
      for (const [handle, { marker }] of blips) {
        if (present.has(handle)) continue;
        marker.remove();
        blips.delete(handle);
      }
      for (const blip of points) put(blip);
      routes.show([player], new Set([player.id]));
    },
  };
}
