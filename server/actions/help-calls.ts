// Calls for help from the street: `/911`, `/311` and the like, by anybody.

import type { PlayerRequest } from '../../shared/requests.ts';
import { cleanText } from '../../shared/text.ts';
import type { Clock, Players } from '../ports.ts';
import type { Actions } from './actions.ts';
import type { EmergencyConfig } from './emergency-config.ts';
import { failed, type Outcome } from './outcome.ts';

export interface HelpCallPorts {
  readonly actions: Pick<Actions, 'createEmergencyCall'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly players: Pick<Players, 'name' | 'position' | 'identifiers'>;
  readonly settings: () => EmergencyConfig;
  /** Name of the character, or null without a framework. */
  readonly characterName: (player: number) => string | null;
  /** The postal nearest to a place, or null. */
  readonly nearestPostal: (x: number, y: number) => string | null;
  /** An id that nobody has had before. */
  readonly newId: () => string;
}

export interface HelpCalls {
  call(player: number, request: Extract<PlayerRequest, { action: 'call' }>): Promise<Outcome>;
  forget(player: number): void;
}

const MAX_TEXT = 500;
const MAX_STREET = 120;

export function createHelpCalls(ports: HelpCallPorts): HelpCalls {
  const { actions, clock, players, settings, characterName, nearestPostal, newId } = ports;
  const calledAt = new Map<number, number>();

  /** Facts that the CAD and the officers' games place the call by, and find the caller again by. */
  function factsOf(player: number, isAnonymous: boolean): Record<string, string> {
    const place = players.position(player);
    const postal = place && nearestPostal(place.x, place.y);
    const license = players.identifiers(player).find((identifier) => identifier.startsWith('license:'));
    return {
      uuid: newId(),
      silentAlert: 'false',
      useCallLocation: 'true',
      ...(place && { x: place.x.toFixed(2), y: place.y.toFixed(2), z: place.z.toFixed(2) }),
      ...(postal && { postal }),
      ...(!isAnonymous && { callerPlayerId: String(player) }),
      ...(!isAnonymous && license && { callerCommunityUserId: license.slice('license:'.length) }),
    };
  }

  return {
    async call(player, { line, text, street, isAnonymous }) {
      const { isEnabled, lines, cooldownSeconds, allowAnonymous, anonymousName } = settings();
      const kind = isEnabled
        ? lines.find(({ command }) => command.toLowerCase() === line.toLowerCase())
        : undefined;
      if (!kind) return failed('not-allowed');
      const description = cleanText(text, MAX_TEXT);
      if (description === '') return failed('empty');
      const last = calledAt.get(player) ?? Number.NEGATIVE_INFINITY;
      if (clock.now() - last < cooldownSeconds * 1000) return failed('too-fast');
      calledAt.set(player, clock.now());
      const isHidden = isAnonymous && allowAnonymous;
      const outcome = await actions.createEmergencyCall({
        isEmergency: kind.isEmergency,
        caller: isHidden
          ? anonymousName
          : cleanText(characterName(player) ?? players.name(player), MAX_STREET),
        location: cleanText(street, MAX_STREET),
        description: `${kind.prefix}${description}`,
        metaData: factsOf(player, isHidden),
      });
      // What did not get through may be tried again at once.
      if (!outcome.ok) calledAt.delete(player);
      return outcome;
    },
    forget: (player) => void calledAt.delete(player),
  };
}
