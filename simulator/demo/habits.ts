// How the players of the demo have set up their games, before the resource runs in them.

import type { SimServer } from '../index.ts';
import { people } from './players.ts';

/** Keys for what the resource leaves to the players, by command. */
const KEYS: Readonly<Record<string, string>> = {
  sonorancad_route: 'J',
  sonorancad_next: 'PAGEDOWN',
  sonorancad_previous: 'PAGEUP',
  sonorancad_dismiss: 'DELETE',
  sonorancad_mute: 'F6',
  sonorancad_panic: 'F11',
  sonorancad_status: 'F7',
};
/** The stage on the page is smaller than a screen: everything on it is larger. */
const SETTINGS = { scale: 1.4 };
const SAFE_ZONE = 0.96;

/** To be called before the games have started the resource. */
export function setUpGames(server: SimServer, resource: string): void {
  for (const { options } of people) {
    const client = server.client(options.id);
    if (!client) continue;
    for (const [command, key] of Object.entries(KEYS)) client.game.bind(command, key);
    client.game.screen.safeZone = SAFE_ZONE;
    client.kvp.rows.set(`res:${resource}:player`, { type: 'string', value: JSON.stringify(SETTINGS) });
  }
}
