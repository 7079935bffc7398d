// The players' accounts in the CAD, as the recorded events have them.

import type { Fixture } from './fixtures.ts';
import { people } from './players.ts';

/** A player's account, as the recorded event tells it with which it logs in. */
export interface Account {
  readonly player: number;
  readonly login: string;
  readonly ident: number;
  readonly unitNum: string;
  readonly name: string;
  readonly isDispatch: boolean;
}

/** The accounts of the players who have one. */
export function readAccounts(fixtures: readonly Fixture[]): Account[] {
  return people.flatMap(({ login, options }) => {
    const text = fixtures.find(({ name }) => name === login)?.text;
    if (login === null || text === undefined) return [];
    const { unit, isDispatch } = JSON.parse(text).data;
    const { unitNum, name } = unit.data;
    return [{ player: options.id, login, ident: unit.id, unitNum, name, isDispatch }];
  });
}
