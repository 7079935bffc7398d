// Zones of the map: their short names, what the game calls them, and roughly where they are.

/** Short name, name, and a point near its middle. The points are approximate; good enough to name a place. */
const ZONES: readonly (readonly [code: string, name: string, x: number, y: number])[] = [
  ['AIRP', 'Los Santos International Airport', -1180, -2720],
  ['ALAMO', 'Alamo Sea', 1000, 4200],
  ['ALTA', 'Alta', 250, -280],
  ['ARMYB', 'Fort Zancudo', -2180, 3130],
  ['BEACH', 'Vespucci Beach', -1400, -1400],
  ['BURTON', 'Burton', -330, -70],
  ['CHIL', 'Vinewood Hills', 0, 800],
  ['CHU', 'Chumash', -3120, 920],
  ['CYPRE', 'Cypress Flats', 830, -2230],
  ['DAVIS', 'Davis', 100, -1850],
  ['DELPE', 'Del Perro', -1600, -500],
  ['DESRT', 'Grand Senora Desert', 1400, 2800],
  ['DOWNT', 'Downtown', 100, -700],
  ['DTVINE', 'Downtown Vinewood', 300, 150],
  ['EAST_V', 'East Vinewood', 820, -150],
  ['ELYSIAN', 'Elysian Island', 200, -2750],
  ['GRAPES', 'Grapeseed', 1880, 4850],
  ['HARMO', 'Harmony', 600, 2750],
  ['KOREAT', 'Little Seoul', -600, -850],
  ['LMESA', 'La Mesa', 830, -1100],
  ['MIRR', 'Mirror Park', 1150, -550],
  ['MTCHIL', 'Mount Chiliad', 500, 5570],
  ['PALETO', 'Paleto Bay', -150, 6330],
  ['PALFOR', 'Paleto Forest', -650, 5750],
  ['PBOX', 'Pillbox Hill', -50, -900],
  ['RANCHO', 'Rancho', 450, -1850],
  ['RICHM', 'Richman', -1700, 250],
  ['ROCKF', 'Rockford Hills', -850, 0],
  ['SANDY', 'Sandy Shores', 1850, 3700],
  ['SKID', 'Mission Row', 420, -980],
  ['STRAW', 'Strawberry', 150, -1350],
  ['TERMINA', 'Terminal', 1100, -3050],
  ['VCANA', 'Vespucci Canals', -1050, -1050],
  ['WVINE', 'West Vinewood', -300, 280],
];

/** Farther from every zone's middle than this is open sea. */
const REACH = 2500;

/** What `GetLabelText` gives for a zone's short name. */
export const zoneLabels: Readonly<Record<string, string>> = Object.fromEntries([
  ...ZONES.map(([code, name]) => [code, name]),
  ['OCEANA', 'Pacific Ocean'],
]);

/** Short name of the nearest zone, `OCEANA` far from all. */
export function zoneAt(x: number, y: number): string {
  let nearest = 'OCEANA';
  let distance = REACH;
  for (const [code, , zoneX, zoneY] of ZONES) {
    const here = Math.hypot(x - zoneX, y - zoneY);
    if (here >= distance) continue;
    distance = here;
    nearest = code;
  }
  return nearest;
}
