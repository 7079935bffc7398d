// Players by what they are told, so that each announcement is packed once.

import type { Announcement } from '../../shared/delivery.ts';
import { NOBODY, type PlayerSet } from '../players/player-sets.ts';
import type { Alerts } from './alerts.ts';

/** Players who get the same message; without an announcement when they are only shown something. */
export interface AlertGroup {
  readonly players: Iterable<number>;
  readonly announcement: Announcement | null;
}

/** Every one of `players` in the group of the first alert that is for them, or in one without. No empty groups. */
export function splitByAlert(players: PlayerSet, alerts: Alerts): AlertGroup[] {
  const groups: AlertGroup[] = [];
  const told = new Set<number>();
  for (const alert of alerts) {
    const { announcement } = alert;
    // By far the most common: everybody who sees a call is told the same.
    if (alert.players === players && told.size === 0) return [{ players, announcement }];
    const group = common(alert.players, players, told);
    if (group.length > 0) groups.push({ players: group, announcement });
    for (const player of group) told.add(player);
  }
  if (told.size === players.size) return groups;
  const rest = told.size === 0 ? players : [...players].filter((player) => !told.has(player));
  return [...groups, { players: rest, announcement: null }];
}

/** Every player whom an alert is for, but for those who are told already. */
export function untold(alerts: Alerts, told: PlayerSet): PlayerSet {
  let players: Set<number> | null = null;
  for (const alert of alerts) {
    if (alert.players === told) continue;
    for (const player of alert.players) {
      if (told.has(player)) continue;
      players ??= new Set();
      players.add(player);
    }
  }
  return players ?? NOBODY;
}

/** Players in both sets who are not told yet; costs by the smaller set. */
function common(a: PlayerSet, b: PlayerSet, told: PlayerSet): number[] {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const players: number[] = [];
  for (const player of few) if (many.has(player) && !told.has(player)) players.push(player);
  return players;
}
