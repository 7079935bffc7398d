// Runs the postals inside the simulator, with the adapters that the product ships.

import { createClock } from '../../server/fx/clock.ts';
import { createConsole } from '../../server/fx/console.ts';
import { createResources } from '../../server/fx/resources.ts';
import { createPostals } from '../../server/places/postals.ts';

const postals = createPostals({
  resources: createResources(),
  console: createConsole(),
  clock: createClock(),
  settings: () => ({ postalResource: 'auto' }),
});
let changes = 0;
postals.onChange(() => {
  changes += 1;
});

/** Where a postal is, as text: `1,2`, or null. */
exports('find', (code: string): string | null => {
  const place = postals.find(code);
  return place && `${place.x},${place.y}`;
});
exports('source', (): string | null => postals.source()?.resource ?? null);
exports('changes', (): number => changes);
