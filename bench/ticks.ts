// What happens without events: units in panic that move, and nothing at all.

import { cpuTime, median } from './measure.ts';
import { payloads } from './payloads.ts';
import { type Crowd, startProduct, startTickFloor, TICK_EVENT, toPost } from './rig.ts';

const ROUNDS = 41;
const WARM_UP = 20;
/** Each of them is told to everybody on duty once a second while it moves. */
const PANICS = 8;
/** Of a round; a panic is shown for two minutes. */
const SECONDS = 20;

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
    const idle = eachSecond(() => quiet.advance(1000));
    const moving = eachSecond((second) => {
      for (const ident of idents) busy.move(ident, 100 + (second % 2) * 20, ident);
      busy.advance(1000);
    });
    const least = eachSecond(() => floor.raise(TICK_EVENT));
    if (round < WARM_UP) continue;
    times.idle.push(idle);
    times.busy.push(moving - idle);
    times.floor.push(least);
  }
  const [position, least] = [median(times.busy) / PANICS, median(times.floor) / PANICS];
  return { crowd, idle: median(times.idle), position, floor: least, ratio: position / least };
}

/** Microseconds of a second. */
function eachSecond(run: (second: number) => void): number {
  const time = cpuTime(() => {
    for (let second = 0; second < SECONDS; second += 1) run(second);
  });
  return time / SECONDS;
}
