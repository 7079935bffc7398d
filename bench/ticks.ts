// What happens without events: units in panic that move, and nothing at all.

import { cpuTime, median } from './measure.ts';
import { payloads } from './payloads.ts';
import { type Crowd, type Rig, startProduct, startTickFloor, TICK_EVENT, toPost } from './rig.ts';

const ROUNDS = 41;
const WARM_UP = 20;
/** Each of them is told to everybody on duty once a second while it moves. */
const PANICS = 8;

export interface TickRow {
  readonly crowd: Crowd;
  /** Microseconds of a second in which nothing happens. */
  readonly idle: number;
  /** Microseconds of one position of one unit in panic, told to everybody on duty; the floor packs and sends only. */
  readonly position: number;
  readonly floor: number;
  readonly ratio: number;
}

export function measureTicks(root: string, crowd: Crowd): TickRow {
  const quiet = startProduct(root, crowd);
  const busy = startProduct(root, crowd);
  const floor = startTickFloor(crowd.onDuty, PANICS);
  const idents = Array.from({ length: PANICS }, (_, index) => index + 1);
  const times = { idle: [] as number[], busy: [] as number[], floor: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // Panics end by themselves: they are started anew, unmeasured.
    busy.send([toPost(payloads.panic(idents, false)), toPost(payloads.panic(idents, true))]);
    for (const rig of [quiet, busy]) rig.advance(3000);
    const idle = cpuTime(() => quiet.advance(1000));
    const moving = cpuTime(() => passSecond(busy, idents, round));
    const least = cpuTime(() => floor.raise(TICK_EVENT));
    if (round < WARM_UP) continue;
    times.idle.push(idle);
    times.busy.push(moving - idle);
    times.floor.push(least);
  }
  const [position, least] = [median(times.busy) / PANICS, median(times.floor) / PANICS];
  return { crowd, idle: median(times.idle), position, floor: least, ratio: position / least };
}

function passSecond(rig: Rig, players: readonly number[], round: number): void {
  for (const player of players) rig.move(player, 100 + round * 20, player);
  rig.advance(1000);
}
