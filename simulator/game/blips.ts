// Natives that make, change and remove blips.
import type { BlipRecord, BlipStore } from './blip-store.ts';
import { GAME } from './blip-store.ts';
import type { Definition, Kind, NativeCall } from './define.ts';
import { native } from './define.ts';
import type { Entities } from './entities.ts';
import type { Texts } from './text.ts';
import type { GameContext } from './types.ts';

export interface Blips {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases: Readonly<Record<string, string>>;
  /** The blip whose route is drawn. */
  routeBlip(): number | null;
  onResourceStop(resource: string): void;
}

/** Fields set by a native that takes the blip and one value of that kind. */
const INTEGERS = {
  SetBlipSprite: ['sprite', 0, 0x7fff],
  SetBlipColour: ['colour', -0x80000000, 0xffffffff],
  SetBlipAlpha: ['alpha', 0, 255],
  SetBlipDisplay: ['display', 0, 255],
  SetBlipCategory: ['category', 1, 255],
  SetBlipPriority: ['priority', 0, 255],
  SetBlipFlashInterval: ['flashInterval', 0, 0xffff],
  SetBlipRotation: ['rotation', -0x8000, 0x7fff],
  ShowNumberOnBlip: ['number', 0, 99],
} as const;

const BOOLEANS = {
  SetBlipAsShortRange: 'shortRange',
  SetBlipHiddenOnLegend: 'hiddenOnLegend',
  SetBlipHighDetail: 'highDetail',
  SetBlipBright: 'bright',
  SetBlipAsFriendly: 'friendly',
  SetBlipShrink: 'shrink',
  SetBlipShowCone: 'cone',
  ShowHeadingIndicatorOnBlip: 'headingIndicator',
  ShowHeightOnBlip: 'heightIndicator',
  ShowOutlineIndicatorOnBlip: 'outline',
  ShowTickOnBlip: 'tick',
} as const;

/** Declares the natives; `texts` gives blips their names. */
export function createBlips(context: GameContext, entities: Entities, store: BlipStore, texts: Texts): Blips {
  const { now, changed } = context;
  /** Blips with a route, the one switched on last at the end: it is the one the game draws. */
  let routes: number[] = [];

  /** A native whose first parameter is a blip that must exist. */
  const onBlip = <const K extends readonly Kind[]>(
    kinds: K,
    run: (blip: BlipRecord, call: NativeCall, args: readonly unknown[]) => void,
  ): Definition => ({
    kinds: ['int', ...kinds],
    run(call, [handle, ...args]) {
      const blip = store.use(call, handle as number);
      if (!blip) return;
      run(blip, call, args);
      changed();
    },
  });

  const setters: Record<string, Definition> = {};
  for (const [name, [field, least, most]] of Object.entries(INTEGERS)) {
    setters[name] = onBlip(['int'], (blip, call, args) => {
      const value = args[0] as number;
      if (value < least || value > most) call.problem('blip', `${value} is not within ${least} to ${most}`);
      else blip[field] = value;
    });
  }
  for (const [name, field] of Object.entries(BOOLEANS)) {
    setters[name] = onBlip(['bool'], (blip, _, args) => {
      blip[field] = args[0] as boolean;
    });
  }

  const flash = onBlip(['bool'], (blip, _, args) => {
    blip.flashes = args[0] as boolean;
    blip.flashUntil = null;
  });

  const definitions: Record<string, Definition> = {
    ...setters,
    AddBlipForCoord: native(
      ['float', 'float', 'float'],
      (call, x, y, z) => store.create({ kind: 'coord', coords: [x, y, z] }, call.resource).handle,
    ),
    AddBlipForRadius: native(
      ['float', 'float', 'float', 'float'],
      (call, x, y, z, radius) =>
        store.create({ kind: 'radius', coords: [x, y, z], radius }, call.resource).handle,
    ),
    AddBlipForArea: native(
      ['float', 'float', 'float', 'float', 'float'],
      (call, x, y, z, width, height) =>
        store.create({ kind: 'area', coords: [x, y, z], size: [width, height] }, call.resource).handle,
    ),
    AddBlipForEntity: native(['int'], (call, entity) => {
      if (entities.use(call, entity)) return store.create({ kind: 'entity', entity }, call.resource).handle;
      return 0;
    }),
    RemoveBlip: native(['int'], (call, handle) => {
      const blip = store.use(call, handle);
      if (!blip) return;
      if (blip.createdBy === call.resource) store.remove(handle);
      else call.problem('blip', `blip ${handle} belongs to ${blip.createdBy || 'the game'}: it stays`);
    }),
    SetBlipCoords: onBlip(['float', 'float', 'float'], (blip, _, args) => {
      blip.coords = args as [number, number, number];
    }),
    SetBlipScale: onBlip(['float'], (blip, _, args) => {
      blip.scale = args[0] as number;
    }),
    SetBlipSquaredRotation: onBlip(['float'], (blip, _, args) => {
      blip.rotation = args[0] as number;
    }),
    SetBlipSecondaryColour: onBlip(['int', 'int', 'int'], (blip, _, args) => {
      blip.secondaryColour = args as [number, number, number];
    }),
    SetBlipFade: onBlip(['int', 'int'], (blip, _, args) => {
      blip.alpha = args[0] as number;
    }),
    SetBlipFlashes: flash,
    SetBlipFlashesAlternate: flash,
    SetBlipFlashTimer: onBlip(['int'], (blip, _, args) => {
      blip.flashTimer = args[0] as number;
      blip.flashes = true;
      blip.flashUntil = now() + blip.flashTimer;
    }),
    HideNumberOnBlip: onBlip([], (blip) => {
      blip.number = null;
    }),
    PulseBlip: onBlip([], () => {}),
    SetRadiusBlipEdge: onBlip(['bool'], () => {}),
    SetBlipRoute: onBlip(['bool'], (blip, _, args) => {
      const wasOn = blip.route;
      blip.route = args[0] as boolean;
      routes = routes.filter((handle) => handle !== blip.handle);
      if (!blip.route) return;
      routes.push(blip.handle);
      // Switching a route on starts it in the usual colour.
      if (!wasOn) blip.routeColour = 0;
    }),
    SetBlipRouteColour: onBlip(['int'], (blip, call, args) => {
      if (blip.route) blip.routeColour = args[0] as number;
      else
        call.problem(
          'blip',
          `blip ${blip.handle} has no route: the colour is lost, call SetBlipRoute before`,
        );
    }),
    ClearAllBlipRoutes: native([], () => {
      for (const blip of store.records()) blip.route = false;
      routes = [];
      changed();
    }),
    BeginTextCommandSetBlipName: texts.begin('blip'),
    EndTextCommandSetBlipName: native(['int'], (call, handle) => {
      const name = texts.end(call, 'blip');
      const blip = store.use(call, handle);
      if (name && blip) blip.name = name.text;
      changed();
    }),
    SetBlipNameFromTextFile: onBlip(['text'], (blip, call, args) => {
      const label = args[0] as string;
      const name = texts.label(label);
      if (name === null) call.problem('text', `label ${label} does not exist`);
      blip.name = name ?? 'NULL';
    }),
    SetBlipNameToPlayerName: onBlip(['int'], (blip, _, args) => {
      blip.name = entities.playerName(args[0] as number);
    }),
  };

  return {
    definitions,
    aliases: {
      SetBlipFriendly: 'ShowOutlineIndicatorOnBlip',
      SetBlipChecked: 'ShowTickOnBlip',
    },
    routeBlip() {
      routes = routes.filter((handle) => store.exists(handle));
      return routes.at(-1) ?? null;
    },
    // Each resource has a script handler of its own, and a stop cleans up what it holds (ResourceMissionCleanup.cpp).
    onResourceStop(resource) {
      if (resource !== GAME) store.removeWhere(({ createdBy }) => createdBy === resource);
    },
  };
}
