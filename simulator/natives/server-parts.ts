// What the natives of a server reach besides the host.
import type { Host } from '../host/host.ts';
import type { ServerNet } from '../host/net.ts';
import type { Players } from '../host/players.ts';

/** What server natives reach besides the host. */
export interface ServerParts {
  readonly host: Host;
  readonly players: Players;
  readonly net: ServerNet;
  /** Drops a player in the name of a resource. */
  drop(id: number, reason: string, resource: string): void;
  /** Runs with the rights of the console. */
  asConsole<T>(run: () => T): T;
}
