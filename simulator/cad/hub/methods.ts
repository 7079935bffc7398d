// What clients of the hub may call: authentication and places of units.
import { z } from 'zod';
import { applyLocations, hasLocationTarget, type UnitLocation, unitLocation } from '../locations.ts';
import type { CadState } from '../state/state.ts';
import type { Outcome } from './connection.ts';

/** A client that authenticated. `serverId` is null when it wants no events. */
export interface Session {
  readonly communityId: string;
  readonly serverId: number | null;
}

export interface LocationReport {
  /** ms since the Unix epoch. */
  readonly at: number;
  readonly connectionId: string;
  readonly updates: readonly UnitLocation[];
}

export interface MethodPorts {
  readonly state: CadState;
  readonly now: () => number;
  readonly communityId: string;
  readonly apiKey: () => string;
  readonly isApiIncluded: () => boolean;
  /** An error to refuse the next authentication with, counted; null lets it pass. */
  readonly takeRefusal: () => string | null;
  readonly onLocations: (report: LocationReport) => void;
}

/** One connection as its methods see it. */
export interface Caller {
  readonly id: string;
  session: Session | null;
  lastLocationsAt: number;
}

const MAX_UPDATES = 25;
const MIN_INTERVAL_MS = 200;

const authentication = z
  .tuple([z.string(), z.string()])
  .or(z.tuple([z.string(), z.string(), z.int().nullish()]));
const updateList = z.array(z.unknown());

/** The answer of both methods; `error` is empty when nothing is wrong. */
const toResult = (error: string, count = 0): Outcome => ({ result: { success: error === '', error, count } });

export function createMethods(
  ports: MethodPorts,
): (caller: Caller, target: string, args: readonly unknown[]) => Outcome {
  const { state, now, communityId, apiKey, isApiIncluded, takeRefusal, onLocations } = ports;

  function authenticate(caller: Caller, args: readonly unknown[]): Outcome {
    const parsed = authentication.safeParse(args);
    if (!parsed.success) return failed('authenticatev2');
    const [community, key, serverId = null] = parsed.data;
    const refusal = takeRefusal() ?? refuse(community, key, serverId);
    if (refusal !== null) return toResult(refusal);
    caller.session = { communityId: community, serverId };
    return toResult('');
  }

  function refuse(community: string, key: string, serverId: number | null): string | null {
    if (community !== communityId || key !== apiKey()) return 'Invalid community ID or API key.';
    if (!isApiIncluded()) return 'The plan of the community does not include the API.';
    const isKnown = serverId === null || state.servers.some(({ id }) => id === serverId);
    return isKnown ? null : 'Invalid server ID.';
  }

  function unitLocations(caller: Caller, [list]: readonly unknown[]): Outcome {
    if (!caller.session) return toResult('Unauthenticated. Call authenticate first.');
    const updates = updateList.safeParse(list);
    if (!updates.success || updates.data.length === 0) return toResult('Missing unit location updates.');
    if (updates.data.length > MAX_UPDATES) {
      return toResult(`Too many unit updates in one call. Max is ${MAX_UPDATES}.`);
    }
    if (now() - caller.lastLocationsAt < MIN_INTERVAL_MS) {
      return toResult(`UNIT_LOCATION updates are limited to every ${MIN_INTERVAL_MS}ms.`);
    }
    const parsed = z.array(unitLocation).safeParse(updates.data);
    const targets = ['identId', 'apiId', 'communityUserId', 'roblox'] as const;
    if (!parsed.success || !parsed.data.every((update) => hasLocationTarget(update, targets))) {
      return toResult('Each unit update requires identId, apiId, communityUserId, or roblox, and location.');
    }
    caller.lastLocationsAt = now();
    applyLocations(state, parsed.data);
    onLocations({ at: now(), connectionId: caller.id, updates: parsed.data });
    return toResult('', parsed.data.length);
  }

  return (caller, target, args) => {
    // Hub methods are found whatever their case.
    switch (target.toLowerCase()) {
      case 'authenticatev2':
        return authenticate(caller, args);
      case 'unitlocation':
        return unitLocations(caller, args);
      default:
        return failed(target, ' HubException: Method does not exist.');
    }
  };
}

function failed(target: string, why = ''): Outcome {
  return { error: `Failed to invoke '${target}' due to an error on the server.${why}` };
}
