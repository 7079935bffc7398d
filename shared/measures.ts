// Distances in words, as a player's game measures them.

import type { Translate } from './locale.ts';

/** `metric`: m and km; `imperial`: ft and mi. */
export type MeasureSystem = 'metric' | 'imperial';

const FEET_PER_METRE = 3.280_84;
const FEET_PER_MILE = 5280;

/** `850 m`, `1.2 km`, `900 ft`, `0.7 mi`: rounded to what a driver can use. `metres` is not negative. */
export function formatDistance(metres: number, system: MeasureSystem, translate: Translate): string {
  const decimal = (n: number) => n.toFixed(n < 10 ? 1 : 0).replace('.', translate('number.decimal'));
  if (system === 'metric') {
    const n = roundTo(metres, 10);
    return n < 1000
      ? translate('distance.metres', { n })
      : translate('distance.kilometres', { n: decimal(metres / 1000) });
  }
  const feet = metres * FEET_PER_METRE;
  const n = roundTo(feet, 50);
  return n < 1000
    ? translate('distance.feet', { n })
    : translate('distance.miles', { n: decimal(feet / FEET_PER_MILE) });
}

const roundTo = (n: number, step: number) => Math.round(n / step) * step;
