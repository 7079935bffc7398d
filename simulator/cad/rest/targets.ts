// Which units a request means: by linked user, account, number or group.
import { z } from 'zod';
import type { CadState } from '../state/state.ts';
import { notFound, type Refusal } from './answer.ts';

/** Fields that name units; one of them has to be there. Discord and Roblox users are nobody's here. */
export const targetFields = {
  communityUserId: z.string().optional(),
  communityUserIds: z.array(z.string()).optional(),
  accountUuid: z.string().optional(),
  accounts: z.array(z.string()).optional(),
  identIds: z.array(z.int()).optional(),
  groupName: z.string().optional(),
  discord: z.string().optional(),
  roblox: z.union([z.string(), z.number()]).optional(),
};

export type Targets = z.output<z.ZodObject<typeof targetFields>>;

const names = Object.keys(targetFields) as (keyof typeof targetFields)[];

export function hasTarget(body: Targets): boolean {
  return names.some((name) => body[name] !== undefined);
}

/** A body of these fields and at least one target. */
export function withTargets<Fields extends z.ZodRawShape>(fields: Fields) {
  return z
    .object({ ...targetFields, ...fields })
    .refine((body) => hasTarget(body as Targets), 'expected a target such as communityUserId or identIds');
}

/** Idents of the units on the air that are meant. */
export function findTargets({ units, links }: CadState, targets: Targets): number[] {
  const users = new Set([...(targets.communityUserIds ?? []), ...toArray(targets.communityUserId)]);
  const accounts = new Set([...(targets.accounts ?? []), ...toArray(targets.accountUuid)]);
  for (const user of users) {
    const account = links.account(user);
    if (account !== undefined) accounts.add(account);
  }
  const idents = new Set(targets.identIds);
  return units
    .online()
    .filter(
      ({ id, accId, data }) =>
        idents.has(id) ||
        accounts.has(accId) ||
        (data.communityUserId !== undefined && users.has(data.communityUserId)) ||
        (data.group !== '' && data.group === targets.groupName),
    )
    .map(({ id }) => id);
}

export const noUnits: Refusal = notFound('No active unit matches the target.');

function toArray(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
