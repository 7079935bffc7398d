// What the owner lets units do from the game, and from how far away.

import type { Call } from '../../shared/call.ts';
import type { UnitAction } from '../../shared/requests.ts';
import type { Players } from '../ports.ts';
import type { ActionsConfig } from './actions-config.ts';

export interface ActionRules {
  /** Why a player on duty may not do that, or null when they may. `call` is what it is about, if it is about one. */
  refusal(player: number, action: UnitAction, call: Call | null): 'not-allowed' | 'too-far' | null;
}

/** The permission for an action, where permissions are asked for. */
const permissionOf = (action: UnitAction) => `sonorancad.action.${action}`;

export function createActionRules(ports: {
  readonly settings: () => ActionsConfig;
  readonly players: Pick<Players, 'position' | 'isAceAllowed'>;
  /** Adds the place of a call that carries no coordinates. */
  readonly locate: (call: Call) => Call;
}): ActionRules {
  const { settings, players, locate } = ports;

  /** A call without a place is never too far away, nor is it for a player whose place is not known. */
  function isTooFar(player: number, call: Call): boolean {
    const { maxMetres } = settings();
    if (maxMetres === 0) return false;
    const [place, from] = [locate(call).position, players.position(player)];
    return place !== null && from !== null && Math.hypot(place.x - from.x, place.y - from.y) > maxMetres;
  }

  return {
    refusal(player, action, call) {
      const { allowed, requirePermission } = settings();
      if (!allowed.includes(action)) return 'not-allowed';
      if (requirePermission && !players.isAceAllowed(player, permissionOf(action))) return 'not-allowed';
      return call && isTooFar(player, call) ? 'too-far' : null;
    },
  };
}
