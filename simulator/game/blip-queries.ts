// Natives that ask about blips, and the iterator over blips of one sprite.
import type { BlipRecord, BlipStore } from './blip-store.ts';
import type { Definition } from './define.ts';
import { native } from './define.ts';

/** Types as GET_BLIP_INFO_ID_TYPE numbers them; areas share the one of radius blips. */
const TYPES = { coord: 4, radius: 7, area: 7, entity: 2 } as const;

/** A native that reads a blip which must exist; `missing` stands in for one that does not. */
function reading(
  store: BlipStore,
  missing: unknown,
  read: (blip: BlipRecord, store: BlipStore) => unknown,
): Definition {
  return native(['int'], (call, handle) => {
    const blip = store.use(call, handle);
    return blip ? read(blip, store) : missing;
  });
}

export function createBlipQueries(store: BlipStore): {
  definitions: Readonly<Record<string, Definition>>;
  aliases: Readonly<Record<string, string>>;
} {
  /** What `GetNextBlipInfoId` has still to give, by sprite. */
  const iterators = new Map<number, number[]>();
  const next = (sprite: number): number => {
    const left = iterators.get(sprite) ?? [];
    for (;;) {
      const handle = left.shift();
      if (handle === undefined || store.exists(handle)) return handle ?? 0;
    }
  };
  const coords = reading(store, [0, 0, 0], (blip) => [...store.coordsOf(blip)]);

  return {
    definitions: {
      DoesBlipExist: native(['int'], (_, handle) => store.exists(handle)),
      GetBlipCoords: coords,
      GetBlipInfoIdCoord: coords,
      GetBlipSprite: reading(store, 0, ({ sprite }) => sprite),
      GetBlipColour: reading(store, 0, ({ colour }) => colour),
      GetBlipAlpha: reading(store, 0, ({ alpha }) => alpha),
      GetBlipRotation: reading(store, 0, ({ rotation }) => rotation),
      GetBlipInfoIdDisplay: reading(store, 0, ({ display }) => display),
      GetBlipInfoIdType: reading(store, 0, ({ kind }) => TYPES[kind]),
      GetBlipInfoIdEntityIndex: reading(store, 0, ({ entity }) => entity ?? 0),
      IsBlipFlashing: reading(store, false, (blip) => store.isFlashing(blip)),
      IsBlipShortRange: reading(store, false, ({ shortRange }) => shortRange),
      IsBlipOnMinimap: reading(store, false, ({ display }) => [2, 5, 6, 8, 9, 10].includes(display)),
      DoesBlipHaveGpsRoute: reading(store, false, ({ route }) => route),
      GetBlipFromEntity: native(
        ['int'],
        (_, entity) => store.records().find((blip) => blip.entity === entity)?.handle ?? 0,
      ),
      GetNumberOfActiveBlips: native([], () => store.records().length),
      GetFirstBlipInfoId: native(['int'], (_, sprite) => {
        const matching = store.records().filter((blip) => blip.sprite === sprite);
        iterators.set(
          sprite,
          matching.map(({ handle }) => handle),
        );
        return next(sprite);
      }),
      GetNextBlipInfoId: native(['int'], (_, sprite) => next(sprite)),
    },
    aliases: {},
  };
}
