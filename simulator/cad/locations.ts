// Places of units, as game servers report them over HTTP and over the websocket.
import { z } from 'zod';
import type { CadState } from './state/state.ts';
import type { CadUnit } from './types.ts';

export const unitLocation = z.looseObject({
  identId: z.int().optional(),
  apiId: z.string().optional(),
  communityUserId: z.string().optional(),
  roblox: z.union([z.string(), z.number()]).optional(),
  discord: z.string().optional(),
  location: z.string(),
  coordinates: z.object({ x: z.number(), y: z.number(), z: z.number(), w: z.number().default(0) }).optional(),
});

export type UnitLocation = z.output<typeof unitLocation>;

/** The target fields of an update; `of` names those that count on the way it came. */
export function hasLocationTarget(update: UnitLocation, of: readonly (keyof UnitLocation)[]): boolean {
  return of.some((name) => update[name] !== undefined);
}

/** Moves the units on the air that are meant; gives how many updates found one. Nothing is pushed for it. */
export function applyLocations({ units, links }: CadState, updates: readonly UnitLocation[]): number {
  let moved = 0;
  for (const update of updates) {
    const { location, coordinates } = update;
    const found = units.online().filter((unit) => isMeant(unit, update, links.account));
    for (const { id } of found) units.change(id, { location, ...(coordinates ? { coordinates } : {}) });
    if (found.length > 0) moved += 1;
  }
  return moved;
}

function isMeant(
  { id, accId, data }: CadUnit,
  { identId, apiId, communityUserId }: UnitLocation,
  accountOf: (communityUserId: string) => string | undefined,
): boolean {
  if (identId !== undefined) return id === identId;
  if (communityUserId !== undefined) {
    return data.communityUserId === communityUserId || accId === accountOf(communityUserId);
  }
  return apiId !== undefined && data.apiIds.includes(apiId);
}
