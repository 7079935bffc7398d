// Draws the island as Leaflet vectors. In CRS.Simple the latitude is y and the longitude x, in metres.

import L from 'leaflet';
import { COAST, HIGHWAYS, HILLS, LAKES, type Points, RIVERS, ROADS, RUNWAYS, TOWNS } from './island.ts';

export const ISLAND_BOUNDS: L.LatLngBoundsLiteral = [
  [-3600, -3600],
  [7200, 4200],
];

/** Adds land, water and roads, from the ground up. Their looks are in the style sheet. */
export function drawIsland(map: L.Map): void {
  const area = (points: Points, className: string) =>
    L.polygon(toLatLngs(round(points, true)), { ...STILL, className }).addTo(map);
  const line = (points: Points, className: string) =>
    L.polyline(toLatLngs(round(points, false)), { ...STILL, className }).addTo(map);

  area(COAST, 'land-glow');
  area(COAST, 'land');
  for (const points of HILLS) area(points, 'hills');
  for (const points of TOWNS) area(points, 'town');
  for (const points of RIVERS) line(points, 'river');
  for (const points of LAKES) area(points, 'lake');
  for (const points of RUNWAYS) line(points, 'runway');
  for (const points of ROADS) line(points, 'road');
  for (const points of HIGHWAYS) line(points, 'highway');
}

const STILL = { interactive: false, smoothFactor: 0.5 };

const toLatLngs = (points: Points) => points.map(([x, y]) => L.latLng(y, x));

/** Cuts the corners off, three times (Chaikin): polygons become shores. */
function round(points: Points, isClosed: boolean, times = 3): Points {
  if (times === 0 || points.length < 3) return points;
  const rounded = points.flatMap((a, i): Points => {
    const b = points[(i + 1) % points.length] ?? a;
    if (!isClosed && i === points.length - 1) return [a];
    const cut = (t: number): [number, number] => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    return !isClosed && i === 0 ? [a, cut(0.75)] : [cut(0.25), cut(0.75)];
  });
  return round(rounded, isClosed, times - 1);
}
