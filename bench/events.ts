// What an event costs the game thread: against the floor, and on a full server against a small one.

import { kinds } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { type Contender, median, medianRatio, race } from './measure.ts';
import { type Crowd, startFloor, startIdle, startProduct, toPost } from './rig.ts';

/** Microseconds of one event, and how they compare. */
export interface EventRow {
  readonly kind: string;
  readonly crowd: Crowd;
  /** Net events that the product sends for one such event. */
  readonly sends: number;
  /** A listener that only answers. */
  readonly host: number;
  readonly floor: number;
  readonly product: number;
  /** Product to floor. */
  readonly ratio: number;
  /** The same without what any request costs. */
  readonly ownRatio: number;
}

/** All kinds of events in one crowd, each against a floor that sends as much to as many players. */
export function measureEvents(root: string, crowd: Crowd, only: readonly Kind[] = kinds): EventRow[] {
  return only.map((kind) => {
    const { contender, sends } = startKind(root, kind, crowd);
    const others = [startFloor(Math.round(sends)), startIdle(contender.status)];
    const [own = [], least = [], idle = []] = race(kind, [
      contender,
      ...others.map((rig) => ({ ...contender, rig, isProduct: false })),
    ]);
    const [product, floor, host] = [median(own), median(least), median(idle)];
    return {
      kind: kind.name,
      crowd,
      sends,
      ...{ host, floor, product },
      ratio: medianRatio(own, least),
      ownRatio: (product - host) / (floor - host),
    };
  });
}

/** A server where round 0 was sent, and how many net events that made per event. */
function startKind(
  root: string,
  kind: Kind,
  crowd: Crowd,
): { readonly contender: Contender; readonly sends: number } {
  const rig = startProduct(root, crowd);
  const status = kind.status ?? 200;
  rig.send((kind.prepare?.(crowd) ?? []).map(toPost));
  const posts = kind.bodies(0, crowd).map(toPost);
  const before = rig.sent();
  rig.send(posts, status);
  const sends = (rig.sent() - before) / posts.length;
  rig.send((kind.undo?.(0, crowd) ?? []).map(toPost));
  rig.advance(5000);
  return { contender: { rig, crowd, status, isProduct: true }, sends };
}

export interface GrowthRow {
  readonly kind: string;
  readonly small: number;
  readonly full: number;
  readonly ratio: number;
}

/** How many times more an event costs on a fuller server with as many recipients. */
export function measureGrowth(
  root: string,
  small: Crowd,
  full: Crowd,
  only: readonly Kind[] = kinds,
): GrowthRow[] {
  return only.map((kind) => {
    const contenders = [small, full].map((crowd) => startKind(root, kind, crowd).contender);
    const [few = [], many = []] = race(kind, contenders);
    return { kind: kind.name, small: median(few), full: median(many), ratio: medianRatio(many, few) };
  });
}
