// Server natives about players.
import type { Player } from '../host/players.ts';
import type { NativeCaller, NativeTable } from './native.ts';
import { need } from './need.ts';
import type { ServerParts } from './server-parts.ts';

/** Milliseconds a connected, healthy player shows as ping. */
const PING = 42;
/** What `GetPlayerLastMsg` says of players it does not know. */
const NEVER = 0x7fffffff;

type PlayerId = string | null;

export function playerNatives(parts: () => ServerParts): NativeTable {
  let indices: number[] = [];

  /** `atoi` of the argument, then the player with that id. */
  const find = (id: PlayerId): Player | undefined => parts().players.get(toId(need(id, 0)));

  /** A native about one player, with what it answers for unknown ones. */
  const about =
    <A extends unknown[], R>(unknown: R, answer: (player: Player, caller: NativeCaller, ...args: A) => R) =>
    (caller: NativeCaller, id: PlayerId, ...args: A): R => {
      const player = find(id);
      return player ? answer(player, caller, ...args) : unknown;
    };

  return {
    GetPlayerName: about<[], string | null>(null, ({ name }) => name),
    // The former temporary id finds the player, but is not the player's id.
    DoesPlayerExist: (_caller, id: PlayerId) => find(id)?.id === toId(need(id, 0)),
    GetPlayerGuid: about<[], string | null>(null, ({ id }) => `148618792${String(id).padStart(9, '0')}`),
    GetPlayerEndpoint: about<[], string | null>(null, ({ endpoint }) => endpoint),
    GetPlayerPing: about<[], number>(0, ({ connected }) => (connected ? PING : -1)),
    GetPlayerLastMsg: about<[], number>(NEVER, () => 5),
    GetPlayerTimeOnline: about<[], number>(0, ({ joinedAt }) =>
      Math.trunc((parts().host.now() - joinedAt) / 1000),
    ),
    GetNumPlayerIdentifiers: about<[], number>(0, ({ identifiers }) => identifiers.length),
    GetPlayerIdentifier: about<[number], string | null>(
      null,
      (player, _, i) => player.identifiers[i] ?? null,
    ),
    GetPlayerIdentifierByType: about<[string | null], string | null>(null, ({ identifiers }, _, type) => {
      // A bare prefix: `license` finds `license2:…` as well.
      const prefix = need(type, 1);
      return identifiers.find((identifier) => identifier.startsWith(prefix)) ?? null;
    }),
    GetNumPlayerTokens: about<[], number>(0, ({ tokens }) => tokens.length),
    GetPlayerToken: about<[number], string | null>(null, (player, _, i) => player.tokens[i] ?? null),
    GetPlayerPed: about<[], number>(0, (player) => parts().players.pedOf(player)),
    GetPlayerRoutingBucket: about<[], number>(0, ({ bucket }) => bucket),
    SetPlayerRoutingBucket: about<[number], boolean>(false, (player, _, bucket) => {
      if (bucket < 0) return true;
      const before = player.bucket;
      player.bucket = bucket;
      parts().host.trigger('onPlayerBucketChange', [String(player.id), bucket, before]);
      return true;
    }),
    DropPlayer: about<[string | null], boolean>(false, (player, caller, reason) => {
      if (!player.connected) return false;
      parts().drop(player.id, need(reason, 1), caller.resource);
      return true;
    }),
    TempBanPlayer: about<[string | null], boolean>(false, (player, caller, reason) => {
      parts().drop(player.id, need(reason, 1), caller.resource);
      return true;
    }),
    IsPlayerAceAllowed: about<[string | null], boolean>(false, (player, _, object) => {
      const { host, players } = parts();
      const name = need(object, 1);
      return host.aces.as(players.principals(player), () => host.aces.check(name), true);
    }),
    GetNumPlayerIndices() {
      indices = parts()
        .players.connected()
        .map(({ id }) => id);
      return indices.length;
    },
    GetPlayerFromIndex(_caller, index: number) {
      const id = indices[index];
      return id !== undefined && parts().players.get(id) ? String(id) : null;
    },
  };
}

/** What C's `atoi` makes of an id. */
function toId(text: string): number {
  return Number.parseInt(text, 10) || 0;
}
