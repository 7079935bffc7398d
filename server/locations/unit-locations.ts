// Tells the CAD, round by round, where the units on duty are: those that have moved, in batches, within its limits.

import type { Result } from '../../shared/result.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Cancel, Clock, Players } from '../ports.ts';
import type { LocationsConfig } from './locations-config.ts';

/** Where a unit is: a street, and GTA world coordinates with the heading in `w` (degrees, 0 is north). */
export interface Sighting {
  readonly ident: number;
  /** The unit's account as the CAD knows it. */
  readonly communityUserId: string;
  readonly location: string;
  readonly coordinates: { readonly x: number; readonly y: number; readonly z: number; readonly w: number };
}

/** A way to the CAD. */
export interface LocationChannel {
  /** So many places at a time. */
  readonly maxItems: number;
  /** Between two batches (ms). */
  readonly pauseMs: number;
  /** The reason of a failure is `''` when it is told elsewhere. Never rejects. */
  readonly send: (sightings: readonly Sighting[]) => Promise<Result<null, string>>;
}

export interface UnitLocationsPorts {
  readonly settings: () => LocationsConfig;
  readonly clock: Clock;
  readonly players: Pick<Players, 'position' | 'heading'>;
  readonly onDuty: () => Iterable<number>;
  /** The unit of a player, or null. */
  readonly unitOf: (player: number) => CadUnit | null;
  /** The street that a player is in, or `''`. */
  readonly streetOf: (player: number) => string;
  /** The way to the CAD now, or null while there is none. */
  readonly channel: () => LocationChannel | null;
  /** Tells of trouble that lasts. */
  readonly warn: (line: string) => void;
}

export interface UnitLocations {
  /** Begins or ends as the settings say. */
  settingsChanged(): void;
  stop(): void;
}

/** Does nothing before `settingsChanged`, and nothing while it is switched off. */
export function createUnitLocations(ports: UnitLocationsPorts): UnitLocations {
  const { settings, clock, players, onDuty, unitOf, streetOf, channel, warn } = ports;
  /** What the CAD was told last, by ident. */
  let told: ReadonlyMap<number, Sighting> = new Map();
  let timer: Cancel | null = null;
  /** Changes when it is switched off, so that a round under way ends. */
  let turn = 0;
  let lastTrouble = '';

  function see(player: number): Sighting | null {
    const unit = unitOf(player);
    const place = unit && players.position(player);
    if (!unit || !place) return null;
    const { x, y, z } = place;
    const coordinates = { x: cents(x), y: cents(y), z: cents(z), w: cents(players.heading(player)) };
    const { ident, identities, location } = unit;
    return {
      ident,
      communityUserId: identities[0] ?? '',
      location: streetOf(player) || location,
      coordinates,
    };
  }

  const hasMoved = (now: Sighting, before: Sighting | undefined) =>
    !before || now.location !== before.location || metresBetween(now, before) > settings().metres;

  async function sendAll(moved: readonly Sighting[], sent: Map<number, Sighting>): Promise<string> {
    const own = turn;
    for (let at = 0; at < moved.length; ) {
      const way = channel();
      if (!way || own !== turn) return '';
      const batch = moved.slice(at, at + way.maxItems);
      if (at > 0) await pause(way.pauseMs);
      if (own !== turn) return '';
      const answer = await way.send(batch);
      if (!answer.ok) return answer.error;
      for (const sighting of batch) sent.set(sighting.ident, sighting);
      at += batch.length;
    }
    return '';
  }

  /** Units that are gone are forgotten; what did not get through is tried in the next round. */
  async function runRound(): Promise<void> {
    if (!channel()) return;
    const seen = [...onDuty()].flatMap((player) => see(player) ?? []);
    const known = seen.flatMap(({ ident }) => told.get(ident) ?? []);
    const sent = new Map(known.map((sighting) => [sighting.ident, sighting]));
    told = sent;
    const trouble = await sendAll(
      seen.filter((sighting) => hasMoved(sighting, sent.get(sighting.ident))),
      sent,
    );
    if (trouble !== '' && trouble !== lastTrouble) warn(`Unit locations: ${trouble}`);
    lastTrouble = trouble;
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      timer = clock.after(ms, resolve);
    });

  function schedule(): void {
    const own = turn;
    timer = clock.after(settings().seconds * 1000, () => {
      void runRound().then(() => {
        if (own === turn) schedule();
      });
    });
  }

  function stop(): void {
    turn += 1;
    timer?.();
    timer = null;
    told = new Map();
  }

  return {
    settingsChanged() {
      stop();
      if (settings().isEnabled) schedule();
    },
    stop,
  };
}

const cents = (value: number) => Math.round(value * 100) / 100;

function metresBetween({ coordinates: a }: Sighting, { coordinates: b }: Sighting): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}
