// The map shows exactly the blips that are wanted: what is missing is added, what differs is changed, the rest removed.

import type { BlipLook, Blips } from './ports.ts';

/** A blip as it should be on the map. With a radius (metres) it is a circle, else a point. */
export interface WantedBlip {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number | null;
  readonly look: BlipLook;
}

/** The blip that the game leads the player to, by name, and the colour of the way. */
export interface WantedRoute {
  readonly name: string;
  readonly colour: number;
}

export interface MapBlips {
  /** Brings the map in line. The same object again means that nothing has changed. */
  show(wanted: ReadonlyMap<string, WantedBlip>, route: WantedRoute | null): void;
  /** Lets a blip flash for `ms`; does nothing when it is not there. */
  flash(name: string, ms: number): void;
}

/** Starts with a map that holds none of our blips. */
export function createMapBlips(blips: Blips): MapBlips {
  const present = new Map<string, { handle: number; shown: WantedBlip }>();
  let led: { readonly handle: number; readonly colour: number } | null = null;

  function add(name: string, wanted: WantedBlip): void {
    const { x, y, z, radius, look } = wanted;
    const handle = radius === null ? blips.add(x, y, z) : blips.addArea(x, y, z, radius);
    blips.look(handle, look);
    present.set(name, { handle, shown: wanted });
  }

  /** A route goes with its blip. */
  function remove(name: string): void {
    const there = present.get(name);
    present.delete(name);
    if (!there) return;
    blips.remove(there.handle);
    if (led?.handle === there.handle) led = null;
  }

  function put(name: string, wanted: WantedBlip): void {
    const there = present.get(name);
    if (there?.shown === wanted) return;
    if (there && there.shown.radius !== wanted.radius) remove(name);
    const kept = present.get(name);
    if (!kept) return add(name, wanted);
    const { handle, shown } = kept;
    const isMoved = shown.x !== wanted.x || shown.y !== wanted.y || shown.z !== wanted.z;
    if (isMoved) blips.move(handle, wanted.x, wanted.y, wanted.z);
    if (!isSameLook(shown.look, wanted.look)) blips.look(handle, wanted.look);
    kept.shown = wanted;
    // The way was worked out to where the blip was.
    if (isMoved && led?.handle === handle) blips.route(handle, led.colour);
  }

  function lead(route: WantedRoute | null): void {
    const handle = route ? present.get(route.name)?.handle : undefined;
    const next = route && handle !== undefined ? { handle, colour: route.colour } : null;
    if (led?.handle === next?.handle && led?.colour === next?.colour) return;
    if (led && led.handle !== next?.handle) blips.route(led.handle, null);
    if (next) blips.route(next.handle, next.colour);
    led = next;
  }

  return {
    show(wanted, route) {
      for (const name of [...present.keys()]) if (!wanted.has(name)) remove(name);
      for (const [name, blip] of wanted) put(name, blip);
      lead(route);
    },
    flash(name, ms) {
      const there = present.get(name);
      if (there && ms > 0) blips.flash(there.handle, ms);
    },
  };
}

function isSameLook(a: BlipLook, b: BlipLook): boolean {
  return (Object.keys(a) as (keyof BlipLook)[]).every((part) => a[part] === b[part]);
}
