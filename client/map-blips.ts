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

export interface MapBlips {
  /** Brings the map in line. The same object again means that nothing has changed. */
  show(wanted: ReadonlyMap<string, WantedBlip>): void;
  /** Lets a blip flash for `ms`; does nothing when it is not there. */
  flash(name: string, ms: number): void;
}

/** Starts with a map that holds none of our blips. */
export function createMapBlips(blips: Blips): MapBlips {
  const present = new Map<string, { handle: number; shown: WantedBlip }>();

  function add(name: string, wanted: WantedBlip): void {
    const { x, y, z, radius, look } = wanted;
    const handle = radius === null ? blips.add(x, y, z) : blips.addArea(x, y, z, radius);
    blips.look(handle, look);
    present.set(name, { handle, shown: wanted });
  }

  function remove(name: string): void {
    const there = present.get(name);
    present.delete(name);
    if (there) blips.remove(there.handle);
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
  }

  return {
    show(wanted) {
      for (const name of [...present.keys()]) if (!wanted.has(name)) remove(name);
      for (const [name, blip] of wanted) put(name, blip);
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
