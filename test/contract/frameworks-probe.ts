// Runs who is here and who is on duty inside the simulator, with the adapters that the product ships.

import { createLocalBus } from '../../server/fx/buses.ts';
import { createClock } from '../../server/fx/clock.ts';
import { createConsole } from '../../server/fx/console.ts';
import { createPlayers } from '../../server/fx/players.ts';
import { createResources } from '../../server/fx/resources.ts';
import { dutyConfig } from '../../server/players/duty-config.ts';
import { createPresence } from '../../server/players/presence.ts';

const resources = createResources();
const presence = createPresence(
  {
    resources,
    local: createLocalBus(),
    clock: createClock(),
    console: createConsole(),
    players: createPlayers(),
    unit: () => null,
  },
  dutyConfig().parse({}),
  { onDuty: () => {} },
);
presence.start();

exports('onDuty', () => [...presence.duty.players()]);
exports('why', (player: number) =>
  Object.fromEntries(presence.duty.explain(player).map(({ source, detail }) => [source, detail])),
);
exports('framework', presence.framework);
exports('nameOf', presence.characterName);
/** As the product offers it to other resources. */
exports('registerDuty', (predicate: unknown) =>
  presence.exportDuty.register(resources.caller() ?? '', predicate),
);
