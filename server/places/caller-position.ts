// Where callers were when their calls came in: asked of the game once per call and kept while the call lives.

import type { Call, Position } from '../../shared/call.ts';
import type { Clock, Players } from '../ports.ts';

/** The connected player with that identifier (with or without its `type:`, in any letter case), or null. */
export type FindPlayer = (identifier: string) => number | null;

export interface CallerPositions {
  /** Where the caller was when the call was first asked about, or null when that is not known. */
  at(call: Call): Position | null;
  /** Lets go of a call that is over. */
  forget(key: string): void;
}

/** As many as there can be open calls. */
const MAX_KEPT = 5000;
/** Server ids are 16 bit numbers from 1 on. */
const PLAYER_ID = /^[1-9]\d{0,4}$/;

/** No calls. Of calls older than this object nothing is known: where their callers are now says nothing. */
export function createCallerPositions(options: {
  readonly clock: Pick<Clock, 'now'>;
  readonly players: Pick<Players, 'position'>;
  readonly findPlayer: FindPlayer;
}): CallerPositions {
  const { clock, players, findPlayer } = options;
  const startedAt = clock.now();
  const kept = new Map<string, Position | null>();

  function keep(key: string, position: Position | null): Position | null {
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, position);
    return position;
  }

  return {
    at(call) {
      const known = kept.get(call.key);
      if (known !== undefined) return known;
      if (call.stage === 'closed' || call.openedAt < startedAt || !namesCaller(call)) return null;
      const player = findCaller(call, findPlayer);
      const place = player === null ? null : players.position(player);
      return keep(call.key, place && { x: place.x, y: place.y, z: place.z, accuracy: 'caller' });
    },
    forget: (key) => void kept.delete(key),
  };
}

/** The caller's accounts, the one that the CAD knows best first. */
function identifiersIn({ metaData }: Call): string[] {
  const identifiers: string[] = [];
  if (metaData.callerCommunityUserId) identifiers.push(metaData.callerCommunityUserId);
  if (metaData.callerApiId) identifiers.push(metaData.callerApiId);
  return identifiers;
}

/** Whether a caller is named whose position may be used: some calls are about another place than the caller's. */
function namesCaller(call: Call): boolean {
  if (call.metaData.useCallLocation?.toLowerCase() === 'true') return false;
  return identifiersIn(call).length > 0 || PLAYER_ID.test(call.metaData.callerPlayerId ?? '');
}

/**
 * The player who made the call. The id of a player means another player after a reconnect or restart, so it counts
 * only where the call names no account: one that names another player, or nobody here, has the last word.
 */
export function findCaller(call: Call, findPlayer: FindPlayer): number | null {
  const identifiers = identifiersIn(call);
  for (const identifier of identifiers) {
    const player = findPlayer(identifier);
    if (player !== null) return player;
  }
  const id = call.metaData.callerPlayerId ?? '';
  return identifiers.length === 0 && PLAYER_ID.test(id) ? Number(id) : null;
}
