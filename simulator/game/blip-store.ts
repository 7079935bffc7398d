// The blips that exist, by handle; no handle is ever given out twice.
import type { NativeCall } from './define.ts';
import type { Entities } from './entities.ts';
import type { Blip, GameContext, Vector3 } from './types.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A blip as the game holds it. */
export interface BlipRecord extends Mutable<Blip> {
  /** When flashing ends, or null for never. */
  flashUntil: number | null;
}

export type BlipPlace =
  | { readonly kind: 'coord'; readonly coords: Vector3 }
  | { readonly kind: 'radius'; readonly coords: Vector3; readonly radius: number }
  | { readonly kind: 'area'; readonly coords: Vector3; readonly size: readonly [number, number] }
  | { readonly kind: 'entity'; readonly entity: number };

export interface BlipStore {
  create(place: BlipPlace, createdBy: string): BlipRecord;
  /** The live blip of a handle; a problem and null for any other number. */
  use(call: NativeCall, handle: number): BlipRecord | null;
  exists(handle: number): boolean;
  remove(handle: number): void;
  removeWhere(matches: (blip: BlipRecord) => boolean): void;
  /** Oldest first. */
  records(): BlipRecord[];
  /** Where a blip is now. */
  coordsOf(blip: BlipRecord): Vector3;
  isFlashing(blip: BlipRecord): boolean;
  /** Copies for the outside, without what the game itself made. */
  snapshot(): Blip[];
}

/** Creator of the blips nobody's script made, such as the waypoint. */
export const GAME = '';

/** A handle holds a slot in its lower half and how often the slot was used in its upper half. */
const GENERATION = 0x10000;
const FIRST_SLOT = 0x40;

const RADIUS_SPRITE = 9;

/** What a new blip is like; the game documents none of it, these are the values scripts rely on. */
const DEFAULTS = {
  radius: null,
  size: null,
  entity: null,
  sprite: 1,
  colour: 0,
  secondaryColour: null,
  scale: 1,
  alpha: 255,
  display: 2,
  category: 1,
  priority: 0,
  shortRange: false,
  hiddenOnLegend: false,
  highDetail: false,
  bright: false,
  friendly: false,
  shrink: false,
  cone: false,
  headingIndicator: false,
  heightIndicator: false,
  outline: false,
  tick: false,
  number: null,
  rotation: 0,
  flashes: false,
  flashInterval: 0,
  flashTimer: 0,
  flashUntil: null,
  route: false,
  routeColour: 0,
  name: null,
} satisfies Partial<BlipRecord>;

export function createBlipStore({ now, changed }: GameContext, entities: Entities): BlipStore {
  const live = new Map<number, BlipRecord>();
  const removed = new Set<number>();
  /** Slots by how often they were used; a slot is free when its latest handle is not live. */
  const slots: number[] = [];

  const nextHandle = (): number => {
    const handleOf = (slot: number): number => (slots[slot] ?? 0) * GENERATION + FIRST_SLOT + slot;
    let slot = slots.findIndex((_, index) => !live.has(handleOf(index)));
    if (slot < 0) slot = slots.length;
    slots[slot] = (slots[slot] ?? 0) + 1;
    return handleOf(slot);
  };

  const coordsOf = (blip: BlipRecord): Vector3 =>
    (blip.entity === null ? null : entities.find(blip.entity)?.coords) ?? blip.coords;
  const isFlashing = (blip: BlipRecord): boolean =>
    blip.flashes && (blip.flashUntil === null || now() < blip.flashUntil);

  const remove = (handle: number): void => {
    if (!live.delete(handle)) return;
    removed.add(handle);
    changed();
  };

  return {
    create(place, createdBy) {
      const coords: Vector3 = place.kind === 'entity' ? [0, 0, 0] : place.coords;
      const blip: BlipRecord = { ...DEFAULTS, ...place, coords, handle: nextHandle(), createdBy };
      if (place.kind === 'radius') blip.sprite = RADIUS_SPRITE;
      live.set(blip.handle, blip);
      changed();
      return blip;
    },
    use(call, handle) {
      const blip = live.get(handle);
      if (blip) return blip;
      call.problem(
        'blip',
        removed.has(handle) ? `blip ${handle} was removed` : `blip ${handle} never existed`,
      );
      return null;
    },
    exists: (handle) => live.has(handle),
    remove,
    removeWhere(matches) {
      for (const blip of [...live.values()]) if (matches(blip)) remove(blip.handle);
    },
    records: () => [...live.values()],
    coordsOf,
    isFlashing,
    snapshot: () =>
      [...live.values()].flatMap((blip) => {
        const { flashUntil: _flashUntil, ...plain } = blip;
        if (blip.createdBy === GAME) return [];
        return [{ ...plain, coords: [...coordsOf(blip)], flashes: isFlashing(blip) }];
      }),
  };
}
