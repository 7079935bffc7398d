// Where a call is, as seen from the player who is told of it.

import type { CallView } from '../../shared/call.ts';
import type { Translate } from '../../shared/locale.ts';
import { formatDistance } from '../../shared/measures.ts';
import type { Picture } from '../picture.ts';
import type { Self } from '../ports.ts';
import type { AlertFacts } from './alert.ts';

export function createWhereabouts(ports: {
  readonly self: Pick<Self, 'position'>;
  readonly picture: Pick<Picture, 'settings'>;
  readonly translate: Translate;
}): (call: CallView) => AlertFacts {
  return ({ position: place }) => {
    if (!place) return {};
    const { x, y } = ports.self.position();
    const metres = Math.hypot(place.x - x, place.y - y);
    const system = ports.picture.settings?.distances ?? 'metric';
    return { distance: formatDistance(metres, system, ports.translate) };
  };
}
