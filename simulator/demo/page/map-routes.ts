// Routes and waypoints: the game draws them along the roads, this map as straight dashed lines.

import L from 'leaflet';
import type { PlayerView } from '../views.ts';

export interface MapRoutes {
  /** Shows where the players in `whose` are led to. */
  show(players: readonly PlayerView[], whose: ReadonlySet<number>): void;
}

/** No routes. */
export function createMapRoutes(map: L.Map): MapRoutes {
  const layer = L.layerGroup().addTo(map);
  return {
    show(players, whose) {
      layer.clearLayers();
      for (const [index, player] of players.entries()) {
        if (!whose.has(player.id)) continue;
        const from = L.latLng(player.y, player.x);
        const goals = player.blips.filter((blip) => blip.isRoute).map(({ x, y }) => L.latLng(y, x));
        if (player.waypoint) {
          const [x, y] = player.waypoint;
          goals.push(L.latLng(y, x));
          const look = { radius: 6, className: 'waypoint', interactive: false };
          L.circleMarker([y, x], look).addTo(layer);
        }
        for (const goal of goals) {
          L.polyline([from, goal], { className: `route tint-${index}`, interactive: false }).addTo(layer);
        }
      }
    },
  };
}
